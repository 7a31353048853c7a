export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** An answer of the desk that says no: RFC 9457 problem details, or our own words where it sent none. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldError[];

  constructor(status: number, code: string, message: string, errors: readonly FieldError[] = []) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

interface ProblemBody {
  readonly title?: unknown;
  readonly detail?: unknown;
  readonly code?: unknown;
  readonly errors?: unknown;
}

/** Reads a refused response into a `Problem`; never throws anything else. */
export async function toProblem(response: Response): Promise<Problem> {
  const body = await readBody(response);
  const code = typeof body.code === 'string' ? body.code : `http.${response.status}`;
  const words = typeof body.detail === 'string' && body.detail !== '' ? body.detail : body.title;
  const message = typeof words === 'string' && words !== '' ? words : plainWords(response.status);
  return new Problem(response.status, code, message, fieldErrors(body.errors));
}

export function isProblem(error: unknown, code?: string): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code);
}

/** What to tell the agent, whatever went wrong. */
export function explain(error: unknown): string {
  if (error instanceof Problem) {
    // The detail often says the one field's fault already.
    const more = error.errors.filter(({ message }) => !error.message.includes(message));
    return [error.message, ...more.map(({ field, message }) => `${field}: ${message}`)].join(' ');
  }
  return error instanceof Error ? error.message : String(error);
}

async function readBody(response: Response): Promise<ProblemBody> {
  if (!response.headers.get('content-type')?.includes('json')) return {};
  const body: unknown = await response.json().catch((error: unknown) => ({ detail: String(error) }));
  return typeof body === 'object' && body !== null ? body : {};
}

function fieldErrors(errors: unknown): readonly FieldError[] {
  if (!Array.isArray(errors)) return [];
  return errors.filter(
    (item): item is FieldError => typeof item?.field === 'string' && typeof item?.message === 'string',
  );
}

function plainWords(status: number): string {
  if (status >= 500) return `The desk failed (${status}). Nothing was lost on your side; try again.`;
  if (status === 404) return 'The desk does not know this (404).';
  if (status === 403) return 'You may not do this (403).';
  return `The desk refused this (${status}).`;
}
