import type { ErrorDetail } from '../errors.ts';

export interface PolicyProblem extends ErrorDetail {
  /** What has an error is not saved; a warning is shown. */
  readonly severity: 'error' | 'warning';
}

export function error(field: string, message: string): PolicyProblem {
  return { severity: 'error', field, message };
}

export function warning(field: string, message: string): PolicyProblem {
  return { severity: 'warning', field, message };
}
