import { DomainError, type ErrorDetail } from '../errors.ts';
import { detailLine } from '../validation/explain-issues.ts';

/** `conflict` when the schedules changed since it was asked, else `invalid`. */
export function swapRefusal(kind: 'invalid' | 'conflict', details: readonly ErrorDetail[]): DomainError {
  return new DomainError(kind, 'swap.refused', details.map(detailLine).join('; '), { details });
}
