import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DataLock } from '../../local/data-lock.ts';

const module = new URL('../../local/data-lock.ts', import.meta.url).href;

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'harborwatch-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Another process that holds the lock until it is killed. */
async function holdElsewhere(folder: string): Promise<ChildProcess> {
  const script = `const { DataLock } = await import(${JSON.stringify(module)});
    await DataLock.take(${JSON.stringify(folder)}, 0);
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

test('a second process on the same folder is told who holds it and what to do', async () => {
  const folder = makeFolder();
  const holder = await holdElsewhere(folder);
  await expect(DataLock.take(folder, 200)).rejects.toMatchObject({
    code: 'data.locked',
    message: `Harborwatch is already running on ${folder} (process ${holder.pid}); stop it or set HARBORWATCH_DATA to another folder.`,
  });
});

test('kill -9 releases the lock by itself', async () => {
  const folder = makeFolder();
  const holder = await holdElsewhere(folder);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const lock = await DataLock.take(folder, 0);
  lock.release();
});

test('a process that starts while the former one is ending waits for it', async () => {
  const folder = makeFolder();
  const holder = await holdElsewhere(folder);
  const taking = DataLock.take(folder, 5_000);
  holder.kill('SIGTERM');
  (await taking).release();
});

test('two desks in one process do not share a folder either', async () => {
  const folder = makeFolder();
  const lock = await DataLock.take(folder, 0);
  await expect(DataLock.take(folder, 0)).rejects.toMatchObject({ code: 'data.locked' });
  lock.release();
  (await DataLock.take(folder, 0)).release();
});
