import { caseIdOfPage } from '../core/page/page.ts';
import type { Ports } from '../ports/ports.ts';

/** Starts a page's workflow. The page's id is its name, so that starting it twice starts it once. */
export async function startPageWorkflow(pageId: string, ports: Pick<Ports, 'workflows'>): Promise<void> {
  const caseId = caseIdOfPage(pageId);
  await ports.workflows.start({
    workflow: 'emergency-page',
    name: pageId,
    input: { caseId, pageId, attempt: 0 },
  });
}
