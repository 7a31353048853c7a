import { DomainError } from '../../core/errors.ts';
import { retryAfterOf, statusOfError } from './status-of-error.ts';

const titles: Readonly<Record<number, string>> = {
  400: 'The request is not valid',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  410: 'No longer valid',
  413: 'Too large',
  415: 'Unsupported media type',
  421: 'Misdirected request',
  429: 'Too many attempts',
  500: 'Something went wrong here',
  503: 'Not available just now',
};

/** RFC 9457, with the domain's `code`, the fields at fault and the id to ask the log for. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

/** What we tell about an error: domain errors whole, all others only by the request's id. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (!(error instanceof DomainError)) return opaqueProblem(requestId);
  const status = statusOfError(error);
  return {
    type: `urn:harborwatch:problem:${error.code}`,
    title: titles[status] ?? 'Refused',
    status,
    detail: error.message,
    code: error.code,
    requestId,
    ...(error.details.length === 0
      ? {}
      : { errors: error.details.map(({ field, message }) => ({ field: field ?? '', message })) }),
  };
}

function opaqueProblem(requestId: string): Problem {
  return {
    type: 'urn:harborwatch:problem:internal',
    title: titles[500] ?? '',
    status: 500,
    detail: `The desk could not do this. Give request id ${requestId} to whoever reads its log.`,
    code: 'internal',
    requestId,
  };
}

export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  const retryAfter = retryAfterOf(problem.status);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      ...(retryAfter === null ? {} : { 'retry-after': String(retryAfter) }),
      ...(problem.status === 401 ? { 'www-authenticate': 'Bearer realm="harborwatch"' } : {}),
      ...headers,
    },
  });
}
