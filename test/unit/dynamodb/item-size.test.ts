import { expect, it } from 'vitest';
import { itemBytes, largestField } from '../../../adapters/dynamodb/item-size.ts';

it('counts an item as DynamoDB does: UTF-8 of names and texts, and what lists and maps cost', () => {
  expect(itemBytes({})).toBe(0);
  expect(itemBytes({ ab: 'ü', gone: undefined })).toBe(4);
  expect(itemBytes({ a: null, b: true })).toBe(4);
  expect(itemBytes({ n: 7 })).toBe(22);
  expect(itemBytes({ l: ['a', 'b'] })).toBe(1 + 3 + 2 * 2);
  expect(itemBytes({ m: { k: 'v' } })).toBe(1 + 3 + 1 + 2);
  expect(itemBytes({ bytes: new Uint8Array(10) })).toBe(15);
});

it('names the field that takes most room', () => {
  expect(largestField({ a: 'x', text: 'xxxx', list: [1], none: undefined })).toEqual({
    field: 'text',
    bytes: 6,
  });
});
