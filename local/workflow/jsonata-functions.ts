import { createHash } from 'node:crypto';
import jsonata from 'jsonata';
import type { Json } from './json.ts';

export interface FunctionSources {
  /** Epoch ms: every call within one advance sees the same instant. */
  now: number;
  /** The next draw of the execution's own seeded sequence, 0 <= n < 1. */
  draw: () => number;
  /** The next UUID (version 4) of the same sequence. */
  uuid: () => string;
}

const HASHES: Record<string, string> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};
/** Both from the Step Functions guide, "Transforming data with JSONata". */
const MAX_RANGE_ITEMS = 1_000;
const MAX_HASH_BYTES = 10_000;

const fromMillis = jsonata('$fromMillis(at, picture, zone)');
const toMillis = jsonata('$toMillis(text, picture)');

export class QueryFunctionError extends Error {}

/** What Step Functions adds to JSONata or takes away, and the clock and randomness bound to ours. */
export function jsonataFunctions({ now, draw, uuid }: FunctionSources): Record<string, unknown> {
  return {
    now: (picture?: string, zone?: string) => fromMillis.evaluate({ at: now, picture, zone }),
    millis: () => now,
    toMillis: parseMillis,
    eval: () => {
      throw new QueryFunctionError('$eval is not supported by Step Functions; use $parse for JSON text');
    },
    shuffle: (items?: Json[]) => (items === undefined ? undefined : shuffled(items, draw)),
    random: (seed?: number) => (seed === undefined ? draw() : seededFraction(seed)),
    uuid,
    partition,
    range,
    hash,
    parse: (text?: string) => (text === undefined ? undefined : parseText(text)),
  };
}

/** With a picture that lacks a date jsonata fills it in from the machine's own clock, which a replay would not repeat. */
function parseMillis(text?: string, picture?: string): Promise<unknown> {
  if (picture !== undefined && !/\[(Y|X)/.test(picture)) {
    throw new QueryFunctionError(`$toMillis: the picture "${picture}" has no year; give the whole date`);
  }
  return toMillis.evaluate({ text, picture });
}

/** Fisher and Yates, on the execution's own draws instead of the machine's. */
function shuffled(items: Json[], draw: () => number): Json[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(draw() * (last + 1));
    [order[last], order[pick]] = [order[pick] as Json, order[last] as Json];
  }
  return order;
}

function seededFraction(seed: number): number {
  return createHash('sha256').update(String(seed)).digest().readUIntBE(0, 6) / 2 ** 48;
}

function partition(items?: Json[], size?: number): Json[][] | undefined {
  if (items === undefined) return undefined;
  if (!Array.isArray(items)) throw new QueryFunctionError('$partition: the first argument must be an array');
  if (size === undefined || !Number.isInteger(size) || size < 1) {
    throw new QueryFunctionError('$partition: the second argument must be a positive integer');
  }
  const chunks: Json[][] = [];
  for (let from = 0; from < items.length; from += size) chunks.push(items.slice(from, from + size));
  return chunks;
}

function range(first?: number, last?: number, delta = 1): number[] {
  if (![first, last, delta].every((bound) => Number.isInteger(bound)) || delta === 0) {
    throw new QueryFunctionError('$range: first, last and a step other than 0 must be integers');
  }
  const from = first as number;
  const length = Math.max(0, Math.floor(((last as number) - from) / delta) + 1);
  if (length > MAX_RANGE_ITEMS)
    throw new QueryFunctionError(`$range: ${length} items, at most ${MAX_RANGE_ITEMS}`);
  return Array.from({ length }, (_, index) => from + index * delta);
}

function hash(data?: Json, algorithm?: string): string | undefined {
  if (data === undefined) return undefined;
  const name = algorithm === undefined ? undefined : HASHES[algorithm];
  if (name === undefined) {
    throw new QueryFunctionError(`$hash: the algorithm must be one of ${Object.keys(HASHES).join(', ')}`);
  }
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  if (Buffer.byteLength(text) > MAX_HASH_BYTES) {
    throw new QueryFunctionError(`$hash: at most ${MAX_HASH_BYTES} bytes can be hashed`);
  }
  return createHash(name).update(text).digest('hex');
}

function parseText(text: string): unknown {
  if (typeof text !== 'string') throw new QueryFunctionError('$parse: the argument must be a string');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new QueryFunctionError('$parse: the text is not JSON', { cause });
  }
}
