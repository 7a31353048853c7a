import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeAllowance } from '../../../adapters/dynamodb/allowances.ts';
import { allowanceKey } from '../../../adapters/dynamodb/keys.ts';
import { sweepExpired } from '../../../local/store/sweep-expired.ts';
import { noon } from '../../contract/case-store/samples.ts';
import { startTestDynamo, type TestDynamo } from '../../dynamodb.ts';

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

it('deletes what has expired and nothing else, however much there is', async () => {
  const table = await dynamo.newTable();
  const clock = { now: () => noon };
  const keys = Array.from({ length: 120 }, (_, number) => `address-${number}`);
  await Promise.all(keys.map((key, number) => takeAllowance(table, clock, key, 1, noon + 1 + number)));
  expect(await sweepExpired(table, noon)).toBe(0);
  expect(await sweepExpired(table, noon + 100)).toBe(100);
  expect(await sweepExpired(table, noon + 100)).toBe(0);
  const left = await Promise.all(keys.map((key) => table.get(allowanceKey(key))));
  expect(left.map((item) => item !== null)).toEqual(keys.map((_, number) => number >= 100));
});
