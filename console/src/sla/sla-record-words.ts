import type { EscalationEvent, EscalationNotice } from '../../../core/escalation/escalation-event.ts';
import type { MetricEvent, RetargetCause } from '../../../core/sla/metric-event.ts';
import { isMetricEvent, type SlaRecord } from '../../../core/sla/sla-record.ts';
import { shortTime } from '../time/local-time.ts';
import { nameOfClock } from './clock-words.ts';

type NameOf = (userId: string) => string;

export interface SlaRecordWords {
  readonly words: string;
  readonly tone: 'danger' | 'warn' | 'good' | 'plain';
}

/**
 * What a record of the promises says on the timeline; null for what other lines say already, or that is no
 * news: that a clock began, paused, went on or was kept in time.
 */
export function slaRecordWords(record: SlaRecord, nameOf: NameOf): SlaRecordWords | null {
  return isMetricEvent(record) ? metricWords(record) : escalationWords(record, nameOf);
}

function metricWords(event: MetricEvent): SlaRecordWords | null {
  const name = nameOfClock(event);
  switch (event.type) {
    case 'warn':
      return { words: `${name}: ${event.percent} % of its time is gone`, tone: 'warn' };
    case 'breach':
      return { words: `${name}: was due and nobody had kept it`, tone: 'danger' };
    case 'retarget':
      return retargetWords(event, name);
    default:
      return null;
  }
}

const causeOf: Readonly<Record<RetargetCause, string>> = {
  'first-target': 'it began',
  'case-changed': 'the case changed',
  override: 'a date was set',
  rebase: 'moved to another version of the promises',
  merge: 'cases were merged',
};

function retargetWords(event: MetricEvent & { type: 'retarget' }, name: string): SlaRecordWords | null {
  // A first target is how the clock began; who set a date, and why, is told by the event itself.
  if (event.cause === 'first-target' || event.cause === 'override' || event.at === event.startedAt)
    return null;
  const { sums, promise } = event;
  if (sums.dueAt === null && sums.remainingMs === null)
    return { words: `${name}: no time is promised any more (${causeOf[event.cause]})`, tone: 'plain' };
  const due = sums.dueAt === null ? 'paused' : `due ${shortTime(sums.dueAt, Date.parse(event.at))}`;
  const terms = `${promise.policyId ?? 'no policy'}, ${promise.priority} priority`;
  return { words: `${name}: now ${due} by ${terms} (${causeOf[event.cause]})`, tone: 'plain' };
}

function escalationWords(event: EscalationEvent, nameOf: NameOf): SlaRecordWords | null {
  const id = event.escalationId.replace(/^.*-E/, 'Escalation ');
  switch (event.type) {
    case 'escalation.opened':
      // Who escalated by hand, to whom and why, is told by the event itself.
      return event.cause.kind === 'manual' ? null : { words: `${id} begun: ${event.why}`, tone: 'warn' };
    case 'escalation.reminded':
      return {
        words: `${id}: reminded ${toldWords(event.notices, nameOf)} ${event.beforeMinutes} min before`,
        tone: 'warn',
      };
    case 'escalation.notified':
      return {
        words: `${id}: level ${event.level + 1} (${event.tier}) told ${toldWords(event.notices, nameOf)}`,
        tone: 'danger',
      };
    case 'escalation.undelivered':
      return {
        words: `${id}: could not tell ${toldWords([event.notice], nameOf)}: ${event.error}`,
        tone: 'danger',
      };
    case 'escalation.acknowledged':
      return { words: `${id}: ${nameOf(event.by)} has taken it on`, tone: 'good' };
    case 'escalation.ended':
      return { words: `${id} ended: ${event.why}`, tone: 'plain' };
  }
}

/** `Ana Ortiz (console, email) and the department payments (email)`; `nobody` when a level had none. */
export function toldWords(notices: readonly EscalationNotice[], nameOf: NameOf): string {
  const byWho = new Map<string, string[]>();
  for (const { userId, department, channel } of notices) {
    const who = userId === null ? `the department ${department ?? 'unknown'}` : nameOf(userId);
    byWho.set(who, [...(byWho.get(who) ?? []), channel]);
  }
  if (byWho.size === 0) return 'nobody, as nobody is there';
  return [...byWho].map(([who, channels]) => `${who} (${[...new Set(channels)].join(', ')})`).join(' and ');
}
