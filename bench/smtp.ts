import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { RandomIds } from '../adapters/random-ids.ts';
import { BlobFolder } from '../local/blobs/blob-folder.ts';
import { SystemClock } from '../local/clock/system-clock.ts';
import { DurableQueue } from '../local/queue/durable-queue.ts';
import { SmtpListener } from '../local/smtp/smtp-listener.ts';
import { bodyOf } from '../test/fault/smtp-bench.ts';
import { sendMails } from './smtp/send-mails.ts';

const usage = `node bench/smtp.ts [--mails 1000]
  SMTP client to 250: the raw mail (2 KB) and its queue item are on disk.`;

const { values } = parseArgs({
  options: { mails: { type: 'string', default: '1000' }, help: { type: 'boolean', default: false } },
});

if (values.help) console.log(usage);
else await measure(Number(values.mails));

async function measure(mails: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'harborwatch-bench-smtp-'));
  const clock = new SystemClock();
  const ids = new RandomIds(clock);
  const blobs = new BlobFolder(join(folder, 'blobs'));
  await blobs.open();
  const queue = new DurableQueue({
    file: join(folder, 'queue.db'),
    clock,
    ids,
    queues: { intake: { visibilityTimeoutMs: 60_000, deadLetter: null } },
  });
  const listener = new SmtpListener({
    host: '127.0.0.1',
    port: 0,
    hostName: 'bench.test',
    blobs,
    rawKeyPrefix: 'raw/',
    enqueue: async (mail) => {
      await queue.send('intake', bodyOf(mail), { lane: mail.lane });
    },
    scanRisk: () => Promise.resolve(false),
    tls: null,
    clock,
    ids,
    log: { debug: () => undefined, info: () => undefined, warn: console.error, error: console.error },
  });
  const { port } = await listener.listen();
  try {
    await sendMails(port, 50, { keepOpen: true });
    for (const keepOpen of [true, false]) {
      for (const clients of [1, 4, 16]) {
        const commits = queue.commits;
        const cpu = process.cpuUsage();
        const startedAt = performance.now();
        const share = Math.ceil(mails / clients);
        await Promise.all(Array.from({ length: clients }, () => sendMails(port, share, { keepOpen })));
        const seconds = (performance.now() - startedAt) / 1_000;
        const { user, system } = process.cpuUsage(cpu);
        const sent = share * clients;
        console.log(
          `${keepOpen ? 'one connection' : 'a connection a mail'}, ${clients} at once: ` +
            `${Math.round(sent / seconds)} mails/s, ${((user + system) / 1_000 / sent).toFixed(2)} ms CPU a mail (client included), ` +
            `${((queue.commits - commits) / sent).toFixed(2)} transactions a mail`,
        );
      }
    }
  } finally {
    await listener.close();
    queue.close();
    rmSync(folder, { recursive: true });
  }
}
