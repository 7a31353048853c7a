import { DomainError } from '../core/errors.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * A console showed a page to the person it was for. Seeing is no answer: paging goes on.
 * @throws DomainError `attempt.missing` for a key that is not this person's
 */
export async function markSeen(
  input: { attemptKey: string; userId: string },
  ports: Pick<Ports, 'store' | 'clock'>,
): Promise<void> {
  const [pageId = ''] = input.attemptKey.split('#');
  const attempts = await ports.store.listAttempts(pageId);
  const attempt = attempts.find(({ key, userId }) => key === input.attemptKey && userId === input.userId);
  if (!attempt)
    throw new DomainError('missing', 'attempt.missing', `attemptKey: no notification of yours has this key.`);
  if (!attempt.seenAt)
    await ports.store.updateAttempt(pageId, attempt.key, { seenAt: toInstant(ports.clock.now()) });
}
