import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { DeskProcess, type Ended } from './desk-process.ts';

// A first start builds the console.
vi.setConfig({ testTimeout: 120_000 });

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'harborwatch-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function runUntilRefused(dataFolder: string, env: Record<string, string> = {}): Promise<Ended> {
  const desk = new DeskProcess({ dataFolder, env });
  onTestFinished(() => desk.signal('SIGKILL'));
  return desk.ended;
}

async function takePort(): Promise<string> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return String((server.address() as AddressInfo).port);
}

/** Exit code 2 and one line that says what to mend. */
function expectOneClearLine({ code, stdout, stderr }: Ended, ...parts: readonly (string | RegExp)[]): void {
  expect({ code, stdout, lines: stderr.trimEnd().split('\n').length, stderr }).toEqual({
    code: 2,
    stdout: '',
    lines: 1,
    stderr,
  });
  expect(stderr).toMatch(/^harborwatch start: /);
  for (const part of parts) expect(stderr).toMatch(part);
}

async function expectToStart(dataFolder: string): Promise<void> {
  const desk = new DeskProcess({ dataFolder });
  onTestFinished(() => desk.signal('SIGKILL'));
  await desk.ready();
  desk.signal('SIGTERM');
  expect((await desk.ended).code).toBe(0);
}

test.each([
  ['HARBORWATCH_HTTP_PORT', '80a', /port number/],
  ['HARBORWATCH_HTTP_PORT', '65536', /at most 65535/],
  ['HARBORWATCH_SMTP_PORT', '-1', /port number/],
  ['HARBORWATCH_MAIL_DOMAIN', 'not a domain', /HARBORWATCH_MAIL_DOMAIN/],
  ['HARBORWATCH_SMTP_RELAY', 'http://relay.example', /smtp:\/\//],
  ['HARBORWATCH_LOG_LEVEL', 'loud', /debug, info, warn or error/],
  ['HARBORWATCH_CONFIG', '/nowhere/at/all', /nowhere\/at\/all/],
  ['HARBORWATCH_STMP_PORT', '2525', /did you mean HARBORWATCH_SMTP_PORT/],
])('%s=%s is refused by name, with the remedy', async (name, value, remedy) => {
  const ended = await runUntilRefused(join(makeFolder(), 'data'), { [name]: value });
  expectOneClearLine(ended, name === 'HARBORWATCH_CONFIG' ? remedy : name, remedy);
});

test('every wrong variable is named at once', async () => {
  const ended = await runUntilRefused(join(makeFolder(), 'data'), {
    HARBORWATCH_HTTP_PORT: 'x',
    HARBORWATCH_LOG_LEVEL: 'y',
    HARBORWATCH_DATTA: 'x',
  });
  expectOneClearLine(ended, 'HARBORWATCH_HTTP_PORT', 'HARBORWATCH_LOG_LEVEL', 'HARBORWATCH_DATTA');
});

test.each(['HARBORWATCH_HTTP_PORT', 'HARBORWATCH_SMTP_PORT'])(
  'a taken port is named with its variable (%s), and the data are free again',
  async (name) => {
    const dataFolder = join(makeFolder(), 'data');
    const port = await takePort();
    expectOneClearLine(await runUntilRefused(dataFolder, { [name]: port }), name, port);
    await expectToStart(dataFolder);
  },
);

test('a second desk on the same data is refused, names the first, and does it no harm', async () => {
  const dataFolder = join(makeFolder(), 'data');
  const first = new DeskProcess({ dataFolder });
  onTestFinished(() => first.signal('SIGKILL'));
  const { url } = await first.ready();
  expectOneClearLine(await runUntilRefused(dataFolder), dataFolder, String(first.pid), 'HARBORWATCH_DATA');
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  first.signal('SIGTERM');
  expect((await first.ended).code).toBe(0);
});

test.each([
  ['YAML that is none', 'users: [', /desk\.yaml/],
  ['a field that is unknown', 'usrs: []\n', /usrs/],
  ['its parts missing', 'emergency: { policy: missing }\n', /users: is missing/],
])('a configuration with %s is refused in one line', async (_, text, remedy) => {
  const folder = makeFolder();
  writeFileSync(join(folder, 'desk.yaml'), text);
  expectOneClearLine(await runUntilRefused(join(folder, 'data'), { HARBORWATCH_CONFIG: folder }), remedy);
});

test('a data folder that is a file is refused by name', async () => {
  const file = join(makeFolder(), 'data');
  writeFileSync(file, '');
  expectOneClearLine(await runUntilRefused(file), file, 'HARBORWATCH_DATA');
});

// Root writes wherever it likes, so that only a file system that is itself read-only can refuse it.
test('a data folder that cannot be written is refused by name', async () => {
  const folder = process.getuid?.() === 0 ? '/sys/harborwatch' : makeFolder();
  if (process.getuid?.() !== 0) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o500);
  }
  expectOneClearLine(await runUntilRefused(join(folder, 'data')), folder, 'HARBORWATCH_DATA');
});
