import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DynamoCaseStore } from '../../adapters/dynamodb/dynamo-case-store.ts';
import { createDocumentClient, createDynamoClient } from '../../adapters/dynamodb/dynamo-client.ts';
import { ensureTable } from '../../adapters/dynamodb/ensure-table.ts';
import { dynoxideProgram, startDynoxide } from '../../local/store/start-dynoxide.ts';
import type { StoreServer } from '../../local/store/store-server.ts';
import { aCase, aMessage, caseIdOf, countingIds, noon } from '../contract/case-store/samples.ts';

const program = dynoxideProgram() ?? 'dynoxide';
const childFile = new URL('store-child.ts', import.meta.url).pathname;

let folder: string;
let file: string;
let running: StoreServer[];
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'harborwatch store '));
  file = join(folder, 'desk.db');
  running = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const server of running) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the embedded store', () => {
  it('keeps what was written over a stop, and leaves no lease behind', async () => {
    const first = await start();
    await (await storeOn(first)).commit([{ kind: 'case', next: aCase(caseIdOf(1)), expectedVersion: null }]);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    expect(existsSync(`${file}.server.json`)).toBe(false);
    expect(await (await storeOn(await start())).getCase(caseIdOf(1))).toEqual(aCase(caseIdOf(1)));
  });

  it('tells of its death, and not of its stop', async () => {
    const killed = await start();
    process.kill(killed.pid, 'SIGKILL');
    expect(await killed.died).toMatchObject({ code: 137, output: expect.stringContaining('listening') });
    const stopped = await start();
    let told = false;
    void stopped.died.then(() => {
      told = true;
    });
    await stopped.stop();
    await setTimeout(50);
    expect(told).toBe(false);
  });

  it('loses no commit that it answered when it is killed under load', async () => {
    const answered: string[] = [];
    for (let round = 0; round < 6; round++) {
      const server = await start();
      const store = await storeOn(server);
      let stop = false;
      const writers = [0, 1, 2, 3].map(async (writer) => {
        for (let number = 0; !stop; number++) {
          const id = caseIdOf(round * 100_000 + writer * 10_000 + number);
          const done = await store
            .commit([
              { kind: 'case', next: aCase(id), expectedVersion: null },
              { kind: 'message', message: aMessage(id, '01A') },
            ])
            .then(() => true)
            .catch(() => false);
          if (done) answered.push(id);
          else stop = true;
        }
      });
      await setTimeout(60 + 35 * round);
      process.kill(server.pid, 'SIGKILL');
      await server.died;
      stop = true;
      await Promise.all(writers);
    }
    expect(answered.length).toBeGreaterThan(50);
    const store = await storeOn(await start());
    for (const id of answered) {
      expect(await store.getCase(id)).not.toBeNull();
      expect(await store.getMessage(id, '01A')).not.toBeNull();
    }
  }, 60_000);

  it('ends with a desk that is killed, and the next desk starts at once', async () => {
    const desk = await startChild();
    desk.child.kill('SIGKILL');
    const next = await start();
    expect(next.pid).not.toBe(desk.pid);
    await untilGone(desk.pid);
  });

  it('is ended by the next desk when the guard was killed along with its desk', async () => {
    const desk = await startChild();
    const guard = parentOf(desk.pid);
    for (const watcher of childrenOf(guard)) if (watcher !== desk.pid) process.kill(watcher, 'SIGKILL');
    process.kill(guard, 'SIGKILL');
    desk.child.kill('SIGKILL');
    await once(desk.child, 'exit');
    expect(isAlive(desk.pid)).toBe(true);
    await start();
    expect(isAlive(desk.pid)).toBe(false);
  });

  it('refuses a second desk on the same file while the first one lives', async () => {
    const desk = await startChild();
    await expect(start()).rejects.toMatchObject({
      kind: 'conflict',
      code: 'store.in-use',
      message: expect.stringContaining(String(desk.child.pid)),
    });
    expect(isAlive(desk.pid)).toBe(true);
  });

  it('kills nobody whose process id merely stands in an old lease', async () => {
    const stranger = spawn('sleep', ['60']);
    children.push(stranger);
    const identity = {
      pid: stranger.pid,
      startedAt: readFileSync(`/proc/${stranger.pid}/stat`, 'utf8').split(' ')[21],
    };
    writeFileSync(
      `${file}.server.json`,
      JSON.stringify({ desk: { pid: 1, startedAt: '0' }, server: identity }),
    );
    await start();
    expect(isAlive(stranger.pid as number)).toBe(true);
  });

  it('starts over a lease that was cut short, and says why it cannot start on a broken file', async () => {
    writeFileSync(`${file}.server.json`, '{"desk":');
    const server = await start();
    await server.stop();
    writeFileSync(
      file,
      'this is no database, and it is long enough to be seen as none of them at all '.repeat(20),
    );
    await expect(start()).rejects.toMatchObject({ kind: 'unavailable', code: 'store.not-started' });
  });
});

async function start(): Promise<StoreServer> {
  const server = await startDynoxide(program, file);
  running.push(server);
  return server;
}

async function startChild(): Promise<{ child: ChildProcess; pid: number }> {
  const child = spawn(process.execPath, [childFile, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  return { child, pid: (JSON.parse(line) as { pid: number }).pid };
}

async function storeOn({ endpoint }: StoreServer): Promise<DynamoCaseStore> {
  const client = createDynamoClient({ endpoint });
  await ensureTable(client, 'desk');
  const retry = { sleep: () => Promise.resolve(), random: () => 0 };
  const clock = { now: () => noon };
  return new DynamoCaseStore({
    client: createDocumentClient(client),
    tableName: 'desk',
    clock,
    ids: countingIds(),
    retry,
  });
}

function parentOf(pid: number): number {
  return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
}

function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return text === '' ? [] : text.split(' ').map(Number);
}

function isAlive(pid: number): boolean {
  if (!existsSync(`/proc/${pid}/stat`)) return false;
  return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
}

async function untilGone(pid: number): Promise<void> {
  for (let waited = 0; isAlive(pid); waited += 20) {
    if (waited > 5_000) throw new Error(`process ${pid} lives on`);
    await setTimeout(20);
  }
}
