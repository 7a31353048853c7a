import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DynamoConfigSource } from '../../adapters/dynamodb/dynamo-config-source.ts';
import type { Table } from '../../adapters/dynamodb/table.ts';
import { checkPromises } from '../../app/check-promises.ts';
import type { WrittenPromises } from '../../app/draft-config.ts';
import { publishFiles } from '../../app/publish-files.ts';
import { publishPromises } from '../../app/publish-promises.ts';
import { parseDeskConfig } from '../../core/config/desk-config.ts';
import { publishConfig } from '../../local/publish-config.ts';
import type { ConfigVersion } from '../../ports/config-source.ts';
import { startTestDynamo, type TestDynamo } from '../dynamodb.ts';
import { aConfig } from '../unit/config/a-config.ts';
import { somePromises } from '../unit/config/some-promises.ts';

let dynamo: TestDynamo;
let table: Table;
let source: DynamoConfigSource;
const clock = { now: () => Date.UTC(2026, 10, 22, 10) };
const newSource = () => new DynamoConfigSource(table, clock, { error: () => undefined });
const ports = () => ({ config: source, clock });

beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  table = await dynamo.newTable();
  source = newSource();
});

const configNamed = (name: string) => {
  const raw = aConfig();
  return parseDeskConfig({ ...raw, ...somePromises(), desk: { ...raw.desk, name } });
};
const filesNamed = (name: string) => ({ config: configNamed(name), filesHash: `hash of ${name}` });

/** Promises that differ from `somePromises`. */
function others(): WrittenPromises {
  const { calendars, ladders, policies } = somePromises();
  return { calendars, ladders, policies: policies.map((policy) => ({ ...policy, warnings: [90] })) };
}

const edit = (base: ConfigVersion, promises = others()) =>
  publishPromises(
    { baseVersion: base.version, promises, userId: 'ana', reason: ' one warning is enough ' },
    ports(),
  );

describe('promises edited in the console', () => {
  it('replace those of the configuration and nothing else', async () => {
    const { version: base } = await publishFiles(filesNamed('a'), ports());
    const edited = await edit(base);
    expect(edited).toMatchObject({
      source: 'console',
      publishedBy: 'ana',
      reason: 'one warning is enough',
      config: { ...base.config, policies: [{ warnings: [90] }, { warnings: [90] }] },
    });
    expect(edited.policies.version).not.toBe(base.policies.version);
    expect(await newSource().current()).toEqual(edited);
    expect(await newSource().policies(base.policies.version)).toEqual(base.policies);
  });

  it('may bring other departments', async () => {
    const { version: base } = await publishFiles(filesNamed('a'), ports());
    const edited = await edit(base, { ...others(), departments: {} });
    expect(edited.config.departments).toEqual({});
  });

  it('are refused on top of a version that is gone or unknown', async () => {
    const { version: base } = await publishFiles(filesNamed('a'), ports());
    await edit(base);
    const refused = { kind: 'conflict', code: 'config.version-conflict' };
    await expect(edit(base, somePromises())).rejects.toMatchObject(refused);
    await expect(edit({ ...base, version: 'unheard-of' })).rejects.toMatchObject(refused);
  });

  it('are refused with every problem of the whole configuration, and without a reason', async () => {
    const { version: base } = await publishFiles(filesNamed('a'), ports());
    const { policies } = somePromises();
    const broken = {
      calendars: { office: { timezone: 'Mars/Base' } },
      ladders: {},
      policies: [{ ...policies[1], calendar: 'none' }],
    };
    await expect(edit(base, broken)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'config.invalid',
      details: [{ field: 'calendars.office.timezone' }],
    });
    const dangling = { ...somePromises(), ladders: {} };
    await expect(edit(base, dangling)).rejects.toMatchObject({
      details: [{ field: 'policies[0].escalation' }, { field: 'policies[1].escalation' }],
    });
    const input = { baseVersion: base.version, promises: others(), userId: 'ana', reason: ' ' };
    await expect(publishPromises(input, ports())).rejects.toMatchObject({ code: 'config.no-reason' });
    expect((await newSource().current()).version).toBe(base.version);
  });

  it('can be tried: all problems are told and nothing is published', async () => {
    const { version: base } = await publishFiles(filesNamed('a'), ports());
    const { policies } = somePromises();
    const halves = await checkPromises({ ...somePromises(), policies: [policies[0]] }, ports());
    expect(halves.config?.policies).toHaveLength(1);
    expect(halves.problems.map(({ severity }) => severity)).toContain('warning');
    const broken = await checkPromises({ ...somePromises(), ladders: {} }, ports());
    expect(broken.config).toBeNull();
    expect(broken.problems.map(({ severity, field }) => `${severity} ${field}`)).toEqual([
      'error policies[0].escalation',
      'error policies[1].escalation',
    ]);
    expect((await newSource().current()).version).toBe(base.version);
  });
});

describe('the files of a desk', () => {
  it('are published at first, when they change, and not when they stay', async () => {
    expect((await publishFiles(filesNamed('a'), ports())).outcome).toBe('published');
    expect((await publishFiles(filesNamed('a'), ports())).outcome).toBe('unchanged');
    const second = await publishFiles(filesNamed('b'), ports());
    expect(second).toMatchObject({ outcome: 'published', replaced: null });
    expect((await newSource().current()).config.desk.name).toBe('b');
  });

  it('are published when what they lead to has changed, though they stay', async () => {
    await publishFiles(filesNamed('a'), ports());
    const { outcome } = await publishFiles({ ...filesNamed('b'), filesHash: 'hash of a' }, ports());
    expect(outcome).toBe('published');
  });

  it('leave an edit of the console in force until they change, and then say which they replaced', async () => {
    const { version: base } = await publishFiles(filesNamed('a'), ports());
    const edited = await edit(base);
    expect(await publishFiles(filesNamed('a'), ports())).toEqual({
      outcome: 'edit-kept',
      version: edited,
      replaced: null,
    });
    const won = await publishFiles(filesNamed('b'), ports());
    expect(won).toMatchObject({ outcome: 'edit-replaced', version: { source: 'files' }, replaced: edited });
    expect(await newSource().get(edited.version)).toEqual(edited);
    expect((await publishFiles(filesNamed('b'), ports())).outcome).toBe('unchanged');
  });

  it('replace an edit when told so', async () => {
    const { version: base } = await publishFiles(filesNamed('a'), ports());
    const edited = await edit(base);
    const outcome = await publishFiles({ ...filesNamed('a'), overEdits: true }, ports());
    expect(outcome).toMatchObject({ outcome: 'edit-replaced', replaced: { version: edited.version } });
    expect((await newSource().current()).version).toBe(base.version);
  });

  it('say at the start of a desk what became of an edit', async () => {
    const lines: string[] = [];
    const log = {
      info: (text: string) => lines.push(`info ${text}`),
      warn: (text: string) => lines.push(`warn ${text}`),
    };
    await publishConfig(filesNamed('a'), ports(), log);
    expect(lines).toEqual([]);
    const edited = await edit(await source.current());
    await publishConfig(filesNamed('a'), ports(), log);
    await publishConfig(filesNamed('b'), ports(), log);
    expect(lines).toEqual([
      `info the configuration files are as they were, so the edit ${edited.version.slice(0, 12)} of ana (2026-11-22T10:00:00.000Z) stays in force`,
      `warn the configuration files have changed and replace the edit of ana (2026-11-22T10:00:00.000Z), which is kept as version ${edited.version}`,
    ]);
  });
});
