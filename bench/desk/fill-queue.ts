import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { RandomIds } from '../../adapters/random-ids.ts';
import { toSesNotification } from '../../adapters/ses/ses-notification.ts';
import { BlobFolder } from '../../local/blobs/blob-folder.ts';
import { rawKeyPrefix, topicArn } from '../../local/local-ports.ts';
import { bucketName, deadLetterQueueName, intakeQueueName } from '../../local/local-services.ts';
import { DurableQueue } from '../../local/queue/durable-queue.ts';

/** Ordinary mails that were accepted by a desk that was then killed: they wait in its data for the next start. */
export async function fillQueue(dataFolder: string, count: number): Promise<void> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const clock = { now: () => Date.now() };
  const ids = new RandomIds(clock);
  const blobs = new BlobFolder(join(dataFolder, 'blobs'));
  await blobs.open();
  const policy = { visibilityTimeoutMs: 60_000, deadLetter: null };
  const queue = new DurableQueue({
    file: join(dataFolder, 'queue.db'),
    queues: { [intakeQueueName]: policy, [deadLetterQueueName]: policy },
    clock,
    ids,
  });
  const fill = async (number: number): Promise<void> => {
    const rawKey = `${rawKeyPrefix}flood/${number}.eml`;
    const from = `flood-${number}@customer.example`;
    const mail = `From: ${from}\r\nSubject: order ${number}\r\nMessage-ID: <${number}@flood.example>\r\n\r\n${'Where is my order? It has not arrived yet. '.repeat(40)}\r\n`;
    await blobs.put(rawKey, new TextEncoder().encode(mail), 'message/rfc822');
    const body = toSesNotification({
      rawKey,
      receivedAt: clock.now(),
      envelope: { from, to: ['help@bench.example'] },
      verdicts: null,
      sesMessageId: ids.ulid(),
      bucketName,
      objectKeyPrefix: rawKeyPrefix,
      topicArn,
      processingTimeMs: 0,
      rawPrefix: null,
    });
    await queue.send(intakeQueueName, body, { lane: 1 });
  };
  for (let first = 0; first < count; first += 50)
    await Promise.all(
      Array.from({ length: Math.min(50, count - first) }, (_, offset) => fill(first + offset)),
    );
  queue.close();
}
