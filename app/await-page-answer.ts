import type { Ports } from '../ports/ports.ts';
import { requirePage } from './require-case.ts';
import { retryOnConflict } from './unit-of-work.ts';

/**
 * Leaves the workflow's task token on the page, where the ack finds it. A page that was answered meanwhile
 * answers the token at once.
 * @throws DomainError `page.missing`
 */
export async function awaitPageAnswer(
  input: { pageId: string; taskToken: string },
  ports: Pick<Ports, 'store' | 'workflows'>,
): Promise<void> {
  const stored = await retryOnConflict(async () => {
    const page = await requirePage(input.pageId, ports);
    if (page.state !== 'open') return page;
    const next = { ...page, version: page.version + 1, taskToken: input.taskToken };
    await ports.store.commit([{ kind: 'page', next, expectedVersion: page.version }]);
    return next;
  });
  if (stored.state !== 'open') await ports.workflows.succeedTask(input.taskToken, { outcome: stored.state });
}
