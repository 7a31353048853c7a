import { expiryPartition, type Key, padded, shards } from '../../adapters/dynamodb/keys.ts';
import type { Table } from '../../adapters/dynamodb/table.ts';

const atOnce = 500;

/**
 * Deletes what has expired by `now` (epoch ms), since the embedded server never does. Reads only the list
 * of what expires, in the order of time: one query a shard when there is nothing to do. Items that carry
 * a `ttl` for AWS alone (the outbox, where the stream has been the reader) are not in that list and stay.
 * @returns how many were deleted
 */
export async function sweepExpired(table: Table, now: number): Promise<number> {
  let swept = 0;
  for (const shard of shards) {
    const range = {
      index: 'gsi1',
      partition: expiryPartition(shard),
      upTo: `${padded(now, 15)}#\uffff`,
    } as const;
    for (let more = true; more; ) {
      const found = await table.query(range, atOnce);
      await table.deleteAll(found.items.map(({ pk, sk }): Key => ({ pk, sk })));
      swept += found.items.length;
      more = found.more;
    }
  }
  return swept;
}
