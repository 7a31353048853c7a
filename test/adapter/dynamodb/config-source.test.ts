import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DynamoConfigSource } from '../../../adapters/dynamodb/dynamo-config-source.ts';
import type { Table } from '../../../adapters/dynamodb/table.ts';
import { parseDeskConfig } from '../../../core/config/desk-config.ts';
import type { ConfigVersion } from '../../../ports/config-source.ts';
import { instant, noon } from '../../contract/case-store/samples.ts';
import { startTestDynamo, type TestDynamo } from '../../dynamodb.ts';
import { aConfig } from '../../unit/config/a-config.ts';

let dynamo: TestDynamo;
let table: Table;
let now = noon;
const clock = { now: () => now };
const logged: string[] = [];
const silent = { error: (message: string) => void logged.push(message) };

beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  table = await dynamo.newTable();
  now = noon;
});

describe('the published configuration', () => {
  it('is the one last published, and the earlier ones can be read', async () => {
    const source = new DynamoConfigSource(table, clock, silent);
    await source.publish(versionNamed('one'));
    await source.publish(versionNamed('two'));
    expect(await source.current()).toEqual(versionNamed('two'));
    expect(await source.get('one')).toEqual(versionNamed('one'));
    expect(await source.get('three')).toBeNull();
    await source.publish(versionNamed('one'));
    expect(await source.current()).toEqual(versionNamed('one'));
  });

  it('does not change when it is published again', async () => {
    const source = new DynamoConfigSource(table, clock, silent);
    await source.publish(versionNamed('one'));
    await source.publish({ ...versionNamed('one'), publishedAt: instant(9) });
    expect((await source.current()).publishedAt).toBe(instant(0));
  });

  it('is seen by another reader after 30 seconds at the latest', async () => {
    const writer = new DynamoConfigSource(table, clock, silent);
    const reader = new DynamoConfigSource(table, clock, silent);
    await writer.publish(versionNamed('one'));
    await reader.current();
    await writer.publish(versionNamed('two'));
    now += 29_999;
    expect((await reader.current()).version).toBe('one');
    now += 1;
    expect((await reader.current()).version).toBe('two');
  });

  it('is used as it stands when newer code would refuse it, and the log says so', async () => {
    const source = new DynamoConfigSource(table, clock, silent);
    const old = versionNamed('old');
    const config = { ...old.config, aFieldOfLongAgo: true };
    await source.publish({ ...old, config });
    expect((await source.current()).config).toEqual(config);
    expect(logged.splice(0)).toEqual([
      'the stored configuration is no longer valid and is used as it stands: publish a new one',
    ]);
  });

  it('is asked for when there is none', async () => {
    await expect(new DynamoConfigSource(table, clock, silent).current()).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'config.none',
    });
  });

  it('is refused above 350 KB, and the current one stays', async () => {
    const source = new DynamoConfigSource(table, clock, silent);
    await source.publish(versionNamed('one'));
    const big = versionNamed('big');
    const config = { ...big.config, desk: { ...big.config.desk, name: 'x'.repeat(360_000) } };
    await expect(source.publish({ ...big, config })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'config.too-large',
    });
    expect((await source.current()).version).toBe('one');
  });
});

function versionNamed(version: string): ConfigVersion {
  return { version, publishedAt: instant(0), config: parseDeskConfig(aConfig()) };
}
