import { DomainError } from '../../core/errors.ts';
import type { CommitResult, Write } from '../../ports/case-store.ts';
import type { Operation } from './operation.ts';
import { operationsOf } from './write-operations.ts';

/** DynamoDB's limits for one transaction. */
export const transactionItems = 100;
export const transactionBytes = 4 * 1024 * 1024;

/** The writes of one caller, that happen together or not at all. */
export interface Unit {
  readonly operations: readonly Operation[];
  readonly bytes: number;
  /** Written into every item of the unit: tells our own earlier success from another's change. */
  readonly commitId: string;
  /** Place of the unit's result. */
  readonly index: number;
}

export function toUnit(writes: readonly Write[], index: number, commitId: string): Unit {
  const operations = operationsOf(writes, commitId);
  const bytes = operations.reduce((sum, operation) => sum + operation.bytes, 0);
  if (operations.length === 0)
    throw new DomainError('invalid', 'store.empty-commit', 'a commit without a write');
  if (operations.length > transactionItems || bytes > transactionBytes)
    throw new DomainError(
      'invalid',
      'store.transaction-too-large',
      `${operations.length} items of ${bytes} bytes: one commit takes ${transactionItems} items and ${transactionBytes} bytes`,
    );
  return { operations, bytes, commitId, index };
}

export const done: CommitResult = { ok: true };

export function failed(error: unknown): CommitResult {
  return { ok: false, error };
}
