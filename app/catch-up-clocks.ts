import { followTime } from '../core/sla/follow-events.ts';
import { toInstant } from '../core/time/instant.ts';
import { policySetNamed, slaEffects } from './follow-clocks.ts';
import { missingRecords, rebuildSla } from './rebuild-sla.ts';
import { recordSla } from './record-sla.ts';
import { requireCase } from './require-case.ts';
import { type ChangePorts, retryOnConflict } from './unit-of-work.ts';

/**
 * Works out the clocks of a case that fell behind its events, from its history, and arms them. Nothing to do when
 * they are up to date.
 * @throws DomainError `case.missing`
 */
export async function catchUpClocks(caseId: string, ports: ChangePorts): Promise<void> {
  await retryOnConflict(async () => {
    const current = await requireCase(caseId, ports);
    const stored = await ports.store.getSla(caseId);
    if (stored !== null && stored.clocks.seq >= current.eventCount) return;
    const rebuilt = await rebuildSla(caseId, current.eventCount, ports);
    const policies = await policySetNamed(rebuilt.sla.policyVersion, ports);
    const now = toInstant(ports.clock.now());
    const change = followTime(rebuilt.sla, policies, now);
    const records = [...missingRecords(rebuilt, stored), ...change.records];
    const recorded = recordSla({ next: change.next, records }, stored);
    await ports.store.commit([
      ...recorded.writes,
      ...[...slaEffects(change), ...recorded.effects].map(
        (effect) => ({ kind: 'outbox', item: { id: ports.ids.ulid(), at: now, caseId, effect } }) as const,
      ),
    ]);
  });
}
