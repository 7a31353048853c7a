import * as z from 'zod/mini';
import type { IntakeJob } from '../../ports/intake-queue.ts';

/** What SES's S3 action tells through SNS, as far as we read it. */
const verdict = z.optional(z.object({ status: z.string() }));
const notification = z.object({
  notificationType: z.literal('Received'),
  mail: z.object({ timestamp: z.string(), source: z.string() }),
  receipt: z.object({
    timestamp: z.string(),
    recipients: z.array(z.string()),
    spamVerdict: verdict,
    virusVerdict: verdict,
    spfVerdict: verdict,
    dkimVerdict: verdict,
    dmarcVerdict: verdict,
    action: z.object({ type: z.literal('S3'), objectKey: z.string() }),
  }),
});
const envelope = z.object({ Message: z.string() });

export const sqsEvent = z.object({
  Records: z.array(
    z.object({
      messageId: z.string(),
      body: z.string(),
      attributes: z.object({ ApproximateReceiveCount: z.string() }),
    }),
  ),
});
export type SqsEvent = z.infer<typeof sqsEvent>;

/** The mail that an SQS record stands for. Throws for a body that SES did not write. */
export function intakeJob(body: string): IntakeJob {
  const { mail, receipt } = notification.parse(JSON.parse(envelope.parse(JSON.parse(body)).Message));
  return {
    rawKey: receipt.action.objectKey,
    receivedAt: Date.parse(receipt.timestamp),
    envelope: { from: mail.source, to: receipt.recipients },
    verdicts: {
      spam: receipt.spamVerdict?.status ?? null,
      virus: receipt.virusVerdict?.status ?? null,
      spf: receipt.spfVerdict?.status ?? null,
      dkim: receipt.dkimVerdict?.status ?? null,
      dmarc: receipt.dmarcVerdict?.status ?? null,
    },
  };
}
