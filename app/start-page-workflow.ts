import { caseIdOfPage } from '../core/page/page.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * Starts a page's workflow. The page's id is its name, so that starting it twice starts it once; a re-drive
 * goes on at an attempt under a name with a number of its own.
 */
export async function startPageWorkflow(
  pageId: string,
  ports: Pick<Ports, 'workflows'>,
  redrive?: { readonly attempt: number; readonly number: number },
): Promise<void> {
  const caseId = caseIdOfPage(pageId);
  await ports.workflows.start({
    workflow: 'emergency-page',
    name: redrive ? `${pageId}_redrive_${redrive.number}` : pageId,
    input: { caseId, pageId, attempt: redrive?.attempt ?? 0 },
  });
}
