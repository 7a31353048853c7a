import { type ReceiveMailPorts, type ReceiveOutcome, receiveMails } from '../../app/receive-mails.ts';
import { recordFailedIntake } from '../../app/record-failed-intake.ts';
import { isDomainError } from '../../core/errors.ts';
import type { IntakeJob } from '../../ports/intake-queue.ts';
import { observed, type Telemetry } from '../telemetry.ts';
import { intakeJob, type SqsEvent, sqsEvent } from './event.ts';
import { maxReceives } from './max-receives.ts';

export interface BatchResponse {
  batchItemFailures: { itemIdentifier: string }[];
}

/** SQS batches of mail notifications; the emergencies of a batch are committed first. */
export function createReceiveEmailHandler(
  ports: ReceiveMailPorts,
  telemetry: Telemetry,
): (event: unknown, context?: unknown) => Promise<BatchResponse> {
  return observed(
    telemetry,
    (event) => sqsEvent.parse(event),
    async (event) => {
      const { records, unreadable } = readRecords(event, telemetry);
      const outcomes = await receiveMails(
        records.map(({ job }) => job),
        ports,
      );
      const failures = [...unreadable];
      for (const [index, outcome] of outcomes.entries()) {
        const record = records[index];
        if (!record) continue;
        if (outcome.kind === 'failed') {
          const isKept = await giveUp(record, outcome.error, ports, telemetry);
          if (!isKept) failures.push(record.messageId);
        } else report(outcome, telemetry);
      }
      return { batchItemFailures: failures.map((itemIdentifier) => ({ itemIdentifier })) };
    },
  );
}

interface MailRecord {
  readonly messageId: string;
  readonly receives: number;
  readonly job: IntakeJob;
}

/** A record that is no mail notification goes to the dead-letter queue; it must not hold up the others. */
function readRecords(event: SqsEvent, telemetry: Telemetry): { records: MailRecord[]; unreadable: string[] } {
  const records: MailRecord[] = [];
  const unreadable: string[] = [];
  for (const { messageId, body, attributes } of event.Records) {
    try {
      records.push({ messageId, job: intakeJob(body), receives: Number(attributes.ApproximateReceiveCount) });
    } catch (error) {
      telemetry.log.error('a queue message is no mail notification', { sqsMessageId: messageId, error });
      unreadable.push(messageId);
    }
  }
  return { records, unreadable };
}

/**
 * True when SQS may forget the mail: it is in the failed queue, and another try would meet the same fault.
 * What may pass by itself is shown there too, and tried on all the same: a person at risk must not wait for
 * somebody to press a button because a disk was away for a minute.
 */
async function giveUp(
  { job, receives }: MailRecord,
  error: unknown,
  ports: ReceiveMailPorts,
  telemetry: Telemetry,
): Promise<boolean> {
  telemetry.log.error('a mail could not be processed', { rawKey: job.rawKey, receives, error });
  telemetry.count('MailProcessingFailed');
  if (receives < maxReceives) return false;
  await recordFailedIntake({ job, error }, ports);
  return !mayPass(error);
}

function mayPass(error: unknown): boolean {
  return isDomainError(error) && (error.kind === 'unavailable' || error.kind === 'conflict');
}

function report(outcome: Exclude<ReceiveOutcome, { kind: 'failed' }>, telemetry: Telemetry): void {
  if (outcome.kind === 'already-decided') return;
  telemetry.count('MailReceived');
  if (outcome.pageId) telemetry.count('EmergencyDetected');
  telemetry.log.info('mail received', {
    caseId: outcome.caseId,
    disposition: outcome.kind,
    pageId: outcome.pageId,
    rawKey: outcome.rawKey,
  });
}
