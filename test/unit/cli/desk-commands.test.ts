import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseCommand } from '../../../cli/case.ts';
import { pageCommand } from '../../../cli/page.ts';
import { createApiHandler } from '../../../functions/api/handler.ts';
import { type HttpServer, startHttpServer } from '../../../local/http/http-server.ts';
import { namedTokens } from '../../fakes/api-client.ts';
import { type FakePorts, fakePorts } from '../../fakes/fake-ports.ts';
import { addSampleCase, sampleAttempt, sampleCaseId, samplePageId } from '../../fakes/sample-case.ts';

let ports: FakePorts;
let server: HttpServer;
let data: string;

beforeEach(async () => {
  ports = fakePorts();
  data = await mkdtemp(join(tmpdir(), 'cli-'));
  await writeFile(join(data, 'operator-token'), 'token-operator\n');
  server = await startHttpServer({
    ...ports,
    host: '127.0.0.1',
    port: 0,
    api: createApiHandler(ports, { tokens: namedTokens, sentMail: null }),
    auth: { fetch: () => new Response(null, { status: 404 }) },
    consoleFolder: data,
    onSocketUpgrade: (_request, socket) => void socket.destroy(),
  });
});
afterEach(async () => {
  await server.close(100);
  await rm(data, { recursive: true, force: true });
});

async function run(
  command: typeof caseCommand,
  args: string[],
  env: Record<string, string | undefined> = {},
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await command(args, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: { HARBORWATCH_URL: server.url, HARBORWATCH_DATA: data, ...env },
  });
  return { code, out, err };
}

async function manyCases(): Promise<void> {
  const { case: one } = await addSampleCase(ports);
  for (let i = 0; i < 450; i++) {
    const id = `HW-${String(i).padStart(8, '0')}`;
    const status = (['open', 'pending', 'solved'] as const)[i % 3] ?? 'open';
    ports.store.cases.set(id, { ...one, id, status, priority: 'normal', openPageId: null });
  }
}

describe('harborwatch case', () => {
  it('lists all cases of all views as JSON, following cursors', async () => {
    await manyCases();
    const { code, out, err } = await run(caseCommand, ['list', '--json']);
    expect([code, err]).toEqual([0, '']);
    const cases = JSON.parse(out) as Record<string, unknown>[];
    expect(cases).toHaveLength(451);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(451);
    expect(cases[0]).toEqual({
      id: sampleCaseId,
      subject: 'I cannot go on',
      status: 'new',
      priority: 'emergency',
      category: 'self-harm',
      requester: 'kim@buyer.example',
      createdAt: '2026-11-22T10:23:00.000Z',
      nextDueAt: null,
    });
  });

  it('lists one view, and no more than asked for', async () => {
    await manyCases();
    const solved = JSON.parse((await run(caseCommand, ['list', '--view', 'done', '--json'])).out) as {
      status: string;
    }[];
    expect(solved).toHaveLength(150);
    expect(new Set(solved.map(({ status }) => status))).toEqual(new Set(['solved']));
    for (const limit of [1, 151, 200, 201, 300])
      expect(
        JSON.parse((await run(caseCommand, ['list', '--limit', String(limit), '--json'])).out),
      ).toHaveLength(limit);
  });

  it('prints an aligned table that no subject can break', async () => {
    const { case: one } = await addSampleCase(ports);
    ports.store.cases.set(one.id, { ...one, subject: 'a\u001b[2Jb\nc' });
    const { out } = await run(caseCommand, ['list']);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]?.indexOf('SUBJECT')).toBe(lines[1]?.indexOf('a [2Jb c'));
    expect((await run(caseCommand, ['list', '--view', 'done'])).out).toBe('no cases\n');
  });

  it('shows a case', async () => {
    await addSampleCase(ports);
    const { out } = await run(caseCommand, ['show', sampleCaseId.toLowerCase(), '--json']);
    expect(JSON.parse(out)).toMatchObject({
      case: { id: sampleCaseId },
      events: [{}, {}, {}, {}],
      pages: [{}],
    });
    const text = (await run(caseCommand, ['show', sampleCaseId])).out;
    expect(text).toMatch(/^Subject +I cannot go on$/m);
    expect(text).toMatch(/mara-lind|triage/);
    expect(text).toContain('page.opened.v1');
  });

  it.each<[string[], string]>([
    [[], 'there is no ""; use list or show'],
    [['liste'], 'there is no "liste"'],
    [['list', 'more'], 'unexpected argument "more"'],
    [['list', '--view', 'mine'], '--view: "mine" is no view; choose active, waiting, done'],
    [['list', '--limit', '0'], '--limit: "0" is no count'],
    [['list', '--limit', '1e3'], '--limit: "1e3" is no count'],
    [['list', '--colour'], "'--colour'"],
    [['show'], 'show needs the id of a case'],
    [['show', 'HW-1'], 'write a case id such as HW-7K3M9QZX'],
    [['show', '../../etc'], 'write a case id such as'],
    [['show', 'HW-00000000'], 'There is no case HW-00000000'],
    [['show', sampleCaseId, '--limit', '3'], '--view and --limit are for list'],
  ])('%j is one clear line and exit code 2', async (args, line) => {
    const { code, out, err } = await run(caseCommand, args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(line);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('explains itself', async () => {
    expect(await run(caseCommand, ['--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('harborwatch case list'),
    });
  });
});

describe('harborwatch page', () => {
  it('lists pages with their attempts', async () => {
    await addSampleCase(ports);
    for (const args of [
      ['list', '--json'],
      ['list', '--open', '--json'],
    ])
      expect(JSON.parse((await run(pageCommand, args)).out)).toEqual([
        {
          id: samplePageId,
          caseId: sampleCaseId,
          state: 'open',
          openedAt: '2026-11-22T10:23:00.000Z',
          attempts: [
            {
              user: 'mara-lind',
              channel: 'email',
              dispatchedAt: '2026-11-22T10:23:00.000Z',
              acceptedAt: '2026-11-22T10:23:00.000Z',
              ackedAt: null,
            },
          ],
        },
      ]);
    expect((await run(pageCommand, ['list'])).out).toMatch(
      new RegExp(`^${samplePageId} +open .* mara-lind`, 'm'),
    );
  });

  it('acknowledges, and says who was first', async () => {
    await addSampleCase(ports);
    const first = await run(pageCommand, ['ack', samplePageId.toLowerCase()]);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toBe(
      `${samplePageId}: acknowledged by Mara Lind (mara-lind) at 2026-11-22T10:24:00.000Z: paging has stopped\n`,
    );
    const second = await run(pageCommand, ['ack', samplePageId, '--as', 'sven-holt']);
    expect(second.out).toContain('Mara Lind (mara-lind) was first');
    const json = JSON.parse(
      (await run(pageCommand, ['ack', samplePageId, '--as', 'sven-holt', '--json'])).out,
    ) as unknown;
    expect(json).toMatchObject({ outcome: 'already-acknowledged', by: { id: 'mara-lind' } });
    expect(JSON.parse((await run(pageCommand, ['list', '--open', '--json'])).out)).toEqual([]);
  });

  it('wants a name when the page has asked several', async () => {
    await addSampleCase(ports);
    await ports.store.beginAttempt(sampleAttempt('sven-holt', 1));
    const { code, err } = await run(pageCommand, ['ack', samplePageId]);
    expect([code, err]).toEqual([2, expect.stringContaining('mara-lind, sven-holt')]);
    expect((await run(pageCommand, ['ack', samplePageId, '--as', 'sven-holt'])).code).toBe(0);
  });

  it.each<[string[], string]>([
    [[], 'there is no ""'],
    [['ack'], 'ack needs the id of a page'],
    [['ack', 'x'], 'write a page id such as'],
    [['ack', `${sampleCaseId}-P7`], 'There is no page'],
    [['ack', samplePageId, '--as', 'nobody'], 'no user of this desk'],
    [['ack', samplePageId, '--open'], '--open is for list'],
    [['list', '--as', 'x'], '--as is for ack'],
    [['list', 'x'], 'unexpected argument'],
  ])('%j is one clear line and exit code 2', async (args, line) => {
    await addSampleCase(ports);
    const { code, err } = await run(pageCommand, args);
    expect([code, err]).toEqual([2, expect.stringContaining(line)]);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('a desk that', () => {
  it('does not answer is named, with what to do', async () => {
    const { code, err } = await run(caseCommand, ['list'], { HARBORWATCH_URL: 'http://127.0.0.1:9' });
    expect(code).toBe(2);
    expect(err).toMatch(
      /^harborwatch case: no desk answers at http:\/\/127.0.0.1:9 \(.+\); start it with "npm start"/,
    );
  });

  it.each<[Record<string, string | undefined>, string]>([
    [{ HARBORWATCH_URL: 'localhost:8080' }, 'HARBORWATCH_URL: "localhost:8080" is no web address'],
    [{ HARBORWATCH_URL: 'ftp://x' }, 'is no web address'],
    [
      { HARBORWATCH_DATA: '/nowhere/at/all' },
      'no operator token: there is no /nowhere/at/all/operator-token',
    ],
    [{ HARBORWATCH_TOKEN: 'a\nb' }, 'HARBORWATCH_TOKEN: this is no token'],
    [{ HARBORWATCH_TOKEN: 'forged' }, 'The token is refused'],
  ])('%j cannot be found', async (env, line) => {
    const { code, err } = await run(caseCommand, ['list'], env);
    expect([code, err]).toEqual([2, expect.stringContaining(line)]);
  });

  it('is another program is not believed', async () => {
    const other = createServer((_request, response) => void response.end('<html>hello</html>'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    const { code, err } = await run(caseCommand, ['list'], { HARBORWATCH_URL: url });
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
    expect([code, err]).toEqual([2, expect.stringContaining('is no desk (HTTP 200')]);
  });
});
