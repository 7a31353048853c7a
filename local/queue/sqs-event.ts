import { createHash } from 'node:crypto';
import type { ReceivedMessage } from './queued-message.ts';

export interface SqsEventRecord {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: {
    readonly ApproximateReceiveCount: string;
    readonly SentTimestamp: string;
    readonly SenderId: string;
    readonly ApproximateFirstReceiveTimestamp: string;
  };
  readonly messageAttributes: Readonly<
    Record<
      string,
      {
        dataType: string;
        stringValue?: string;
        binaryValue?: string;
        stringListValues: never[];
        binaryListValues: never[];
      }
    >
  >;
  readonly md5OfBody: string;
  readonly eventSource: 'aws:sqs';
  readonly eventSourceARN: string;
  readonly awsRegion: string;
}

/** What Lambda hands to a function for a batch of SQS messages. */
export interface SqsEvent {
  readonly Records: readonly SqsEventRecord[];
}

/** ReportBatchItemFailures: an empty list is full success. */
export interface SqsBatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

export const LOCAL_REGION = 'us-east-1';
export const LOCAL_ACCOUNT = '000000000000';

export function queueArn(queue: string): string {
  return `arn:aws:sqs:${LOCAL_REGION}:${LOCAL_ACCOUNT}:${queue}`;
}

export function md5Hex(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

export function toSqsEvent(queue: string, messages: readonly ReceivedMessage[]): SqsEvent {
  return { Records: messages.map((message) => toRecord(queue, message)) };
}

function toRecord(queue: string, message: ReceivedMessage): SqsEventRecord {
  return {
    messageId: message.id,
    receiptHandle: message.receipt,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receiveCount),
      SentTimestamp: String(message.sentAt),
      SenderId: LOCAL_ACCOUNT,
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
    },
    messageAttributes: Object.fromEntries(
      Object.entries(message.attributes).map(([name, { dataType, value }]) => [
        name,
        {
          dataType,
          ...(dataType.startsWith('Binary') ? { binaryValue: value } : { stringValue: value }),
          stringListValues: [],
          binaryListValues: [],
        },
      ]),
    ),
    md5OfBody: md5Hex(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn(queue),
    awsRegion: LOCAL_REGION,
  };
}
