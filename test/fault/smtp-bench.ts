import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { RandomIds } from '../../adapters/random-ids.ts';
import { toSesNotification } from '../../adapters/ses/ses-notification.ts';
import { BlobFolder } from '../../local/blobs/blob-folder.ts';
import { type FileSystem, nodeFileSystem } from '../../local/blobs/file-system.ts';
import { SystemClock } from '../../local/clock/system-clock.ts';
import { DurableQueue } from '../../local/queue/durable-queue.ts';
import { type AcceptedMail, SmtpListener, type SmtpListenerOptions } from '../../local/smtp/smtp-listener.ts';
import { SmtpClient } from './smtp-client.ts';

export interface SmtpBench {
  readonly folder: string;
  readonly port: number;
  readonly queue: DurableQueue;
  readonly blobs: BlobFolder;
  readonly accepted: AcceptedMail[];
  readonly logged: string[];
  connect(): Promise<SmtpClient>;
  /** Bytes of all raw mails on disk, by file name. */
  stored(): Map<string, Buffer>;
  /** Files that a put has begun and not ended. */
  halfWritten(): string[];
}

export async function openSmtp(
  options: Partial<SmtpListenerOptions> & { files?: Partial<FileSystem> } = {},
): Promise<SmtpBench> {
  const folder = mkdtempSync(join(tmpdir(), 'harborwatch-smtp-'));
  const clock = new SystemClock();
  const ids = new RandomIds(clock);
  const blobs = new BlobFolder(join(folder, 'blobs'), { ...nodeFileSystem, ...options.files });
  await blobs.open();
  const queue = new DurableQueue({
    file: join(folder, 'queue.db'),
    clock,
    ids,
    queues: { intake: { visibilityTimeoutMs: 60_000, deadLetter: null } },
  });
  const accepted: AcceptedMail[] = [];
  const logged: string[] = [];
  const note = (message: string) => void logged.push(message);
  const listener = new SmtpListener({
    host: '127.0.0.1',
    port: 0,
    hostName: 'desk.test',
    blobs,
    rawKeyPrefix: 'raw/',
    enqueue: async (mail) => {
      await queue.send('intake', bodyOf(mail), { lane: mail.lane });
      accepted.push(mail);
    },
    scanRisk: () => Promise.resolve(false),
    tls: null,
    clock,
    ids,
    log: { debug: () => undefined, info: note, warn: note, error: note },
    ...options,
  });
  const { port } = await listener.listen();
  const clients: SmtpClient[] = [];
  onTestFinished(async () => {
    for (const client of clients) client.drop();
    await listener.close();
    queue.close();
    rmSync(folder, { recursive: true });
  });
  return {
    folder,
    port,
    queue,
    blobs,
    accepted,
    logged,
    connect: async () => {
      const client = await SmtpClient.connect(port);
      clients.push(client);
      return client;
    },
    stored: () => readStored(join(folder, 'blobs')),
    halfWritten: () => readdirSync(join(folder, 'blobs', '.tmp')),
  };
}

export function bodyOf(mail: AcceptedMail): string {
  return toSesNotification({
    rawKey: mail.rawKey,
    receivedAt: mail.receivedAt,
    envelope: { from: mail.from, to: mail.recipients },
    verdicts: null,
    sesMessageId: mail.id,
    bucketName: 'desk',
    objectKeyPrefix: 'raw/',
    topicArn: 'arn:aws:sns:us-east-1:000000000000:mail',
    processingTimeMs: 1,
    rawPrefix: mail.rawPrefix,
  });
}

export function readStored(blobs: string): Map<string, Buffer> {
  const stored = new Map<string, Buffer>();
  if (!existsSync(blobs)) return stored;
  for (const folder of readdirSync(blobs).filter((name) => !name.startsWith('.'))) {
    for (const file of readdirSync(join(blobs, folder)))
      stored.set(`${folder}/${file}`, readFileSync(join(blobs, folder, file)));
  }
  return stored;
}
