import { DomainError } from '../../core/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import { allowanceKey, expiryIndexKeys } from './keys.ts';
import { maxTries } from './retry.ts';
import type { Table } from './table.ts';

/** `expiresAt` is epoch ms. An expired counter counts as absent, because DynamoDB deletes it up to two days late. */
export async function takeAllowance(
  table: Table,
  clock: Clock,
  key: string,
  limit: number,
  expiresAt: number,
): Promise<boolean> {
  if (limit < 1) return false;
  const itemKey = allowanceKey(key);
  const now = clock.now();
  for (let tried = 1; tried <= maxTries; tried++) {
    // With room for one use only, a counter that is there has none left.
    const counted =
      limit > 1 &&
      (await table.update({
        Key: itemKey,
        UpdateExpression: 'ADD #used :one',
        ConditionExpression: '#used < :limit AND expiresAt > :now',
        ExpressionAttributeNames: { '#used': 'used' },
        ExpressionAttributeValues: { ':one': 1, ':limit': limit, ':now': now },
      }));
    if (counted) return true;
    const first = await table.put({
      Item: {
        ...itemKey,
        ...expiryIndexKeys(itemKey, expiresAt),
        entity: 'allowance',
        used: 1,
        expiresAt,
        ttl: Math.ceil(expiresAt / 1000),
      },
      ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
      ExpressionAttributeValues: { ':now': now },
    });
    if (first) return true;
    const stored = await table.get(itemKey);
    if (stored && Number(stored.used) >= limit && Number(stored.expiresAt) > now) return false;
  }
  throw new DomainError('conflict', 'store.contention', `the counter ${key} keeps changing: try again`);
}
