import type { Case } from '../core/case/case.ts';
import { DomainError } from '../core/errors.ts';
import type { Page } from '../core/page/page.ts';
import type { Ports } from '../ports/ports.ts';

/** @throws DomainError `case.missing` */
export async function requireCase(caseId: string, ports: Pick<Ports, 'store'>): Promise<Case> {
  const found = await ports.store.getCase(caseId);
  if (!found) throw new DomainError('missing', 'case.missing', `There is no case ${caseId}.`);
  return found;
}

/** @throws DomainError `page.missing` */
export async function requirePage(pageId: string, ports: Pick<Ports, 'store'>): Promise<Page> {
  const found = await ports.store.getPage(pageId);
  if (!found) throw new DomainError('missing', 'page.missing', `There is no page ${pageId}.`);
  return found;
}

/**
 * A person's change is refused when the case has moved on since they looked.
 * @throws DomainError `case.version-conflict`
 */
export function requireVersion(current: Case, expectedVersion: number): void {
  if (current.version === expectedVersion) return;
  throw new DomainError(
    'conflict',
    'case.version-conflict',
    `${current.id} has changed since you opened it (you saw version ${expectedVersion}, it is now ${current.version}): look at what is new, then try again.`,
  );
}

/**
 * A case whose page is open cannot be ended or made less: somebody has to answer for the person first.
 * @throws DomainError `case.open-page`
 */
export function requireNoOpenPage(current: Case): void {
  if (!current.openPageId) return;
  throw new DomainError(
    'conflict',
    'case.open-page',
    `Page ${current.openPageId} is still open: acknowledge it, or cancel it with a reason, first.`,
  );
}
