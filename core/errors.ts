/** What went wrong, in the terms that a caller can act on. One table maps `kind` to an HTTP status. */
export type ErrorKind = 'invalid' | 'forbidden' | 'missing' | 'conflict' | 'unavailable';

export interface ErrorDetail {
  /** Dotted path of the field at fault, e.g. `users[2].contacts[0].address`. */
  readonly field?: string;
  readonly message: string;
}

/**
 * The one error that crosses our layers. `code` is stable API (`case.version-conflict`);
 * `message` names the field and the remedy and never holds a customer's text.
 */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly details: readonly ErrorDetail[];

  constructor(
    kind: ErrorKind,
    code: string,
    message: string,
    options: { cause?: unknown; details?: readonly ErrorDetail[] } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'DomainError';
    this.kind = kind;
    this.code = code;
    this.details = options.details ?? [];
  }
}

export function isDomainError(error: unknown, code?: string): error is DomainError {
  return error instanceof DomainError && (code === undefined || error.code === code);
}
