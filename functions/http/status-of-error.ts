import type { DomainError, ErrorKind } from '../../core/errors.ts';

const statusOfKind: Record<ErrorKind, number> = {
  invalid: 400,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  unavailable: 503,
};

/** HTTP knows more shades than the domain; these codes have a status of their own. */
const statusOfCode: Readonly<Record<string, number>> = {
  'auth.token-missing': 401,
  'auth.token-invalid': 401,
  'auth.token-expired': 401,
  'auth.refused': 401,
  'auth.too-many-attempts': 429,
  'ack-link.invalid': 404,
  'ack-link.expired': 410,
  'request.method-not-allowed': 405,
  'request.misdirected': 421,
  'request.too-large': 413,
  'frame.too-large': 413,
  'request.not-json': 415,
};

export function statusOfError(error: DomainError): number {
  return statusOfCode[error.code] ?? statusOfKind[error.kind];
}

/** Seconds to wait before the next try; null where trying again does not help. */
export function retryAfterOf(status: number): number | null {
  if (status === 503) return 5;
  return status === 429 ? 60 : null;
}
