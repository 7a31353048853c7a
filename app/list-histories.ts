import type { CaseEvent } from '../core/case/case-event.ts';
import { withoutPersons } from '../core/case/without-persons.ts';
import type { Instant } from '../core/time/instant.ts';
import type { PageOf } from '../ports/case-store.ts';
import type { Ports } from '../ports/ports.ts';
import { listByViews } from './list-by-views.ts';

export interface CaseHistory {
  readonly caseId: string;
  /** Of the promises under which its clocks began; null for a case that has none. */
  readonly policyVersion: string | null;
  readonly events: readonly CaseEvent[];
}

/**
 * What happened to the cases that were created in [from, to), without who wrote and what: enough to replay
 * their promises. A page may hold none though others follow.
 */
export async function listHistories(
  {
    from,
    to,
    ...paging
  }: {
    readonly from: Instant;
    readonly to: Instant;
    readonly limit: number;
    readonly cursor?: string | undefined;
  },
  ports: Pick<Ports, 'store'>,
): Promise<PageOf<CaseHistory>> {
  const page = await listByViews(['active', 'waiting', 'done'], paging, ports);
  const within = page.items.filter(({ createdAt }) => createdAt >= from && createdAt < to);
  const items = await Promise.all(
    within.map(async ({ id }) => {
      const { events, sla, slaLog } = await ports.store.getTimeline(id);
      const first = slaLog.find((record) => record.type === 'activate')?.promise.policyVersion;
      const policyVersion = first ?? sla?.policyVersion ?? null;
      return { caseId: id, policyVersion, events: events.map(withoutPersons) };
    }),
  );
  return { items, cursor: page.cursor };
}
