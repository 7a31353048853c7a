import { DomainError } from '../core/errors.ts';
import type { CaseSla } from '../core/sla/case-sla.ts';
import { clockEvents } from '../core/sla/clock-history.ts';
import { followEvents } from '../core/sla/follow-events.ts';
import type { PolicySet } from '../core/sla/policy-set.ts';
import { isMetricEvent, type SlaRecord } from '../core/sla/sla-record.ts';
import type { Ports } from '../ports/ports.ts';

export interface RebuiltSla {
  readonly sla: CaseSla;
  readonly records: readonly SlaRecord[];
}

/**
 * A case's promises from its history alone, up to event `seq`: what the clocks would be had they never fallen
 * behind. Escalations that were opened since are taken from the stored promises, for people saw them.
 */
export async function rebuildSla(
  caseId: string,
  seq: number,
  ports: Pick<Ports, 'store' | 'config'>,
): Promise<RebuiltSla> {
  const { events, sla: stored } = await ports.store.getTimeline(caseId);
  const history = clockEvents(events.filter((event) => event.seq <= seq));
  const current = await ports.config.current();
  const start = stored?.policyVersion ?? current.policies.version;
  let policies: PolicySet = (await ports.config.policies(start)) ?? current.policies;
  let sla: CaseSla | null = null;
  const records: SlaRecord[] = [];
  for (const event of history) {
    if (event.type === 'case.rebased.v1')
      policies = (await ports.config.policies(event.data.policyVersion)) ?? policies;
    const change = followEvents({ before: sla, events: [event], policies });
    sla = change.next;
    records.push(...change.records);
  }
  if (sla === null)
    throw new DomainError('missing', 'sla.no-history', `${caseId} has no events to rebuild its clocks from`);
  const metrics = records.filter(isMetricEvent);
  // Nobody was told of what would have been: what is late still, escalates from now.
  if (stored === null)
    return { sla: { ...sla, armed: [], escalations: [], escalationCount: 0 }, records: metrics };
  // Armed again under the next epochs, whatever sleeps: a wake too many does no harm, one too few does.
  return {
    sla: {
      ...sla,
      armed: stored.armed.map((entry) => ({ ...entry, at: null })),
      escalations: stored.escalations,
      escalationCount: stored.escalationCount,
    },
    records: metrics,
  };
}

/** Of the rebuilt records those beyond what the stored clocks have been through. */
export function missingRecords(rebuilt: RebuiltSla, stored: CaseSla | null): SlaRecord[] {
  if (stored === null) return [...rebuilt.records];
  return rebuilt.records.filter(isMetricEvent).filter((record) => {
    const known = stored.clocks.clocks.find(
      ({ clock, instance }) => clock === record.clock && instance === record.instance,
    );
    if (known !== undefined) return record.n > known.eventCount;
    const latest = stored.clocks.clocks.filter(({ clock }) => clock === record.clock);
    return latest.every(({ instance }) => record.instance > instance);
  });
}
