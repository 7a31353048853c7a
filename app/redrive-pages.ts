import { toEpochMs } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { startPageWorkflow } from './start-page-workflow.ts';

/** Longer than the notifications of a round take with all their retries. */
const overdueMs = 120_000;
/** A re-drive that died as well is made again after so long, under another name. */
const againMs = 5 * 60_000;

/**
 * Takes up open pages whose next attempt is overdue: their workflow was ended, or never began. Two workflows
 * for one page do no harm, for both decide from the store and an attempt is sent once under its key.
 * Returns the ids of the pages that were taken up.
 */
export async function redrivePages(
  ports: Pick<Ports, 'store' | 'workflows' | 'clock' | 'log'>,
): Promise<readonly string[]> {
  const now = ports.clock.now();
  const redriven: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, cursor: next } = await ports.store.listOpenPages({
      limit: 100,
      ...(cursor && { cursor }),
    });
    for (const { id, nextAttemptAt, openedAt, attempt } of items) {
      if (now - toEpochMs(nextAttemptAt ?? openedAt) < overdueMs) continue;
      const redrive = { attempt: attempt === null ? 0 : attempt + 1, number: Math.floor(now / againMs) };
      try {
        await startPageWorkflow(id, ports, redrive);
        redriven.push(id);
        ports.log.error('an open page had no next attempt and was taken up again', { pageId: id, attempt });
      } catch (error) {
        ports.log.error('an open page has no next attempt and could not be taken up', { pageId: id, error });
      }
    }
    cursor = next ?? undefined;
  } while (cursor);
  return redriven;
}
