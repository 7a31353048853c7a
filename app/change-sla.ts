import { DomainError } from '../core/errors.ts';
import type { OutboxEffect } from '../core/outbox/outbox-item.ts';
import type { CaseSla } from '../core/sla/case-sla.ts';
import type { PolicySet } from '../core/sla/policy-set.ts';
import { withNextLook } from '../core/sla/sla-change.ts';
import type { SlaRecord } from '../core/sla/sla-record.ts';
import { type Instant, toInstant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { outboxWrites } from './outbox-writes.ts';
import { pinnedPolicies } from './pinned-policies.ts';
import { recordSla } from './record-sla.ts';
import { retryOnConflict } from './unit-of-work.ts';

export interface SlaDecision {
  readonly next: CaseSla;
  readonly records: readonly SlaRecord[];
  readonly effects: readonly OutboxEffect[];
}

/**
 * Changes a case's promises without an event of the case: a timer, a step of an escalation, somebody taking it
 * on. Decides again on what is stored while others are faster; the consoles are told when it adds to the log.
 * @param decide null when nothing is to change.
 * @throws DomainError `sla.missing`
 */
export async function changeSla<Decision extends SlaDecision>(
  caseId: string,
  decide: (stored: { sla: CaseSla; policies: PolicySet; now: Instant }) => Decision | null,
  ports: Pick<Ports, 'store' | 'config' | 'clock' | 'ids' | 'log'>,
): Promise<Decision | null> {
  return retryOnConflict(async () => {
    const sla = await ports.store.getSla(caseId);
    if (!sla) throw new DomainError('missing', 'sla.missing', `There are no promises of a case ${caseId}.`);
    const policies = await pinnedPolicies(sla, ports);
    const now = toInstant(ports.clock.now());
    const decision = decide({ sla, policies, now });
    if (decision === null) return null;
    const { records } = decision;
    const recorded = recordSla({ next: withNextLook(decision.next, policies), records }, sla);
    const effects: OutboxEffect[] = [...decision.effects, ...recorded.effects];
    // The version of the case has not moved: only what is shown of its promises has.
    if (records.length > 0) effects.push({ type: 'case.changed', version: 0 });
    await ports.store.commit([...recorded.writes, ...outboxWrites(effects, { caseId, at: now }, ports)]);
    return decision;
  });
}
