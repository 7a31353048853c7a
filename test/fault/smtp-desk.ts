import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { RandomIds } from '../../adapters/random-ids.ts';
import { BlobFolder } from '../../local/blobs/blob-folder.ts';
import { SystemClock } from '../../local/clock/system-clock.ts';
import { DataLock } from '../../local/data-lock.ts';
import { DurableQueue } from '../../local/queue/durable-queue.ts';
import { SmtpListener } from '../../local/smtp/smtp-listener.ts';
import { bodyOf } from './smtp-bench.ts';

/** A process to be killed: listens, prints its port, and with `hold` never lets the queue commit. */
const [folder = '', mode = ''] = process.argv.slice(2);
await DataLock.take(folder);
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
  hostName: 'desk.test',
  blobs,
  rawKeyPrefix: 'raw/',
  enqueue: async (mail) => {
    if (mode === 'hold') {
      console.log('stored');
      await wait(3_600_000);
    }
    await queue.send('intake', bodyOf(mail), { lane: mail.lane });
  },
  scanRisk: () => Promise.resolve(false),
  tls: null,
  clock,
  ids,
  log: { debug: () => undefined, info: () => undefined, warn: console.error, error: console.error },
});
const { port } = await listener.listen();
console.log(`port ${port}`);
