import { z } from 'zod';
import type { Clock, Timers } from '../../ports/clock.ts';
import type { DurableQueue } from '../queue/durable-queue.ts';
import type { Lane, ReceivedMessage } from '../queue/queued-message.ts';
import { LOCAL_ACCOUNT, md5Hex, queueArn } from '../queue/sqs-event.ts';
import { attributesSchema, fromWire, md5OfAttributes, toWire } from './sqs-attributes.ts';
import { SqsError } from './sqs-error.ts';

/** docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
const MAX_MESSAGE_BYTES = 1_048_576;
const MAX_BATCH = 10;
const MAX_VISIBILITY_SECONDS = 43_200;
const MAX_DELAY_SECONDS = 900;
const MAX_WAIT_SECONDS = 20;

/** Emergency lane of the local queue; SQS itself would carry it as any other attribute. */
const LANE_ATTRIBUTE = 'lane';

export interface SqsContext {
  readonly queue: DurableQueue;
  readonly clock: Clock;
  readonly timers: Timers;
  /** Origin and path prefix that clients reach the endpoint under, for GetQueueUrl. */
  readonly baseUrl: () => string;
}

type Operation = (input: unknown, context: SqsContext) => Promise<object>;

const queueUrl = z.string().transform((url) => url.slice(url.lastIndexOf('/') + 1));
const message = z.object({
  MessageBody: z.string().min(1),
  DelaySeconds: z.int().min(0).max(MAX_DELAY_SECONDS).default(0),
  MessageAttributes: attributesSchema.default({}),
});
const entryId = z.string().regex(/^[\w-]{1,80}$/);
const visibility = z.int().min(0).max(MAX_VISIBILITY_SECONDS);

function operation<T extends { QueueUrl: string }>(
  schema: z.ZodType<T>,
  run: (input: T, context: SqsContext) => Promise<object>,
): Operation {
  return async (input, context) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const path = issue?.path.join('.') ?? '';
      throw new SqsError(
        path.endsWith('.Id') ? 'InvalidBatchEntryId' : 'InvalidParameterValue',
        `Value for parameter ${path} is invalid. Reason: ${issue?.message ?? 'unknown'}.`,
      );
    }
    if (!context.queue.has(parsed.data.QueueUrl))
      throw new SqsError('QueueDoesNotExist', 'The specified queue does not exist.');
    return run(parsed.data, context);
  };
}

const sendMessage = operation(message.extend({ QueueUrl: queueUrl }), async (input, context) => {
  checkBody(input.MessageBody);
  return send(input.QueueUrl, input, context);
});

const sendMessageBatch = operation(
  z.object({ QueueUrl: queueUrl, Entries: z.array(message.extend({ Id: entryId })).default([]) }),
  async ({ QueueUrl, Entries }, context) => {
    checkBatch(Entries);
    const bytes = Entries.reduce((sum, entry) => sum + Buffer.byteLength(entry.MessageBody), 0);
    if (bytes > MAX_MESSAGE_BYTES)
      throw new SqsError(
        'BatchRequestTooLong',
        `Batch requests cannot be longer than ${MAX_MESSAGE_BYTES} bytes. You have sent ${bytes} bytes.`,
      );
    for (const entry of Entries) checkBody(entry.MessageBody);
    const sent = Entries.map(async (entry) => ({ Id: entry.Id, ...(await send(QueueUrl, entry, context)) }));
    return { Successful: await Promise.all(sent), Failed: [] };
  },
);

const receiveMessage = operation(
  z.object({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: z.int().min(1).max(MAX_BATCH).default(1),
    VisibilityTimeout: visibility.optional(),
    WaitTimeSeconds: z.int().min(0).max(MAX_WAIT_SECONDS).default(0),
    AttributeNames: z.array(z.string()).default([]),
    MessageSystemAttributeNames: z.array(z.string()).default([]),
    MessageAttributeNames: z.array(z.string()).default([]),
  }),
  async (input, context) => {
    const until = context.clock.now() + input.WaitTimeSeconds * 1_000;
    const names = [...input.AttributeNames, ...input.MessageSystemAttributeNames];
    for (;;) {
      const timeout = input.VisibilityTimeout === undefined ? undefined : input.VisibilityTimeout * 1_000;
      const messages = await context.queue.receive(input.QueueUrl, input.MaxNumberOfMessages, timeout);
      if (messages.length > 0)
        return { Messages: messages.map((one) => toWireMessage(one, names, input.MessageAttributeNames)) };
      if (context.clock.now() >= until) return {};
      await nextChange(input.QueueUrl, until, context);
    }
  },
);

const deleteMessage = operation(
  z.object({ QueueUrl: queueUrl, ReceiptHandle: z.string() }),
  async (input, { queue }) => {
    checkReceipt(input.ReceiptHandle);
    await queue.delete([input.ReceiptHandle]);
    return {};
  },
);

const deleteMessageBatch = operation(
  z.object({
    QueueUrl: queueUrl,
    Entries: z.array(z.object({ Id: entryId, ReceiptHandle: z.string() })).default([]),
  }),
  async ({ Entries }, { queue }) => {
    checkBatch(Entries);
    const valid = Entries.filter((entry) => isReceipt(entry.ReceiptHandle));
    await queue.delete(valid.map((entry) => entry.ReceiptHandle));
    return {
      Successful: valid.map(({ Id }) => ({ Id })),
      Failed: Entries.filter((entry) => !valid.includes(entry)).map(({ Id }) => ({
        Id,
        SenderFault: true,
        Code: 'ReceiptHandleIsInvalid',
        Message: 'The input receipt handle is invalid.',
      })),
    };
  },
);

const changeMessageVisibility = operation(
  z.object({ QueueUrl: queueUrl, ReceiptHandle: z.string(), VisibilityTimeout: visibility }),
  async (input, { queue, clock }) => {
    checkReceipt(input.ReceiptHandle);
    if (!(await queue.changeVisibility(input.ReceiptHandle, clock.now() + input.VisibilityTimeout * 1_000)))
      throw new SqsError('MessageNotInflight', 'The specified message is not in flight.');
    return {};
  },
);

const getQueueAttributes = operation(
  z.object({ QueueUrl: queueUrl, AttributeNames: z.array(z.string()).default([]) }),
  async ({ QueueUrl, AttributeNames }, { queue }) => {
    const { ready, inFlight, delayed } = queue.counts(QueueUrl);
    const { visibilityTimeoutMs, deadLetter } = queue.policy(QueueUrl);
    const all: Record<string, string> = {
      ApproximateNumberOfMessages: String(ready),
      ApproximateNumberOfMessagesNotVisible: String(inFlight),
      ApproximateNumberOfMessagesDelayed: String(delayed),
      VisibilityTimeout: String(visibilityTimeoutMs / 1_000),
      MaximumMessageSize: String(MAX_MESSAGE_BYTES),
      QueueArn: queueArn(QueueUrl),
      ...(deadLetter === null
        ? {}
        : {
            RedrivePolicy: JSON.stringify({
              deadLetterTargetArn: queueArn(deadLetter.queue),
              maxReceiveCount: deadLetter.maxReceiveCount,
            }),
          }),
    };
    if (AttributeNames.includes('All')) return { Attributes: all };
    return {
      Attributes: Object.fromEntries(Object.entries(all).filter(([name]) => AttributeNames.includes(name))),
    };
  },
);

const getQueueUrl = operation(
  z.object({ QueueName: z.string() }).transform(({ QueueName }) => ({ QueueUrl: QueueName })),
  async ({ QueueUrl }, { baseUrl }) => ({ QueueUrl: `${baseUrl()}/${LOCAL_ACCOUNT}/${QueueUrl}` }),
);

export const sqsOperations: Readonly<Record<string, Operation>> = {
  SendMessage: sendMessage,
  SendMessageBatch: sendMessageBatch,
  ReceiveMessage: receiveMessage,
  DeleteMessage: deleteMessage,
  DeleteMessageBatch: deleteMessageBatch,
  ChangeMessageVisibility: changeMessageVisibility,
  GetQueueAttributes: getQueueAttributes,
  GetQueueUrl: getQueueUrl,
};

async function send(
  queueName: string,
  input: z.infer<typeof message>,
  { queue, clock }: SqsContext,
): Promise<object> {
  const attributes = fromWire(input.MessageAttributes);
  const lane: Lane = attributes[LANE_ATTRIBUTE]?.value === '0' ? 0 : 1;
  const delayUntil = clock.now() + input.DelaySeconds * 1_000;
  const { id } = await queue.send(queueName, input.MessageBody, { lane, delayUntil, attributes });
  return {
    MessageId: id,
    MD5OfMessageBody: md5Hex(input.MessageBody),
    ...(Object.keys(attributes).length === 0 ? {} : { MD5OfMessageAttributes: md5OfAttributes(attributes) }),
  };
}

function toWireMessage(
  received: ReceivedMessage,
  names: readonly string[],
  attributeNames: readonly string[],
): object {
  const system: Record<string, string> = {
    SenderId: LOCAL_ACCOUNT,
    SentTimestamp: String(received.sentAt),
    ApproximateReceiveCount: String(received.receiveCount),
    ApproximateFirstReceiveTimestamp: String(received.firstReceivedAt ?? received.sentAt),
  };
  const shown = Object.entries(system).filter(([name]) => names.includes('All') || names.includes(name));
  const every = attributeNames.some((name) => name === 'All' || name === '.*');
  const attributes = Object.fromEntries(
    Object.entries(received.attributes).filter(([name]) => every || attributeNames.includes(name)),
  );
  return {
    MessageId: received.id,
    ReceiptHandle: received.receipt,
    Body: received.body,
    MD5OfBody: md5Hex(received.body),
    ...(shown.length === 0 ? {} : { Attributes: Object.fromEntries(shown) }),
    ...(Object.keys(attributes).length === 0
      ? {}
      : { MessageAttributes: toWire(attributes), MD5OfMessageAttributes: md5OfAttributes(attributes) }),
  };
}

function nextChange(queueName: string, until: number, { queue, timers }: SqsContext): Promise<void> {
  return new Promise((resolve) => {
    const next = queue.nextVisibleAt(queueName);
    const timer = timers.schedule(next === null ? until : Math.min(next, until), done);
    const unsubscribe = queue.onChange(queueName, done);
    function done(): void {
      timer.cancel();
      unsubscribe();
      resolve();
    }
  });
}

function checkBody(body: string): void {
  const bytes = Buffer.byteLength(body);
  if (bytes > MAX_MESSAGE_BYTES)
    throw new SqsError(
      'InvalidParameterValue',
      `One or more parameters are invalid. Reason: Message must be shorter than ${MAX_MESSAGE_BYTES} bytes.`,
    );
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(body))
    throw new SqsError('InvalidMessageContents', 'The message contains characters outside the allowed set.');
}

function checkBatch(entries: readonly { Id: string }[]): void {
  if (entries.length === 0)
    throw new SqsError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (entries.length > MAX_BATCH)
    throw new SqsError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${MAX_BATCH}. You have sent ${entries.length}.`,
    );
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length)
    throw new SqsError(
      'BatchEntryIdsNotDistinct',
      'Two or more batch entries in the request have the same Id.',
    );
}

function isReceipt(handle: string): boolean {
  return /^[0-9A-Z]{26}\.[0-9A-Z]{26}$/.test(handle);
}

function checkReceipt(handle: string): void {
  if (!isReceipt(handle))
    throw new SqsError(
      'ReceiptHandleIsInvalid',
      `The input receipt handle "${handle}" is not a valid receipt handle.`,
    );
}
