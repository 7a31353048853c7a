import type { Case } from '../core/case/case.ts';
import type { PolicySet } from '../core/sla/policy-set.ts';
import { previewRebase, type RebasedClock } from '../core/sla/rebase.ts';
import { type Instant, toInstant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { followMissed, missedEvents } from './follow-missed.ts';
import { listByViews } from './list-by-views.ts';

/** What moving an open case to the promises in force would do. */
export interface CaseRebase {
  readonly caseId: string;
  readonly subject: string;
  /** What it is pinned to now; null before its clocks began. */
  readonly policyVersion: string | null;
  /** The case would be without a policy. */
  readonly unmatched: boolean;
  readonly moved: readonly RebasedClock[];
}

export interface RebasePage {
  /** The version in force, to which the cases would move. */
  readonly policyVersion: string;
  /** Only cases that are on another one; a page may hold none though others follow. */
  readonly items: readonly CaseRebase[];
  readonly cursor: string | null;
}

type RebasePorts = Pick<Ports, 'store' | 'config' | 'clock' | 'log'>;

/** Previews the re-base of open cases, page by page. */
export async function previewRebases(
  paging: { readonly limit: number; readonly cursor?: string | undefined },
  ports: RebasePorts,
): Promise<RebasePage> {
  const { policies } = await ports.config.current();
  const now = toInstant(ports.clock.now());
  const page = await listByViews(['active', 'waiting'], paging, ports);
  const others = page.items.filter(
    (found) => mayBeRebased(found) && found.policyVersion !== policies.version,
  );
  const items = await Promise.all(others.map((found) => previewOf(found, policies, now, ports)));
  return { policyVersion: policies.version, items, cursor: page.cursor };
}

/** Merged cases and spam have no promises to move. */
export function mayBeRebased({ mergedInto, flags }: Case): boolean {
  return mergedInto === null && !flags.includes('spam');
}

async function previewOf(
  current: Case,
  policies: PolicySet,
  now: Instant,
  ports: RebasePorts,
): Promise<CaseRebase> {
  const { id, subject, policyVersion } = current;
  const stored = await ports.store.getSla(id);
  const missed = await missedEvents(current, stored, ports);
  const { clocks, facts } =
    missed.length === 0 && stored ? stored : (await followMissed(id, stored, missed, ports)).sla;
  const { unmatched, moved } = previewRebase({ clocks, facts, policies, now, reason: 'preview' });
  return { caseId: id, subject, policyVersion, unmatched, moved };
}
