import { DomainError } from '../../core/errors.ts';
import type { Attempt } from '../../core/page/attempt.ts';
import { attemptItemKey, attemptsOfPage, type Key } from './keys.ts';
import { setExpression } from './operation.ts';
import type { StoredItem, Table } from './table.ts';

/** Attributes of their own, not JSON: acceptance, delivery and ack are recorded by different writers at once. */
const fields = [
  'key',
  'pageId',
  'caseId',
  'number',
  'why',
  'userId',
  'contactId',
  'channel',
  'address',
  'dispatchedAt',
  'acceptedAt',
  'deliveredAt',
  'seenAt',
  'ackedAt',
  'failedAt',
  'error',
  'providerId',
] as const satisfies readonly (keyof Attempt)[];
// Fails to compile when an attempt gets a field that this list lacks.
const complete: Exclude<keyof Attempt, (typeof fields)[number]> extends never ? true : never = true;

export function readAttempt(item: StoredItem): Attempt {
  if (!complete || item.entity !== 'attempt')
    throw new DomainError(
      'unavailable',
      'store.unreadable-item',
      `the item ${item.pk} ${item.sk} is no attempt`,
    );
  return Object.fromEntries(fields.map((field) => [field, item[field] ?? null])) as unknown as Attempt;
}

export async function listAttempts(table: Table, pageId: string): Promise<readonly Attempt[]> {
  const all = attemptsOfPage(pageId);
  if (all === null) return [];
  const attempts: Attempt[] = [];
  for await (const item of table.queryAll({ partition: all.pk, prefix: all.sk }))
    attempts.push(readAttempt(item));
  return attempts;
}

/** `commitId` tells a repeat after a lost answer from an earlier attempt. */
export async function beginAttempt(
  table: Table,
  attempt: Attempt,
  commitId: string,
): Promise<{ created: boolean; attempt: Attempt }> {
  const key = requiredKey(attempt.pageId, attempt.key);
  const item = { ...key, entity: 'attempt', commitId, ...attempt };
  const written = await table.put({ Item: item, ConditionExpression: 'attribute_not_exists(pk)' });
  if (written) return { created: true, attempt };
  const stored = await table.get(key);
  if (!stored)
    throw new DomainError('conflict', 'store.contention', `attempt ${attempt.key} vanished: try again`);
  return { created: stored.commitId === commitId, attempt: readAttempt(stored) };
}

export async function updateAttempt(
  table: Table,
  pageId: string,
  attemptKey: string,
  change: Partial<Omit<Attempt, 'key' | 'pageId'>>,
): Promise<void> {
  const key = requiredKey(pageId, attemptKey);
  const set = setExpression(change);
  const found =
    set === null
      ? (await table.get(key)) !== null
      : await table.update({ Key: key, ...set, ConditionExpression: 'attribute_exists(pk)' });
  if (!found) throw missing(attemptKey);
}

function requiredKey(pageId: string, attemptKey: string): Key {
  const key = attemptItemKey(pageId, attemptKey);
  if (key === null) throw missing(attemptKey);
  return key;
}

function missing(attemptKey: string): DomainError {
  return new DomainError('missing', 'attempt.missing', `there is no attempt ${attemptKey}`);
}
