import { DomainError } from '../core/errors.ts';
import type { Page } from '../core/page/page.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { afterPageClosed } from './close-page.ts';
import { requireCase, requirePage } from './require-case.ts';
import { type ChangePorts, planChange, retryOnConflict } from './unit-of-work.ts';

/**
 * A human ends a page that needs no answer, with a reason that stays in the history.
 * @throws DomainError `page.missing`, `page.reason-needed`, `page.already-closed`
 */
export async function cancelPage(
  input: { pageId: string; userId: string; reason: string },
  ports: ChangePorts & Pick<Ports, 'workflows' | 'connections' | 'push'>,
): Promise<Page> {
  const reason = input.reason.trim();
  if (!reason)
    throw new DomainError(
      'invalid',
      'page.reason-needed',
      'reason: say why nobody needs to answer this page.',
      {
        details: [{ field: 'reason', message: 'empty' }],
      },
    );
  const cancelled = await retryOnConflict(async () => {
    const page = await requirePage(input.pageId, ports);
    if (page.state !== 'open') throw alreadyClosed(page);
    const current = await requireCase(page.caseId, ports);
    const next: Page = {
      ...page,
      version: page.version + 1,
      state: 'cancelled',
      nextAttemptAt: null,
      cancelled: { userId: input.userId, at: toInstant(ports.clock.now()), reason },
    };
    const { writes } = await planChange(
      {
        current,
        caseId: current.id,
        facts: [
          {
            actor: { kind: 'agent', userId: input.userId },
            fact: { type: 'page.cancelled.v1', data: { pageId: page.id, userId: input.userId, reason } },
          },
        ],
        writes: [{ kind: 'page', next, expectedVersion: page.version }],
        effects: [{ type: 'page.closed', pageId: page.id, taskToken: page.taskToken, outcome: next.state }],
      },
      ports,
    );
    await ports.store.commit(writes);
    return next;
  });
  await afterPageClosed(cancelled, ports).catch((error: unknown) =>
    ports.log.warn('after-work of a cancel failed; the outbox repeats it', { pageId: cancelled.id, error }),
  );
  return cancelled;
}

function alreadyClosed(page: Page): DomainError {
  const by = page.ack ?? page.cancelled;
  return new DomainError(
    'conflict',
    'page.already-closed',
    `Page ${page.id} was ${page.state} by ${by?.userId} at ${by?.at}.`,
  );
}
