import { DomainError } from '../../core/errors.ts';
import type { PageOf } from '../../ports/case-store.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { StoredItem, Table } from './table.ts';
import { type IndexName, tableDefinition } from './table-definition.ts';

export interface ListSpec {
  /** Names the list in its cursors. */
  readonly name: string;
  readonly index: IndexName;
  readonly partitions: readonly string[];
  readonly newestFirst?: boolean;
  /** Sort keys up to this one. Not with `newestFirst`. */
  readonly upTo?: string;
}

export interface ListOptions {
  readonly limit: number;
  readonly cursor?: string;
}

export const maxListLimit = 200;

/** One list over all of its shards, in the order of the sort key. @throws DomainError `list.limit`, `cursor.invalid` */
export async function readList<Entity>(
  table: Table,
  list: ListSpec,
  { limit, cursor }: ListOptions,
  read: (item: StoredItem) => Entity,
): Promise<PageOf<Entity>> {
  if (!Number.isInteger(limit) || limit < 1 || limit > maxListLimit)
    throw new DomainError(
      'invalid',
      'list.limit',
      `limit: ${limit} is not a whole number from 1 to ${maxListLimit}`,
    );
  const after = cursor === undefined ? undefined : decodeCursor(list.name, cursor);
  // An even share and some more, so that mostly one query a shard is enough.
  const share = Math.ceil((limit + 1) / list.partitions.length);
  const first = list.partitions.length === 1 ? share : share + Math.ceil(share / 2);
  const shards = list.partitions.map((partition) => new Shard(table, list, partition, first, after));
  await Promise.all(shards.map((shard) => shard.fill()));
  const items: StoredItem[] = [];
  let next = head(shards);
  while (next && items.length < limit) {
    items.push(next.take());
    if (next.isEmpty) await next.fill();
    next = head(shards);
  }
  const last = items.at(-1);
  return {
    items: items.map(read),
    cursor: next && last ? encodeCursor(list.name, sortKey(list, last)) : null,
  };
}

class Shard {
  readonly #table: Table;
  readonly #list: ListSpec;
  readonly #partition: string;
  readonly #batch: number;
  #after: string | undefined;
  #items: StoredItem[] = [];
  #more = true;

  constructor(table: Table, list: ListSpec, partition: string, batch: number, after: string | undefined) {
    this.#table = table;
    this.#list = list;
    this.#partition = partition;
    this.#batch = batch;
    this.#after = after;
  }

  get isEmpty(): boolean {
    return this.#items.length === 0;
  }

  get head(): StoredItem | undefined {
    return this.#items[0];
  }

  take(): StoredItem {
    const item = this.#items.shift();
    if (!item) throw new Error('took from an empty shard');
    return item;
  }

  async fill(): Promise<void> {
    if (!this.#more) return;
    const { index, newestFirst, upTo } = this.#list;
    const attributes = ['pk', 'sk', 'entity', 'data', sortKeyName(this.#list)];
    const range = { index, partition: this.#partition, after: this.#after, upTo, newestFirst, attributes };
    const { items, more } = await this.#table.query(range, this.#batch);
    this.#items = items;
    this.#more = more;
    const last = items.at(-1);
    if (last) this.#after = sortKey(this.#list, last);
  }

  /** Negative when this shard's head comes first. DynamoDB sorts by bytes, JavaScript by UTF-16. */
  compare(other: Shard): number {
    if (!this.head || !other.head) return this.head ? -1 : 1;
    const [mine, theirs] = [this.head, other.head].map((item) => Buffer.from(sortKey(this.#list, item)));
    const order = Buffer.compare(mine as Buffer, theirs as Buffer);
    return this.#list.newestFirst ? -order : order;
  }
}

function head(shards: readonly Shard[]): Shard | null {
  const [first] = shards.filter((shard) => !shard.isEmpty).sort((a, b) => a.compare(b));
  return first ?? null;
}

function sortKey(list: ListSpec, item: StoredItem): string {
  return String(item[sortKeyName(list)]);
}

function sortKeyName({ index }: ListSpec): string {
  return tableDefinition.indexes.find(({ name }) => name === index)?.sortKey ?? tableDefinition.sortKey;
}
