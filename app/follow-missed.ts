import type { Case } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import { DomainError } from '../core/errors.ts';
import type { OutboxEffect } from '../core/outbox/outbox-item.ts';
import type { CaseSla } from '../core/sla/case-sla.ts';
import { followEvents } from '../core/sla/follow-events.ts';
import type { PolicySet } from '../core/sla/policy-set.ts';
import type { SlaRecord } from '../core/sla/sla-record.ts';
import type { Ports } from '../ports/ports.ts';
import { pinnedPolicies } from './pinned-policies.ts';
import { slaEffects } from './sla-effects.ts';

export interface FollowedSla {
  readonly sla: CaseSla;
  /** The version that the case is pinned to after it. */
  readonly policies: PolicySet;
  readonly records: readonly SlaRecord[];
  readonly effects: readonly OutboxEffect[];
}

/** The events of a case, up to the count that it shows, that its stored promises have not been through. */
export async function missedEvents(
  { id, eventCount }: Pick<Case, 'id' | 'eventCount'>,
  stored: CaseSla | null,
  { store }: Pick<Ports, 'store'>,
): Promise<CaseEvent[]> {
  const from = stored?.clocks.seq ?? 0;
  if (from === eventCount) return [];
  const { events } = await store.getTimeline(id);
  return events.filter(({ seq }) => seq > from && seq <= eventCount).toSorted((a, b) => a.seq - b.seq);
}

/**
 * Works events into a case's promises, each under the version that it is pinned to by then. What was stored is
 * built on and not worked out anew: a breach that people were told of stays, and the log goes on where it stood.
 * @throws DomainError `sla.no-history` without an event, `sla.gap` where one is missing
 */
export async function followMissed(
  caseId: string,
  stored: CaseSla | null,
  events: readonly CaseEvent[],
  ports: Pick<Ports, 'config' | 'log'>,
): Promise<FollowedSla> {
  let policies = stored
    ? await pinnedPolicies({ caseId, policyVersion: stored.policyVersion }, ports)
    : (await ports.config.current()).policies;
  let sla = stored;
  const records: SlaRecord[] = [];
  const effects: OutboxEffect[] = [];
  for (const run of runsOf(events)) {
    const [first] = run;
    if (first.type === 'case.rebased.v1')
      policies = await pinnedPolicies({ caseId, policyVersion: first.data.policyVersion }, ports);
    const change = followEvents({ before: sla, events: run, policies });
    sla = change.next;
    records.push(...change.records);
    effects.push(...slaEffects(change));
  }
  if (sla === null)
    throw new DomainError(
      'missing',
      'sla.no-history',
      `${caseId} has no events that its clocks could follow`,
    );
  return { sla, policies, records, effects };
}

/** Each but the first begins with a re-base. */
function runsOf(events: readonly CaseEvent[]): [CaseEvent, ...CaseEvent[]][] {
  const runs: [CaseEvent, ...CaseEvent[]][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    if (run === undefined || event.type === 'case.rebased.v1') runs.push([event]);
    else run.push(event);
  }
  return runs;
}
