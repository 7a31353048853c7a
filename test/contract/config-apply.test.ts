import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDocumentClient, createDynamoClient } from '../../adapters/dynamodb/dynamo-client.ts';
import { DynamoConfigSource } from '../../adapters/dynamodb/dynamo-config-source.ts';
import { ensureTable } from '../../adapters/dynamodb/ensure-table.ts';
import { systemRetry } from '../../adapters/dynamodb/retry.ts';
import { Table } from '../../adapters/dynamodb/table.ts';
import { publishPromises } from '../../app/publish-promises.ts';
import { applyConfig } from '../../cli/config-apply.ts';
import { dynoxideProgram, startDynoxide } from '../../local/store/start-dynoxide.ts';
import type { StoreServer } from '../../local/store/store-server.ts';

let server: StoreServer;
const said: string[] = [];
const write = (text: string) => said.push(text);
const io = { stdout: { write }, stderr: { write }, env: {} };
const silent = { error: () => undefined };
const clock = { now: () => Date.parse('2026-11-20T18:00:00Z') };

beforeAll(async () => {
  server = await startDynoxide(dynoxideProgram() ?? 'dynoxide', null);
  const client = createDynamoClient({ endpoint: server.endpoint });
  await ensureTable(client, 'desk');
  client.destroy();
});
afterAll(async () => server.stop());

test('config apply makes the shipped configuration the current one of a table', async () => {
  const args = ['config', '--table', 'desk', '--endpoint-url', server.endpoint];
  expect(await applyConfig(args, io, clock)).toBe(0);
  expect(said.join('')).toMatch(/^applied config to desk as version [0-9a-f]{12};/);

  const client = createDynamoClient({ endpoint: server.endpoint });
  const table = new Table(createDocumentClient(client), 'desk', systemRetry);
  const { version, config } = await new DynamoConfigSource(table, clock, silent).current();
  expect(said.join('')).toContain(version.slice(0, 12));
  expect(config.users.map(({ id }) => id)).toContain('ana-ruiz');
  client.destroy();
});

test('config apply leaves an edit of the console in force until it is told otherwise, and says so', async () => {
  const args = ['config', '--table', 'desk', '--endpoint-url', server.endpoint];
  await applyConfig(args, io, clock);
  const client = createDynamoClient({ endpoint: server.endpoint });
  const table = new Table(createDocumentClient(client), 'desk', systemRetry);
  const source = new DynamoConfigSource(table, clock, silent);
  const base = await source.current();
  const { calendars, ladders, policies } = base.config;
  const promises = {
    calendars,
    ladders,
    policies: policies.map((policy) => ({ ...policy, warnings: [90] })),
  };
  const input = { baseVersion: base.version, promises, userId: 'mara-lind', reason: 'fewer warnings' };
  const edited = await publishPromises(input, { config: source, clock });

  said.length = 0;
  expect(await applyConfig(args, io, clock)).toBe(0);
  expect(said.join('')).toMatch(
    /^nothing applied: .* of mara-lind .* stays in force; --over-edits replaces it\n$/,
  );
  expect((await new DynamoConfigSource(table, clock, silent).current()).version).toBe(edited.version);

  said.length = 0;
  expect(await applyConfig([...args, '--over-edits'], io, clock)).toBe(0);
  expect(said.join('')).toContain(`which is kept as version ${edited.version}\n`);
  expect((await new DynamoConfigSource(table, clock, silent).current()).version).toBe(base.version);
  client.destroy();
});

test.each([
  [[], 'FOLDER'],
  [['config'], '--table'],
])('config apply %j is refused and names what is missing', async (args, missing) => {
  await expect(applyConfig(args, io, clock)).rejects.toThrow(missing);
});
