import { join } from 'node:path';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { expect, onTestFinished, test } from 'vitest';
import { RandomIds } from '../../../adapters/random-ids.ts';
import { SqsIntakeQueue } from '../../../adapters/sqs/sqs-intake-queue.ts';
import { createSqsEndpoint } from '../../../local/aws/sqs-endpoint.ts';
import { SystemClock } from '../../../local/clock/system-clock.ts';
import { DurableQueue } from '../../../local/queue/durable-queue.ts';
import { serve, silent, temporaryFolder } from './loopback.ts';

async function openSqs() {
  const clock = new SystemClock();
  const ids = new RandomIds(clock);
  const queue = new DurableQueue({
    file: join(temporaryFolder(), 'queue.db'),
    clock,
    ids,
    queues: {
      intake: { visibilityTimeoutMs: 30_000, deadLetter: { queue: 'intake-dlq', maxReceiveCount: 5 } },
      'intake-dlq': { visibilityTimeoutMs: 30_000, deadLetter: null },
    },
  });
  onTestFinished(() => queue.close());
  const { client } = await serve(
    createSqsEndpoint({ queue, clock, timers: clock, baseUrl: () => 'http://sqs.test/aws', log: silent }),
  );
  const sqs = new SQSClient(client);
  const QueueUrl = `${client.endpoint}/000000000000/intake`;
  return { sqs, queue, ids, QueueUrl };
}

test('sends, receives with attributes, and deletes', async () => {
  const { sqs, queue, QueueUrl } = await openSqs();
  const MessageAttributes = {
    kind: { DataType: 'String', StringValue: 'mail' },
    blob: { DataType: 'Binary', BinaryValue: Buffer.from([1, 2]) },
  };
  const { MessageId } = await sqs.send(
    new SendMessageCommand({ QueueUrl, MessageBody: 'grüß dich 😀', MessageAttributes }),
  );
  const { Messages } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    }),
  );
  expect(Messages).toMatchObject([
    {
      MessageId,
      Body: 'grüß dich 😀',
      Attributes: { ApproximateReceiveCount: '1' },
      MessageAttributes: { kind: { StringValue: 'mail' }, blob: { BinaryValue: new Uint8Array([1, 2]) } },
    },
  ]);
  expect(await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).not.toHaveProperty('Messages');
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: Messages?.[0]?.ReceiptHandle }));
  expect(queue.counts('intake')).toEqual({ ready: 0, inFlight: 0, delayed: 0 });
});

test('computes the MD5 of attributes as documented', async () => {
  const { sqs, QueueUrl } = await openSqs();
  const MessageAttributes = { timestamp: { DataType: 'Number', StringValue: '1493147359900' } };
  const sent = await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x', MessageAttributes }));
  // What SQS itself answers for this attribute, as the public test suites of its emulators record it.
  expect(sent.MD5OfMessageAttributes).toBe('235c5c510d26fb653d073faed50ae77c');
});

test('sends and deletes in batches, entry by entry', async () => {
  const { sqs, queue, QueueUrl } = await openSqs();
  const Entries = ['a', 'b', 'c'].map((Id) => ({ Id, MessageBody: `body ${Id}` }));
  const before = queue.commits;
  const sent = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  expect(queue.commits - before).toBe(1);
  expect(sent.Successful?.map(({ Id }) => Id)).toEqual(['a', 'b', 'c']);
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  const gone = await sqs.send(
    new DeleteMessageBatchCommand({
      QueueUrl,
      Entries: [
        ...Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
        { Id: 'bad', ReceiptHandle: 'nonsense' },
      ],
    }),
  );
  expect(gone.Successful).toHaveLength(3);
  expect(gone.Failed).toMatchObject([{ Id: 'bad', Code: 'ReceiptHandleIsInvalid', SenderFault: true }]);
});

test('makes a message visible again at once with a visibility timeout of 0', async () => {
  const { sqs, QueueUrl } = await openSqs();
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  const ReceiptHandle = Messages?.[0]?.ReceiptHandle;
  await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
  expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toHaveLength(1);
  await expect(
    sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 5 })),
  ).rejects.toMatchObject({ name: 'MessageNotInflight' });
});

test('wakes a long poll when a message comes', async () => {
  const { sqs, queue, QueueUrl } = await openSqs();
  const poll = sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
  await sqs.send(new GetQueueAttributesCommand({ QueueUrl }));
  await queue.send('intake', 'at last');
  expect((await poll).Messages).toMatchObject([{ Body: 'at last' }]);
});

test('tells its counts, policy and URL', async () => {
  const { sqs, QueueUrl } = await openSqs();
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'later', DelaySeconds: 900 }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  expect(Attributes).toMatchObject({
    ApproximateNumberOfMessages: '1',
    ApproximateNumberOfMessagesDelayed: '1',
    QueueArn: 'arn:aws:sqs:us-east-1:000000000000:intake',
    RedrivePolicy:
      '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:intake-dlq","maxReceiveCount":5}',
  });
  expect((await sqs.send(new GetQueueUrlCommand({ QueueName: 'intake' }))).QueueUrl).toBe(
    'http://sqs.test/aws/000000000000/intake',
  );
});

test('names its errors as SQS does', async () => {
  const { sqs, QueueUrl } = await openSqs();
  const missing = QueueUrl.replace('intake', 'nowhere');
  const send = (input: object) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x', ...input }));
  await expect(send({ QueueUrl: missing })).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  await expect(sqs.send(new GetQueueUrlCommand({ QueueName: 'nowhere' }))).rejects.toMatchObject({
    name: 'QueueDoesNotExist',
  });
  await expect(send({ DelaySeconds: 901 })).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  await expect(send({ MessageBody: 'x'.repeat(1_048_577) })).rejects.toMatchObject({
    message: expect.stringContaining('must be shorter than 1048576 bytes'),
  });
  await expect(send({ MessageBody: 'nul \u0000' })).rejects.toMatchObject({ name: 'InvalidMessageContents' });
  const batch = (Entries: { Id: string; MessageBody: string }[]) =>
    sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  const entry = (Id: string) => ({ Id, MessageBody: 'x' });
  await expect(batch([])).rejects.toMatchObject({ name: 'EmptyBatchRequest' });
  await expect(batch([entry('a'), entry('a')])).rejects.toMatchObject({ name: 'BatchEntryIdsNotDistinct' });
  await expect(batch([entry('a b')])).rejects.toMatchObject({ name: 'InvalidBatchEntryId' });
  await expect(batch(Array.from({ length: 11 }, (_, index) => entry(String(index))))).rejects.toMatchObject({
    name: 'TooManyEntriesInBatchRequest',
  });
  await expect(
    batch([
      { Id: 'a', MessageBody: 'x'.repeat(600_000) },
      { Id: 'b', MessageBody: 'x'.repeat(600_000) },
    ]),
  ).rejects.toMatchObject({
    name: 'BatchRequestTooLong',
  });
  await expect(sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: 'x' }))).rejects.toMatchObject({
    name: 'ReceiptHandleIsInvalid',
  });
  await expect(sqs.send(new PurgeQueueCommand({ QueueUrl }))).rejects.toMatchObject({
    name: 'InvalidAction',
  });
});

test('carries an intake job in the shape that SES, S3 and SNS deliver', async () => {
  const { sqs, queue, ids, QueueUrl } = await openSqs();
  const names = {
    queueUrl: QueueUrl,
    bucketName: 'desk',
    objectKeyPrefix: 'raw/',
    topicArn: 'arn:aws:sns:us-east-1:000000000000:mail',
  };
  await new SqsIntakeQueue(sqs, names, ids).enqueue({
    rawKey: 'raw/2026-11-22/X.eml',
    receivedAt: Date.parse('2026-11-22T10:00:00.000Z'),
    envelope: { from: 'ann@example.test', to: ['help@desk.test'] },
    verdicts: { spam: 'PASS', virus: 'PASS', spf: 'FAIL', dkim: null, dmarc: 'GRAY' },
  });
  const [message] = await queue.receive('intake', 1);
  const envelope = JSON.parse(message?.body ?? '{}') as Record<string, string>;
  expect(envelope).toMatchObject({
    Type: 'Notification',
    TopicArn: names.topicArn,
    Timestamp: '2026-11-22T10:00:00.000Z',
  });
  expect(JSON.parse(envelope.Message ?? '{}')).toMatchObject({
    notificationType: 'Received',
    mail: {
      source: 'ann@example.test',
      destination: ['help@desk.test'],
      timestamp: '2026-11-22T10:00:00.000Z',
    },
    receipt: {
      recipients: ['help@desk.test'],
      spamVerdict: { status: 'PASS' },
      spfVerdict: { status: 'FAIL' },
      dkimVerdict: { status: 'DISABLED' },
      dmarcVerdict: { status: 'GRAY' },
      action: { type: 'S3', bucketName: 'desk', objectKeyPrefix: 'raw/', objectKey: 'raw/2026-11-22/X.eml' },
    },
  });
});
