import type { OutboxItem } from '../../core/outbox/outbox-item.ts';
import { outboxKey, outboxPartition, shards } from './keys.ts';
import { readItem } from './read-item.ts';
import type { Table } from './table.ts';

/** At most `limit`, by id over all shards; a commit's ids are ULIDs, so the oldest come first. */
export async function listOutbox(table: Table, limit: number): Promise<readonly OutboxItem[]> {
  const found = await Promise.all(
    shards.map((shard) => table.query({ partition: outboxPartition(shard) }, limit)),
  );
  return found
    .flatMap(({ items }) => items.map((item) => readItem<OutboxItem>(item, 'outbox')))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

export async function removeOutbox(table: Table, items: readonly OutboxItem[]): Promise<void> {
  await table.deleteAll(items.map((item) => outboxKey(item.caseId, item.id)));
}
