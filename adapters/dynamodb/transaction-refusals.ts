import type { TransactionCanceledException } from '@aws-sdk/client-dynamodb';

/** Why one operation of a cancelled transaction was not done. `index` is its place in the transaction. */
export interface Refusal {
  readonly index: number;
  readonly why: 'condition' | 'contention' | 'throttled' | 'collection-too-large' | 'invalid';
  /** The version and the commit of the item that stood in the way, where it has them. */
  readonly storedVersion: number | null;
  readonly storedCommitId: string | null;
  readonly message: string;
}

const whyOf: Readonly<Record<string, Refusal['why']>> = {
  ConditionalCheckFailed: 'condition',
  TransactionConflict: 'contention',
  ThrottlingError: 'throttled',
  ProvisionedThroughputExceeded: 'throttled',
  ItemCollectionSizeLimitExceeded: 'collection-too-large',
  ValidationError: 'invalid',
};

/** The CancellationReasons, in the order of the operations; the ones that were not to blame say `None`. */
export function refusalsOf(error: unknown, operationCount: number): readonly Refusal[] {
  const reasons = (error as TransactionCanceledException).CancellationReasons;
  // Without reasons nobody can be blamed: then all of them met something, and all are tried again.
  if (!reasons || reasons.length === 0)
    return Array.from({ length: operationCount }, (_, index) => refusal(index, 'contention', ''));
  return reasons.flatMap(({ Code, Message, Item }, index) => {
    if (Code === undefined || Code === 'None') return [];
    const version = Item?.version?.N;
    return [
      {
        ...refusal(index, whyOf[Code] ?? 'invalid', Message ?? Code),
        storedVersion: version === undefined ? null : Number(version),
        storedCommitId: Item?.commitId?.S ?? null,
      },
    ];
  });
}

function refusal(index: number, why: Refusal['why'], message: string): Refusal {
  return { index, why, storedVersion: null, storedCommitId: null, message };
}
