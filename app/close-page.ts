import type { Page } from '../core/page/page.ts';
import type { Ports } from '../ports/ports.ts';
import { notifyConsoles } from './notify-consoles.ts';

/**
 * What follows from a closed page: its workflow stops waiting, consoles fall silent, the acker's attempts
 * carry the time of the ack. Done right after the commit and again by the outbox; repeating is harmless.
 */
export async function afterPageClosed(
  page: Page,
  ports: Pick<Ports, 'store' | 'workflows' | 'connections' | 'push' | 'log'>,
): Promise<void> {
  if (page.taskToken) await ports.workflows.succeedTask(page.taskToken, { outcome: page.state });
  const by = page.ack ?? page.cancelled;
  await notifyConsoles(
    [
      {
        type: 'page.closed',
        pageId: page.id,
        caseId: page.caseId,
        by: by?.userId ?? null,
        outcome: page.state,
      },
    ],
    ports,
  );
  if (page.ack) await markAcked(page, page.ack, ports);
}

async function markAcked(
  page: Page,
  ack: NonNullable<Page['ack']>,
  ports: Pick<Ports, 'store'>,
): Promise<void> {
  const attempts = await ports.store.listAttempts(page.id);
  const theirs = attempts.filter((attempt) => attempt.userId === ack.userId && attempt.ackedAt === null);
  const latest = Math.max(...theirs.map((attempt) => attempt.number));
  for (const attempt of theirs)
    if (attempt.number === latest) await ports.store.updateAttempt(page.id, attempt.key, { ackedAt: ack.at });
}
