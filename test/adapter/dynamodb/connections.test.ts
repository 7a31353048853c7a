import { afterAll, beforeAll, expect, it } from 'vitest';
import { DynamoConnections } from '../../../adapters/dynamodb/dynamo-connections.ts';
import { instant } from '../../contract/case-store/samples.ts';
import { startTestDynamo, type TestDynamo } from '../../dynamodb.ts';

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());

it('keeps the consoles that are connected until they are removed', async () => {
  const connections = new DynamoConnections(await dynamo.newTable());
  const kim = { connectionId: 'Zx=1', userId: 'kim', connectedAt: instant(0) };
  const lee = { connectionId: 'Zx=2', userId: 'lee', connectedAt: instant(1) };
  expect(await connections.list()).toEqual([]);
  await connections.save(lee);
  await connections.save(kim);
  await connections.save(kim);
  expect(await connections.list()).toEqual([kim, lee]);
  await connections.remove(kim.connectionId);
  await connections.remove(kim.connectionId);
  expect(await connections.list()).toEqual([lee]);
});
