import { deflateRawSync } from 'node:zlib';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { DomainError } from '../../core/errors.ts';
import { itemBytes, itemLimitBytes, largestField } from './item-size.ts';
import type { IndexKeys, Key } from './keys.ts';
import { indexKeyAttributes } from './table-definition.ts';
import type { Refusal } from './transaction-refusals.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One write within a transaction, with what it costs and what its refusal means. */
export interface Operation {
  /** No two operations of a transaction may share it. */
  readonly itemId: string;
  readonly bytes: number;
  /** What a caller is told when the condition does not hold. */
  readonly refused: (refusal: Refusal) => DomainError;
  readonly toTransactItem: (tableName: string) => TransactItem;
}

export interface PutSpec {
  readonly key: Key;
  readonly entity: string;
  /** The entity; stored as JSON in one attribute. See docs/adr/0003-single-table.md. */
  readonly data: object;
  /** Stored as deflated JSON (RFC 1951): a quarter of the write units, and not to be read by eye. */
  readonly packed?: boolean;
  readonly index?: IndexKeys;
  /** Other attributes: `version`, `ttl`. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly commitId: string;
  /** Absent: the item is put whatever was there. */
  readonly condition?: {
    readonly expression: string;
    readonly values?: Readonly<Record<string, unknown>>;
    readonly refused: (refusal: Refusal) => DomainError;
  };
}

/** A whole item; all index keys that `index` does not name are gone after it. */
export function putOperation(spec: PutSpec): Operation {
  const { item, bytes } = sizedItem(spec);
  const { condition } = spec;
  const guarded = condition && {
    ConditionExpression: condition.expression,
    ...(condition.values && { ExpressionAttributeValues: condition.values }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  return {
    itemId: itemId(spec.key),
    bytes,
    refused: condition?.refused ?? unexpectedRefusal,
    toTransactItem: (TableName) => ({ Put: { TableName, Item: item, ...guarded } }),
  };
}

/** The item as it is stored. @throws DomainError `store.item-too-large` */
export function toItem(spec: PutSpec): Record<string, unknown> {
  return sizedItem(spec).item;
}

function sizedItem(spec: PutSpec): { item: Record<string, unknown>; bytes: number } {
  const { key, entity, data, packed, index, attributes, commitId } = spec;
  const json = JSON.stringify(data);
  const stored = packed ? deflateRawSync(json) : json;
  const item = { ...key, entity, ...index, ...attributes, commitId, data: stored };
  const bytes = itemBytes(item);
  if (bytes <= itemLimitBytes) return { item, bytes };
  const largest = largestField(data);
  throw new DomainError(
    'invalid',
    'store.item-too-large',
    `${entity}: ${bytes} bytes pass the limit of ${itemLimitBytes}; shorten \`${largest.field}\` (${largest.bytes} bytes) or keep it in the blob store`,
    { details: [{ field: largest.field, message: `${largest.bytes} bytes` }] },
  );
}

/** Sets attributes of an item that must exist. Index keys cannot be changed this way: put the item instead. */
export function updateOperation(
  key: Key,
  attributes: Readonly<Record<string, unknown>>,
  refused: () => DomainError,
): Operation {
  const names = Object.keys(attributes);
  const set = setExpression(attributes);
  if (set === null) throw new Error(`an update of ${key.pk} ${key.sk} sets nothing`);
  const indexed = names.find((name) => indexKeyAttributes.some((attribute) => attribute === name));
  if (indexed !== undefined) throw new Error(`${indexed} is an index key: put the whole item`);
  return {
    itemId: itemId(key),
    bytes: itemBytes({ ...key, ...attributes }),
    refused,
    toTransactItem: (TableName) => ({
      Update: {
        TableName,
        Key: key,
        ...set,
        ConditionExpression: 'attribute_exists(pk)',
      },
    }),
  };
}

/** `SET` of every attribute given; `undefined` ones are left out. Null when nothing is left. */
export function setExpression(attributes: Readonly<Record<string, unknown>>) {
  const entries = Object.entries(attributes).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return null;
  return {
    UpdateExpression: `SET ${entries.map((_, at) => `#a${at} = :a${at}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(entries.map(([name], at) => [`#a${at}`, name])),
    ExpressionAttributeValues: Object.fromEntries(entries.map(([, value], at) => [`:a${at}`, value])),
  };
}

function itemId({ pk, sk }: Key): string {
  return `${pk}\n${sk}`;
}

function unexpectedRefusal(refusal: Refusal): DomainError {
  return new DomainError(
    'unavailable',
    'store.refused',
    `the store refused a write without a condition: ${refusal.message}`,
  );
}
