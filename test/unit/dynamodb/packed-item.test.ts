import { expect, test } from 'vitest';
import { itemBytes } from '../../../adapters/dynamodb/item-size.ts';
import { toItem } from '../../../adapters/dynamodb/operation.ts';
import { readItem } from '../../../adapters/dynamodb/read-item.ts';
import type { StoredItem } from '../../../adapters/dynamodb/table.ts';

const clock = { clock: 'first-reply', promise: { policyId: 'standard', warnings: [50, 80] }, override: null };
const data = {
  clocks: Array.from({ length: 8 }, (_, instance) => ({ ...clock, instance })),
  odd: 'ü 😀 \ud800',
};
const spec = { key: { pk: 'CASE#HW-1', sk: 'SLA' }, entity: 'sla', data, commitId: 'c' };
const packed = toItem({ ...spec, packed: true }) as StoredItem;

test('a packed entity comes back as it went in, from a fraction of the bytes', () => {
  expect(packed.data).toBeInstanceOf(Uint8Array);
  expect(readItem(packed, 'sla')).toEqual(data);
  expect(itemBytes(packed)).toBeLessThan(itemBytes(toItem(spec)) / 3);
});

test('one that was stored before it was packed is read as well', () => {
  expect(readItem(toItem(spec) as StoredItem, 'sla')).toEqual(data);
});

test.each([
  ['cut off', (packed.data as Uint8Array).slice(0, 20)],
  ['not deflated', new Uint8Array([1, 2, 3])],
  ['no data', undefined],
])('one that is %s is refused with its key', (_, broken) => {
  expect(() => readItem({ ...packed, data: broken }, 'sla')).toThrow(
    'the item CASE#HW-1 SLA is no readable sla: restore it from a backup or delete it',
  );
});
