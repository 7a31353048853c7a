import type { Escalation, EscalationCause } from '../escalation/escalation.ts';
import type { EscalationEvent } from '../escalation/escalation-event.ts';
import type { CaseSla } from '../sla/case-sla.ts';
import type { ClockState } from '../sla/clock-state.ts';
import type { MetricEvent } from '../sla/metric-event.ts';
import { isMetricEvent, type SlaRecord } from '../sla/sla-record.ts';
import type { DeskEvent, DeskEventOf } from './desk-event.ts';

type EscalationData = DeskEventOf<'escalation.ended.v1'>['data'];

/** What a clock promises at a moment, as far as outsiders are told. */
type Promised = Pick<ClockState, 'promise' | 'subject' | 'startedAt' | 'dueAt'>;
type Climb = Pick<Escalation, 'cause' | 'ladderId' | 'policyVersion'>;

/**
 * What one commit's records tell other systems; mostly nothing. Each says what held when it happened, so that a
 * record of long ago, worked out late, has the promise of then.
 * @param before what was stored until then; null when nothing was.
 * @param next what is stored with the records; its version makes the ids.
 * @throws Error for a record of a clock or an escalation that neither `before` nor an earlier record knows
 */
export function deskEventsOf(
  records: readonly SlaRecord[],
  before: CaseSla | null,
  next: CaseSla,
): DeskEvent[] {
  const clocks = new Map<string, Promised>(before?.clocks.clocks.map((clock) => [keyOf(clock), clock]));
  const climbs = new Map<string, Climb>(before?.escalations.map((escalation) => [escalation.id, escalation]));
  return records.flatMap((record, index) => {
    const id = `${next.caseId}-S${next.version}-${index}`;
    if (isMetricEvent(record)) {
      const promised = afterRecord(clocks.get(keyOf(record)), record);
      clocks.set(keyOf(record), promised);
      return promiseEvents(id, record, promised, next);
    }
    if (record.type === 'escalation.opened') {
      const { cause, ladderId } = record;
      climbs.set(record.escalationId, { cause, ladderId, policyVersion: next.policyVersion });
    }
    return escalationEvents(id, record, climbs.get(record.escalationId), next);
  });
}

function keyOf({ clock, instance }: Pick<ClockState, 'clock' | 'instance'>): string {
  return `${clock}#${instance}`;
}

function afterRecord(before: Promised | undefined, record: MetricEvent): Promised {
  if (record.type === 'activate') {
    const { promise, subject, startedAt, sums } = record;
    return { promise, subject, startedAt, dueAt: sums.dueAt };
  }
  if (!before) throw new Error(`${record.caseId}: ${record.type} of ${keyOf(record)}, which never began`);
  if (!('sums' in record)) return before;
  const after = { ...before, dueAt: record.sums.dueAt };
  return record.type === 'retarget'
    ? { ...after, promise: record.promise, startedAt: record.startedAt }
    : after;
}

function promiseEvents(
  id: string,
  record: MetricEvent,
  { promise, subject, startedAt, dueAt }: Promised,
  { facts }: CaseSla,
): DeskEvent[] {
  if (record.type !== 'warn' && record.type !== 'breach') return [];
  const { caseId, clock, instance, at: time } = record;
  const { priority, policyId, policyVersion, targetMinutes } = promise;
  const data = {
    clock,
    instance,
    subject,
    priority,
    category: facts.category,
    policyId,
    policyVersion,
    startedAt,
    targetMinutes,
  };
  return record.type === 'breach'
    ? [{ id, type: 'sla.breached.v1', time, caseId, data: { ...data, dueAt: time } }]
    : [{ id, type: 'sla.warned.v1', time, caseId, data: { ...data, dueAt, percent: record.percent } }];
}

function escalationEvents(
  id: string,
  record: EscalationEvent,
  climb: Climb | undefined,
  { facts }: CaseSla,
): DeskEvent[] {
  const { caseId, escalationId, at: time } = record;
  if (!climb) throw new Error(`${caseId}: ${record.type} of ${escalationId}, which was never opened`);
  const { ladderId, policyVersion } = climb;
  const { priority, category } = facts;
  const cause = withoutReason(climb.cause);
  const data: EscalationData = { escalationId, cause, ladderId, policyVersion, priority, category };
  const common = { id, time, caseId };
  switch (record.type) {
    case 'escalation.opened':
      return [{ ...common, type: 'escalation.opened.v1', data }];
    case 'escalation.notified': {
      const told = record.notices.map(({ userId, department, channel }) => ({ userId, department, channel }));
      const level = record.level < 0 ? null : record.level;
      return [
        { ...common, type: 'escalation.notified.v1', data: { ...data, level, tier: record.tier, told } },
      ];
    }
    case 'escalation.acknowledged': {
      const { by, via } = record;
      return [{ ...common, type: 'escalation.acknowledged.v1', data: { ...data, by, via } }];
    }
    case 'escalation.ended':
      return [{ ...common, type: 'escalation.ended.v1', data }];
    // Told before anything was missed, and of a message that did not arrive: the desk's own business.
    case 'escalation.reminded':
    case 'escalation.undelivered':
      return [];
  }
}

/** What somebody wrote by hand may say who the customer is. */
function withoutReason(cause: EscalationCause): EscalationData['cause'] {
  if (cause.kind !== 'manual') return { ...cause };
  const { kind, by, to } = cause;
  return { kind, by, to };
}
