import type { Case } from '../core/case/case.ts';
import { type View, views } from '../core/case/status.ts';
import { DomainError } from '../core/errors.ts';
import type { PageOf } from '../ports/case-store.ts';
import type { Ports } from '../ports/ports.ts';

/** The cases of several views, one view after the other, as one list. A page may hold fewer than `limit`. */
export async function listByViews(
  wanted: readonly [View, ...View[]],
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ports: Pick<Ports, 'store'>,
): Promise<PageOf<Case>> {
  const at = cursor === undefined ? { view: wanted[0], inner: '' } : readCursor(cursor, wanted);
  const page = await ports.store.listCases(
    at.view,
    at.inner === '' ? { limit } : { limit, cursor: at.inner },
  );
  const nextView = wanted[wanted.indexOf(at.view) + 1];
  const next =
    page.cursor !== null ? `${at.view}:${page.cursor}` : nextView === undefined ? null : `${nextView}:`;
  return { items: page.items, cursor: next };
}

function readCursor(cursor: string, wanted: readonly View[]): { view: View; inner: string } {
  const split = cursor.indexOf(':');
  const view = views.find((known) => known === cursor.slice(0, split));
  if (view !== undefined && wanted.includes(view)) return { view, inner: cursor.slice(split + 1) };
  const message = 'give the cursor of the last answer, unchanged';
  throw new DomainError('invalid', 'store.bad-cursor', `cursor: ${message}.`, {
    details: [{ field: 'cursor', message }],
  });
}
