import { inflateRawSync } from 'node:zlib';
import { DomainError } from '../../core/errors.ts';
import type { StoredItem } from './table.ts';

/** The entity within an item. The check is light: what we wrote is trusted, that it is ours is not. */
export function readItem<Entity>(item: StoredItem, entity: string): Entity {
  const { data } = item;
  if (item.entity !== entity || !(typeof data === 'string' || data instanceof Uint8Array))
    throw unreadable(item, entity);
  try {
    const json = typeof data === 'string' ? data : inflateRawSync(data).toString('utf8');
    return JSON.parse(json) as Entity;
  } catch (cause) {
    throw unreadable(item, entity, cause);
  }
}

function unreadable(item: StoredItem, entity: string, cause?: unknown): DomainError {
  return new DomainError(
    'unavailable',
    'store.unreadable-item',
    `the item ${item.pk} ${item.sk} is no readable ${entity}: restore it from a backup or delete it`,
    { cause },
  );
}
