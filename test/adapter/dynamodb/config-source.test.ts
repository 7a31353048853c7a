import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DynamoConfigSource } from '../../../adapters/dynamodb/dynamo-config-source.ts';
import { configVersionKey, currentConfigKey } from '../../../adapters/dynamodb/keys.ts';
import { toItem } from '../../../adapters/dynamodb/operation.ts';
import type { Table } from '../../../adapters/dynamodb/table.ts';
import { type DeskConfig, parseDeskConfig } from '../../../core/config/desk-config.ts';
import type { ConfigEdition } from '../../../ports/config-source.ts';
import { instant, noon } from '../../contract/case-store/samples.ts';
import { startTestDynamo, type TestDynamo } from '../../dynamodb.ts';
import { aConfig } from '../../unit/config/a-config.ts';
import { somePromises } from '../../unit/config/some-promises.ts';

let dynamo: TestDynamo;
let table: Table;
let now = noon;
const clock = { now: () => now };
const logged: string[] = [];
const silent = { error: (message: string) => void logged.push(message) };
const newSource = () => new DynamoConfigSource(table, clock, silent);

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
    const source = newSource();
    const one = await source.publish(edition('one'));
    now += 60_000;
    const two = await source.publish({
      ...edition('two'),
      source: 'console',
      publishedBy: 'ana',
      reason: 'x',
    });
    expect(two).toMatchObject({
      source: 'console',
      publishedBy: 'ana',
      reason: 'x',
      publishedAt: instant(1),
    });
    expect(await source.current()).toEqual(two);
    expect(await newSource().current()).toEqual(two);
    expect(await source.get(one.version)).toEqual(one);
    expect(await source.get('three')).toBeNull();
    now += 60_000;
    await source.publish(edition('one'));
    expect(await source.current()).toEqual({ ...one, publishedAt: instant(2) });
  });

  it('does not change when it is published again', async () => {
    const source = newSource();
    const one = await source.publish(edition('one'));
    now += 60_000;
    expect(await source.publish({ ...edition('one'), source: 'console' })).toEqual(one);
    expect(await source.current()).toEqual(one);
  });

  it('is seen by another reader after 30 seconds at the latest', async () => {
    const [writer, reader] = [newSource(), newSource()];
    const one = await writer.publish(edition('one'));
    await reader.current();
    const two = await writer.publish(edition('two'));
    now += 29_999;
    expect((await reader.current()).version).toBe(one.version);
    now += 1;
    expect((await reader.current()).version).toBe(two.version);
  });

  it('is used as it stands when newer code would refuse it, and the log says so', async () => {
    const { config } = edition('old');
    const old = { ...config, aFieldOfLongAgo: true };
    await newSource().publish({ ...edition('old'), config: old });
    expect((await newSource().current()).config).toEqual(old);
    expect(logged.splice(0)).toEqual([
      'the stored configuration is no longer valid and is used as it stands: publish a new one',
    ]);
  });

  it('is asked for when there is none', async () => {
    await expect(newSource().current()).rejects.toMatchObject({ kind: 'unavailable', code: 'config.none' });
  });

  it('is refused above 350 KB, and the current one stays', async () => {
    const source = newSource();
    const one = await source.publish(edition('one'));
    await expect(source.publish(edition('x'.repeat(360_000)))).rejects.toMatchObject({
      kind: 'invalid',
      code: 'config.too-large',
    });
    expect((await source.current()).version).toBe(one.version);
  });
});

describe('an edit of a version', () => {
  it('is refused when another one has come in between, and says which', async () => {
    const source = newSource();
    const base = (await source.publish(edition('one'))).version;
    await source.publish({ ...edition('two'), source: 'console', publishedBy: 'ana' }, { base });
    await expect(source.publish(edition('three'), { base })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'config.version-conflict',
      message: expect.stringMatching(/ana published [0-9a-f]{12} at 2026/),
    });
    expect((await source.current()).config.desk.name).toBe('two');
  });

  it('wins alone of many that are made at once', async () => {
    const base = (await newSource().publish(edition('one'))).version;
    const tries = Array.from({ length: 6 }, (_, i) => newSource().publish(edition(`try ${i}`), { base }));
    const outcomes = await Promise.allSettled(tries);
    const won = outcomes.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    expect((await newSource().current()).version).toBe(
      won[0]?.status === 'fulfilled' ? won[0].value.version : 'none',
    );
    for (const outcome of outcomes)
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ code: 'config.version-conflict' });
  });

  it('leaves standing which files were published last', async () => {
    const source = newSource();
    expect(await source.publishedFiles()).toBeNull();
    const base = (await source.publish(edition('one'), { filesHash: 'f1' })).version;
    await source.publish({ ...edition('two'), source: 'console' }, { base });
    expect(await source.publishedFiles()).toBe('f1');
    await source.publish({ ...edition('two'), source: 'files' }, { filesHash: 'f2' });
    expect(await source.publishedFiles()).toBe('f2');
    expect(await source.current()).toMatchObject({ source: 'console' });
  });
});

describe('the promises of a version', () => {
  it('can be read by every reader long after they were replaced', async () => {
    const source = newSource();
    const first = await source.publish(edition('one', somePromises()));
    const second = await source.publish(edition('one'));
    expect(first.policies.policies).toHaveLength(2);
    expect(second.policies.version).not.toBe(first.policies.version);
    const reader = newSource();
    const read = await reader.policies(first.policies.version);
    expect(read).toEqual(first.policies);
    expect(await reader.policies(first.policies.version)).toBe(read);
    expect(await reader.policies('none')).toBeNull();
  });

  it('stay the same version and object when something else is published', async () => {
    const source = newSource();
    await source.publish(edition('one', somePromises()));
    const { policies } = await source.current();
    await source.publish(edition('two', somePromises()));
    expect((await source.current()).policies).toBe(policies);
  });

  it('are none for a configuration from before there were promises, which others can go on to name', async () => {
    const { calendars, ladders, policies, departments, ...config } = edition('old').config;
    expect([calendars, ladders, policies, departments]).toEqual([{}, {}, [], {}]);
    const data = { version: 'old', publishedAt: instant(0), config };
    const commitId = '';
    await table.put({ Item: toItem({ key: configVersionKey('old'), entity: 'config', data, commitId }) });
    const pointer = { key: currentConfigKey, entity: 'current-config', data: { version: 'old' }, commitId };
    await table.put({ Item: toItem(pointer) });
    const source = newSource();
    const old = await source.current();
    expect(old).toMatchObject({ source: 'files', publishedBy: null, config: { policies: [] } });
    expect(await newSource().policies(old.policies.version)).toEqual(old.policies);
    await source.publish(edition('new', somePromises()));
    expect(await newSource().policies(old.policies.version)).toEqual(old.policies);
  });
});

function edition(name: string, promises: object = {}): ConfigEdition {
  const raw = aConfig();
  const config: DeskConfig = parseDeskConfig({ ...raw, desk: { ...raw.desk, name: 'x' }, ...promises });
  return {
    config: { ...config, desk: { ...config.desk, name } },
    source: 'files',
    publishedBy: null,
    reason: null,
  };
}
