import {
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { contention, isPassing, nameOf, storeError } from './aws-errors.ts';
import type { Key } from './keys.ts';
import type { Operation } from './operation.ts';
import { backOff, maxTries, type RetryPorts } from './retry.ts';
import { type IndexName, tableDefinition } from './table-definition.ts';
import { type Refusal, refusalsOf } from './transaction-refusals.ts';

/** An item as it is stored: keys, `entity` (what it is) and the attributes of that entity. */
export type StoredItem = Key & { readonly entity?: string } & Readonly<Record<string, unknown>>;

export interface Range {
  readonly index?: IndexName;
  readonly partition: string;
  /** Sort keys that begin so. Not together with `after`. */
  readonly prefix?: string;
  /** Sort keys beyond this one in the direction of reading, itself excluded. */
  readonly after?: string;
  /** Sort keys up to this one, itself included. With `after`, which must not lie beyond it, a range of both. */
  readonly upTo?: string;
  readonly newestFirst?: boolean;
  /** Attributes to read; absent: all. A list needs few, and each one costs on the way. */
  readonly attributes?: readonly string[];
}

/** Beyond this many keys BatchWriteItem refuses the request. */
const batchLimit = 25;

/**
 * The one table, with retries. Whatever passes through here is either done, or a DomainError that
 * says what to do, or a mistake of ours (then the SDK's own error).
 */
export class Table {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #retry: RetryPorts;

  constructor(client: DynamoDBDocumentClient, tableName: string, retry: RetryPorts) {
    this.#client = client;
    this.#tableName = tableName;
    this.#retry = retry;
  }

  async get(key: Key): Promise<StoredItem | null> {
    const { Item } = await this.#withRetry(() =>
      this.#client.send(new GetCommand({ TableName: this.#tableName, Key: key, ConsistentRead: true })),
    );
    return (Item as StoredItem | undefined) ?? null;
  }

  /** At most `limit` items, and whether the range holds more. Strongly consistent on the table itself. */
  async query(range: Range, limit: number): Promise<{ items: StoredItem[]; more: boolean }> {
    const input = this.#queryInput(range);
    const items: StoredItem[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const request = new QueryCommand({ ...input, Limit: limit - items.length, ExclusiveStartKey: start });
      const answer = await this.#withRetry(() => this.#client.send(request));
      items.push(...((answer.Items ?? []) as StoredItem[]));
      start = answer.LastEvaluatedKey;
    } while (start && items.length < limit);
    return { items, more: start !== undefined };
  }

  /** All items of a range, page by page. */
  async *queryAll(range: Range): AsyncGenerator<StoredItem> {
    const input = this.#queryInput(range);
    let start: Record<string, unknown> | undefined;
    do {
      const request = new QueryCommand({ ...input, ExclusiveStartKey: start });
      const answer = await this.#withRetry(() => this.#client.send(request));
      yield* (answer.Items ?? []) as StoredItem[];
      start = answer.LastEvaluatedKey;
    } while (start);
  }

  /** False when the condition did not hold. */
  async put(input: Omit<PutCommandInput, 'TableName'>): Promise<boolean> {
    return this.#conditional(() =>
      this.#client.send(new PutCommand({ ...input, TableName: this.#tableName })),
    );
  }

  /** False when the condition did not hold. */
  async update(input: Omit<UpdateCommandInput, 'TableName'>): Promise<boolean> {
    return this.#conditional(() =>
      this.#client.send(new UpdateCommand({ ...input, TableName: this.#tableName })),
    );
  }

  async delete(key: Key): Promise<void> {
    await this.#withRetry(() =>
      this.#client.send(new DeleteCommand({ TableName: this.#tableName, Key: key })),
    );
  }

  /** Deletes in batches; keys that DynamoDB hands back are asked for again. It refuses a key named twice. */
  async deleteAll(keys: readonly Key[]): Promise<void> {
    const distinct = [...new Map(keys.map((key) => [`${key.pk}\n${key.sk}`, key])).values()];
    for (let at = 0; at < distinct.length; at += batchLimit)
      await this.#deleteBatch(distinct.slice(at, at + batchLimit));
  }

  /**
   * One TransactWriteItems. An empty array: committed. Else why each operation at fault was refused.
   * A lost answer is asked for again under the same token, so that our own success is not a conflict.
   */
  async transact(operations: readonly Operation[], token: string): Promise<readonly Refusal[]> {
    const input = {
      ClientRequestToken: token,
      TransactItems: operations.map((operation) => operation.toTransactItem(this.#tableName)),
    };
    try {
      await this.#withRetry(() => this.#client.send(new TransactWriteCommand(input)));
      return [];
    } catch (error) {
      if (nameOf(error) !== 'TransactionCanceledException') throw error;
      return refusalsOf(error, operations.length);
    }
  }

  async #deleteBatch(keys: readonly Key[]): Promise<void> {
    let requests = keys.map((key) => ({ DeleteRequest: { Key: key as unknown as Record<string, unknown> } }));
    for (let tried = 1; requests.length > 0; tried++) {
      const input = { RequestItems: { [this.#tableName]: requests } };
      const answer = await this.#withRetry(() => this.#client.send(new BatchWriteCommand(input)));
      requests = (answer.UnprocessedItems?.[this.#tableName] ?? []) as typeof requests;
      if (requests.length === 0) return;
      if (tried === maxTries) throw contention();
      await backOff(tried, this.#retry);
    }
  }

  async #conditional(send: () => Promise<unknown>): Promise<boolean> {
    try {
      await this.#withRetry(send);
      return true;
    } catch (error) {
      if (nameOf(error) === 'ConditionalCheckFailedException') return false;
      throw error;
    }
  }

  async #withRetry<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    for (let tried = 1; ; tried++) {
      try {
        return await send();
      } catch (error) {
        if (!isPassing(error) || tried === maxTries) throw storeError(error);
        await backOff(tried, this.#retry);
      }
    }
  }

  #queryInput({ index, partition, prefix, after, upTo, newestFirst = false, attributes }: Range) {
    const key = tableDefinition.indexes.find(({ name }) => name === index) ?? tableDefinition;
    const conditions = ['#pk = :pk'];
    if (prefix !== undefined) conditions.push('begins_with(#sk, :sk)');
    const isBetween = after !== undefined && upTo !== undefined;
    if (isBetween) conditions.push('#sk BETWEEN :sk AND :to');
    else if (after !== undefined) conditions.push(`#sk ${newestFirst ? '<' : '>'} :sk`);
    else if (upTo !== undefined) conditions.push('#sk <= :sk');
    // BETWEEN includes both its ends; no key of ours has a control character.
    const sort = isBetween ? `${after}\u0001` : (prefix ?? after ?? upTo);
    const names = Object.fromEntries((attributes ?? []).map((name, at) => [`#a${at}`, name]));
    return {
      TableName: this.#tableName,
      IndexName: index,
      ProjectionExpression: attributes && Object.keys(names).join(', '),
      ConsistentRead: index === undefined,
      ScanIndexForward: !newestFirst,
      KeyConditionExpression: conditions.join(' AND '),
      ExpressionAttributeNames: {
        ...names,
        '#pk': key.partitionKey,
        ...(sort !== undefined && { '#sk': key.sortKey }),
      },
      ExpressionAttributeValues: {
        ':pk': partition,
        ...(sort !== undefined && { ':sk': sort }),
        ...(isBetween && { ':to': upTo }),
      },
    } satisfies QueryCommandInput;
  }
}
