import { DomainError } from '../core/errors.ts';
import { toEpochMs } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * Sends a mail that could not be processed through the intake again.
 * @throws DomainError `intake.not-failed`
 */
export async function retryIntake(
  input: { rawKey: string },
  ports: Pick<Ports, 'store' | 'intakeQueue'>,
): Promise<void> {
  const failed = await ports.store.getFailedIntake(input.rawKey);
  if (!failed)
    throw new DomainError(
      'missing',
      'intake.not-failed',
      `rawKey: no failed mail has the key ${input.rawKey}.`,
    );
  const { rawKey, envelope, verdicts } = failed;
  await ports.intakeQueue.enqueue({ rawKey, envelope, verdicts, receivedAt: toEpochMs(failed.receivedAt) });
}
