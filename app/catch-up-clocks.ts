import type { Case } from '../core/case/case.ts';
import { followTime } from '../core/sla/follow-events.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Write } from '../ports/case-store.ts';
import { type FollowedClocks, shownOf } from './follow-clocks.ts';
import { followMissed, missedEvents } from './follow-missed.ts';
import { outboxWrites } from './outbox-writes.ts';
import { isPassingFault } from './passing-fault.ts';
import { recordSla } from './record-sla.ts';
import { requireCase } from './require-case.ts';
import { slaEffects } from './sla-effects.ts';
import { type ChangePorts, retryOnConflict } from './unit-of-work.ts';

/**
 * Works the events that the clocks of a case have not been through into them, arms them, and lets the case show
 * what is due. Nothing to do when they are up to date.
 * @throws DomainError `case.missing`
 */
export async function catchUpClocks(caseId: string, ports: ChangePorts): Promise<void> {
  await retryOnConflict(async () => {
    const current = await requireCase(caseId, ports);
    const stored = await ports.store.getSla(caseId);
    if (stored !== null && stored.clocks.seq >= current.eventCount) return;
    const missed = await missedEvents(current, stored, ports);
    const followed = await followMissed(caseId, stored, missed, ports);
    const now = toInstant(ports.clock.now());
    const time = followTime(followed.sla, followed.policies, now);
    const recorded = recordSla({ next: time.next, records: [...followed.records, ...time.records] }, stored);
    const shown = showing(current, shownOf(time.next, followed.policies));
    const effects = [
      ...followed.effects,
      ...slaEffects(time),
      ...recorded.effects,
      { type: 'case.changed', version: current.version + shown.length } as const,
    ];
    await ports.store.commit([
      ...shown,
      ...recorded.writes,
      ...outboxWrites(effects, { caseId, at: now }, ports),
    ]);
  });
}

/**
 * The same after a commit. What another try would not mend holds up no effect of another case: the sweep finds
 * clocks that are behind each minute, tries again, and wakes somebody.
 */
export async function catchUpOrLeaveToSweep(caseId: string, ports: ChangePorts): Promise<void> {
  try {
    await catchUpClocks(caseId, ports);
  } catch (error) {
    const isFound = !isPassingFault(error) && (await ports.store.getSla(caseId))?.behindSince !== undefined;
    if (!isFound) throw error;
    ports.log.error('the clocks of a case cannot catch up; the sweep tries again each minute', {
      caseId,
      error,
    });
  }
}

/** Nobody has done anything, but the list by next due goes by what the case shows. */
function showing(current: Case, shown: FollowedClocks['shown']): Write[] {
  const { policyId, policyVersion, promise, nextDueAt } = current;
  if (JSON.stringify({ policyId, policyVersion, promise, nextDueAt }) === JSON.stringify(shown)) return [];
  const next = { ...current, ...shown, version: current.version + 1 };
  return [{ kind: 'case', next, expectedVersion: current.version }];
}
