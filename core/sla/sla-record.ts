import type { EscalationEvent } from '../escalation/escalation-event.ts';
import type { MetricEvent } from './metric-event.ts';

/** What the log of a case's promises holds: append-only, in the order in which it was recorded. */
export type SlaRecord = MetricEvent | EscalationEvent;

export function isMetricEvent(record: SlaRecord): record is MetricEvent {
  return 'clock' in record;
}
