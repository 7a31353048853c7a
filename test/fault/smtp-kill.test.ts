import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { RandomIds } from '../../adapters/random-ids.ts';
import { SystemClock } from '../../local/clock/system-clock.ts';
import { DurableQueue } from '../../local/queue/durable-queue.ts';
import { readStored } from './smtp-bench.ts';
import { SmtpClient } from './smtp-client.ts';

const desk = new URL('smtp-desk.ts', import.meta.url).pathname;
const KILLS = 20;

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'harborwatch-kill-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function start(folder: string, mode = '') {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', desk, folder, mode],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const next = async () => String((await once(lines, 'line'))[0]);
  const port = Number((await next()).replace('port ', ''));
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { port, next, kill };
}

/** Sends mails over one connection until it breaks; returns the subjects that were answered with 250. */
async function sendUntilDead(port: number, name: string): Promise<{ accepted: string[]; sent: number }> {
  const accepted: string[] = [];
  let sent = 0;
  const client = await SmtpClient.connect(port);
  for (;;) {
    const subject = `${name}-${sent}`;
    sent += 1;
    const reply = await client.send(
      `Subject: ${subject}\r\n\r\n${`${'x'.repeat(70)}\r\n`.repeat(28)}end of ${subject}`,
    );
    if (!reply.startsWith('250 2.0.0 accepted')) return { accepted, sent };
    accepted.push(subject);
  }
}

function readQueue(folder: string): { rawKey: string; subject: string }[] {
  const clock = new SystemClock();
  const queue = new DurableQueue({
    file: join(folder, 'queue.db'),
    clock,
    ids: new RandomIds(clock),
    queues: { intake: { visibilityTimeoutMs: 1_000, deadLetter: null } },
  });
  try {
    return queue.listDead('intake', { limit: 1_000_000 }).map(({ body }) => {
      const message = JSON.parse((JSON.parse(body) as { Message: string }).Message) as {
        mail: { commonHeaders: { subject: string } };
        receipt: { action: { objectKey: string } };
      };
      return { rawKey: message.receipt.action.objectKey, subject: message.mail.commonHeaders.subject };
    });
  } finally {
    queue.close();
  }
}

test(`every mail that was answered with 250 is whole on disk and queued once, over ${KILLS} kills under load`, {
  timeout: 120_000,
}, async () => {
  const folder = makeFolder();
  const accepted: string[] = [];
  let sent = 0;
  for (let round = 0; round < KILLS; round += 1) {
    const { port, kill } = await start(folder);
    const clients = Array.from({ length: 8 }, (_, index) => sendUntilDead(port, `r${round}c${index}`));
    await wait(20 + Math.random() * 150);
    await kill();
    for (const result of await Promise.all(clients)) {
      accepted.push(...result.accepted);
      sent += result.sent;
    }
  }
  const queued = readQueue(folder);
  const stored = readStored(join(folder, 'blobs'));
  const files = new Map([...stored].map(([name, bytes]) => [name.split('/')[1], bytes.toString()]));
  expect(accepted.length).toBeGreaterThan(KILLS);
  const subjects = new Set(queued.map(({ subject }) => subject));
  expect(subjects.size).toBe(queued.length);
  expect(accepted.filter((subject) => !subjects.has(subject))).toEqual([]);
  for (const { rawKey, subject } of queued) {
    const raw = files.get(rawKey.split('/').at(-1));
    expect(raw).toMatch(/^Return-Path: /);
    expect(raw?.endsWith(`end of ${subject}\r\n`)).toBe(true);
  }
  // At most the one mail that each client had under way may be queued without its 250 having been heard.
  expect(queued.length - accepted.length).toBeLessThanOrEqual(KILLS * 8);
  expect(sent).toBeGreaterThanOrEqual(queued.length);
});

test('a kill between the raw file and the queue leaves no 250', async () => {
  const folder = makeFolder();
  const { port, next, kill } = await start(folder, 'hold');
  const client = await SmtpClient.connect(port);
  const reply = client.send('Subject: between\r\n\r\nhi');
  expect(await next()).toBe('stored');
  await kill();
  expect(await reply).toBe('closed');
  expect(readStored(join(folder, 'blobs')).size).toBe(1);
  expect(readQueue(folder)).toEqual([]);

  const again = await start(folder);
  const retry = await SmtpClient.connect(again.port);
  expect(await retry.send('Subject: between\r\n\r\nhi')).toMatch(/^250/);
  await again.kill();
  expect(readQueue(folder).map(({ subject }) => subject)).toEqual(['between']);
});
