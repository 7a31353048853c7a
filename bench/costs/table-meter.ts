import { tableDefinition } from '../../adapters/dynamodb/table-definition.ts';
import { textOf, type WireItem, wireBytes } from './wire-item.ts';

/** An operation of DynamoDB as it went over the wire. */
export interface Exchange {
  readonly operation: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly answer: Readonly<Record<string, unknown>>;
}

interface Put {
  readonly Item: WireItem;
}
interface Update {
  readonly Key: WireItem;
  readonly ExpressionAttributeNames: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues: WireItem;
  readonly UpdateExpression: string;
}

const writeUnit = 1024;
const readUnit = 4096;

/**
 * Adds up what DynamoDB would bill for the requests of a desk. Writes: the larger of an item before and after, each
 * begun KB a unit, two in a transaction; an index that holds the item the same once more, or twice when its key
 * there changes. Reads: each begun 4 KB a unit, half where they need not be consistent.
 */
export class TableMeter {
  readonly #items = new Map<string, WireItem>();
  #writes: Record<string, number> = {};
  #reads: Record<string, number> = {};
  /** The commits that left something in the outbox. */
  #announcing = new Set<string>();
  #isPaused = false;

  /** Reads go uncounted until the answer is called. */
  pause(): () => void {
    this.#isPaused = true;
    return () => {
      this.#isPaused = false;
    };
  }

  /** What was counted since the last time; the items stay known. */
  take(): { writes: Record<string, number>; reads: Record<string, number>; announcingCommits: number } {
    const taken = { writes: this.#writes, reads: this.#reads, announcingCommits: this.#announcing.size };
    this.#writes = {};
    this.#reads = {};
    this.#announcing = new Set();
    return taken;
  }

  count({ operation, request, answer }: Exchange): void {
    switch (operation) {
      case 'TransactWriteItems':
        this.#transaction(request.TransactItems as { Put?: Put; Update?: Update }[]);
        return;
      case 'PutItem':
        this.#put(request as unknown as Put, 1);
        return;
      case 'UpdateItem':
        this.#update(request as unknown as Update, 1);
        return;
      case 'GetItem': {
        const { Item } = answer as { Item?: WireItem };
        const { Key, ConsistentRead } = request as { Key: WireItem; ConsistentRead?: boolean };
        this.#read(Item ? kindOf(Item) : kindOf(Key), Item ? [Item] : [], ConsistentRead === true);
        return;
      }
      case 'Query':
        this.#query(request, answer.Items as WireItem[]);
        return;
      // On one machine only: a stream and a time to live do both on AWS, for nothing.
      case 'BatchWriteItem':
      case 'DeleteItem':
      case 'CreateTable':
      case 'DescribeTable':
      case 'ListTables':
      case 'UpdateTimeToLive':
        return;
      default:
        throw new Error(`the meter does not know what ${operation} costs`);
    }
  }

  #transaction(operations: readonly { Put?: Put; Update?: Update }[]): void {
    for (const { Put, Update } of operations) {
      if (Put) this.#put(Put, 2);
      else if (Update) this.#update(Update, 2);
      else throw new Error('the meter knows puts and updates in a transaction only');
    }
    for (const { Put } of operations)
      if (Put && kindOf(Put.Item) === 'outbox') this.#announcing.add(textOf(Put.Item, 'commitId'));
  }

  #put({ Item }: Put, factor: number): void {
    const id = idOf(Item);
    const before = this.#items.get(id);
    this.#items.set(id, Item);
    const bytes = Math.max(wireBytes(Item), before ? wireBytes(before) : 0);
    const kind = kindOf(Item);
    this.#wrote(kind, factor * units(bytes, writeUnit));
    for (const { partitionKey, sortKey } of tableDefinition.indexes) {
      const place = placeIn(Item, partitionKey, sortKey);
      const earlier = before ? placeIn(before, partitionKey, sortKey) : null;
      if (earlier !== null && earlier !== place && before)
        this.#wrote(`${kind} index`, units(wireBytes(before), writeUnit));
      if (place !== null) this.#wrote(`${kind} index`, units(wireBytes(Item), writeUnit));
    }
  }

  /** Only the `SET name = :value` of our own updates; none of them touches the key of an index. */
  #update(
    { Key, UpdateExpression, ExpressionAttributeNames, ExpressionAttributeValues }: Update,
    factor: number,
  ) {
    const before = this.#items.get(idOf(Key)) ?? Key;
    const set: Record<string, WireItem[string]> = {};
    for (const [, name = '', value = ''] of UpdateExpression.matchAll(/(#\w+|\w+)\s*=\s*(:\w+)/g)) {
      const given = ExpressionAttributeValues[value];
      if (given) set[ExpressionAttributeNames[name] ?? name] = given;
    }
    const after = { ...before, ...set };
    this.#items.set(idOf(Key), after);
    const bytes = Math.max(wireBytes(before), wireBytes(after));
    this.#wrote(kindOf(after), factor * units(bytes, writeUnit));
  }

  #query(request: Readonly<Record<string, unknown>>, items: readonly WireItem[]): void {
    const values = request.ExpressionAttributeValues as WireItem;
    const partition = textOf(values, ':pk');
    const kind = request.IndexName
      ? `list ${partition.replace(/#.*/, '')}`
      : `query ${partition.replace(/#.*/, '')}`;
    this.#read(kind, items, request.ConsistentRead === true);
  }

  #read(kind: string, items: readonly WireItem[], isConsistent: boolean): void {
    if (this.#isPaused) return;
    const bytes = items.reduce((sum, item) => sum + wireBytes(item), 0);
    this.#reads[kind] = (this.#reads[kind] ?? 0) + units(bytes, readUnit) * (isConsistent ? 1 : 0.5);
  }

  #wrote(kind: string, count: number): void {
    this.#writes[kind] = (this.#writes[kind] ?? 0) + count;
  }
}

function units(bytes: number, size: number): number {
  return Math.max(1, Math.ceil(bytes / size));
}

function idOf(item: WireItem): string {
  return `${textOf(item, 'pk')}\n${textOf(item, 'sk')}`;
}

/** What an item is; of one that is not there, what its key says. */
function kindOf(item: WireItem): string {
  return textOf(item, 'entity') || textOf(item, 'pk').replace(/#.*/, '').toLowerCase();
}

/** Null when the index does not hold the item. */
function placeIn(item: WireItem, partitionKey: string, sortKey: string): string | null {
  const partition = textOf(item, partitionKey);
  return partition === '' ? null : `${partition}\n${textOf(item, sortKey)}`;
}
