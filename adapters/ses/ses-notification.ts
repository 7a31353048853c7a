import { toInstant } from '../../core/time/instant.ts';
import type { IntakeJob } from '../../ports/intake-queue.ts';

/** SES leaves headers out beyond this size: docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html */
const MAX_HEADER_BYTES = 10 * 1024;

export interface SesDelivery extends IntakeJob {
  readonly sesMessageId: string;
  readonly bucketName: string;
  readonly objectKeyPrefix: string;
  readonly topicArn: string;
  /** Of the receipt, milliseconds. */
  readonly processingTimeMs: number;
  /** The first bytes of the raw mail, from which the headers are shown; null leaves them out. */
  readonly rawPrefix: Uint8Array | null;
}

interface Header {
  readonly name: string;
  readonly value: string;
}

/**
 * The body that an SQS queue gets when it is subscribed (not raw) to the SNS topic of an SES receipt
 * rule's S3 action. Verdicts that nobody computed are `DISABLED`, as SES has it for checks turned off.
 */
export function toSesNotification(delivery: SesDelivery): string {
  const at = toInstant(delivery.receivedAt);
  return JSON.stringify({
    Type: 'Notification',
    MessageId: delivery.sesMessageId,
    TopicArn: delivery.topicArn,
    Subject: 'Amazon SES Email Receipt Notification',
    Message: JSON.stringify(toMessage(delivery, at)),
    Timestamp: at,
  });
}

function toMessage(delivery: SesDelivery, at: string): Record<string, unknown> {
  const { envelope, verdicts } = delivery;
  const { headers, truncated } = readHeaders(delivery.rawPrefix ?? new Uint8Array());
  const verdict = (status: string | null | undefined) => ({ status: status ?? 'DISABLED' });
  return {
    notificationType: 'Received',
    mail: {
      timestamp: at,
      source: envelope.from,
      messageId: delivery.sesMessageId,
      destination: envelope.to,
      headersTruncated: truncated,
      headers,
      commonHeaders: toCommonHeaders(headers),
    },
    receipt: {
      timestamp: at,
      processingTimeMillis: delivery.processingTimeMs,
      recipients: envelope.to,
      spamVerdict: verdict(verdicts?.spam),
      virusVerdict: verdict(verdicts?.virus),
      spfVerdict: verdict(verdicts?.spf),
      dkimVerdict: verdict(verdicts?.dkim),
      dmarcVerdict: verdict(verdicts?.dmarc),
      action: {
        type: 'S3',
        topicArn: delivery.topicArn,
        bucketName: delivery.bucketName,
        objectKeyPrefix: delivery.objectKeyPrefix,
        objectKey: delivery.rawKey,
      },
    },
  };
}

function readHeaders(prefix: Uint8Array): { headers: Header[]; truncated: boolean } {
  const text = Buffer.from(prefix.subarray(0, MAX_HEADER_BYTES)).toString('latin1');
  const end = text.search(/\r?\n\r?\n/);
  const block = end === -1 ? text : text.slice(0, end);
  const headers = block
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const colon = line.indexOf(':');
      if (colon < 1) return [];
      const value = Buffer.from(line.slice(colon + 1).trim(), 'latin1').toString('utf8');
      return [{ name: line.slice(0, colon).trim(), value }];
    });
  return { headers, truncated: end === -1 && prefix.byteLength > MAX_HEADER_BYTES };
}

function toCommonHeaders(headers: readonly Header[]): Record<string, unknown> {
  const all = (name: string) =>
    headers.filter((header) => header.name.toLowerCase() === name).map(({ value }) => value);
  const first = (name: string) => all(name)[0];
  return {
    returnPath: first('return-path'),
    from: all('from'),
    date: first('date'),
    to: all('to'),
    messageId: first('message-id'),
    subject: first('subject'),
  };
}
