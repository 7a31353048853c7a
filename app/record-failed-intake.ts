import { DomainError } from '../core/errors.ts';
import { toInstant } from '../core/time/instant.ts';
import type { IntakeJob } from '../ports/intake-queue.ts';
import type { Ports } from '../ports/ports.ts';

/** Puts a mail that cannot be processed where agents see it and can try again. Nothing is lost. */
export async function recordFailedIntake(
  input: { job: IntakeJob; error: unknown },
  ports: Pick<Ports, 'store' | 'clock'>,
): Promise<void> {
  const { rawKey, receivedAt, envelope, verdicts } = input.job;
  await ports.store.saveFailedIntake({
    rawKey,
    envelope,
    verdicts,
    receivedAt: toInstant(receivedAt),
    failedAt: toInstant(ports.clock.now()),
    error: input.error instanceof DomainError ? input.error.message : 'an unexpected fault; see the log',
  });
}
