import type { Envelope, MailVerdicts } from '../core/intake/intake.ts';

/** A raw mail that is durable in the blob store and waits to become (part of) a case. */
export interface IntakeJob {
  readonly rawKey: string;
  /** Epoch ms at which the sender was told that it was accepted. */
  readonly receivedAt: number;
  readonly envelope: Envelope;
  readonly verdicts: MailVerdicts | null;
}

export interface IntakeQueue {
  enqueue(job: IntakeJob): Promise<void>;
}
