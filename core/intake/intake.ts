import type { Instant } from '../time/instant.ts';

/** Every inbound message ends in exactly one of these; `failed` waits in the failed queue for a retry. */
export const dispositions = ['new-case', 'threaded', 'quarantined', 'duplicate', 'rejected'] as const;
export type Disposition = (typeof dispositions)[number];

/** The record of what became of one raw mail; `rawKey` is its identity. */
export interface Intake {
  readonly rawKey: string;
  readonly receivedAt: Instant;
  readonly decidedAt: Instant;
  readonly disposition: Disposition;
  readonly reason: string;
  readonly caseId: string | null;
  readonly messageId: string | null;
}

/** A raw mail that could not be processed: nothing is lost, an agent sees it and can try again. */
export interface FailedIntake {
  readonly rawKey: string;
  readonly receivedAt: Instant;
  readonly failedAt: Instant;
  readonly envelope: Envelope;
  readonly verdicts: MailVerdicts | null;
  readonly error: string;
}

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

/** SES receipt verdicts; null where the host did not check. */
export interface MailVerdicts {
  readonly spam: string | null;
  readonly virus: string | null;
  readonly spf: string | null;
  readonly dkim: string | null;
  readonly dmarc: string | null;
}
