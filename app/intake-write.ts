import type { Intake } from '../core/intake/intake.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Write } from '../ports/case-store.ts';
import type { Ports } from '../ports/ports.ts';
import type { ReadMail } from './read-mail.ts';

/** The one record of what became of a raw mail. */
export function intakeWrite(
  { job }: ReadMail,
  decision: Pick<Intake, 'disposition' | 'reason' | 'caseId' | 'messageId'>,
  { clock }: Pick<Ports, 'clock'>,
): Write {
  const intake: Intake = {
    rawKey: job.rawKey,
    receivedAt: toInstant(job.receivedAt),
    decidedAt: toInstant(clock.now()),
    ...decision,
  };
  return { kind: 'intake', intake };
}
