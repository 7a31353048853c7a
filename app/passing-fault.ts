import { isDomainError } from '../core/errors.ts';

const passing = [
  'case.version-conflict',
  'page.version-conflict',
  'sla.version-conflict',
  'store.contention',
  'store.unavailable',
];

/** The store was busy, or another writer faster: the same may well be done in a moment. */
export function isPassingFault(error: unknown): boolean {
  return passing.some((code) => isDomainError(error, code));
}
