import { type Instant, toEpochMs } from '../time/instant.ts';
import type { ClockState } from './clock-state.ts';
import { applyMetricEvent } from './fold-clock.ts';
import type { MetricEvent } from './metric-event.ts';
import { nextMark } from './next-mark.ts';

/**
 * The warnings and the breach that the passing of time until `now` (included) has brought, each at the instant
 * at which it came: the same however often or late one looks. Kept exactly at the due instant is in time.
 */
export function settleClock(clock: ClockState, now: Instant): MetricEvent[] {
  const events: MetricEvent[] = [];
  let state = clock;
  for (let mark = nextMark(state); mark !== null && mark.at <= now; mark = nextMark(state)) {
    const { caseId, clock: name, instance, eventCount } = state;
    const common = { caseId, clock: name, instance, n: eventCount + 1, seq: null };
    const event: MetricEvent =
      mark.kind === 'warning'
        ? {
            ...common,
            type: 'warn',
            at: mark.at,
            percent: mark.percent,
            why: `${mark.percent} % of the time is gone`,
          }
        : { ...common, type: 'breach', at: state.dueAt ?? mark.at, why: 'it was due and nobody had kept it' };
    events.push(event);
    state = applyMetricEvent(state, event);
  }
  return events;
}

/** What a timer or a sweep at `now` finds. Empty when it woke early, late again, or for a clock that moved on. */
export function wakeClocks(clocks: readonly ClockState[], now: Instant): MetricEvent[] {
  return clocks.flatMap((clock) => settleClock(clock, now));
}

/** How late the next mark of a clock was handled, ms; what a sweep counts. Null when none is past. */
export function overdueByMs(clock: ClockState, now: Instant): number | null {
  const mark = nextMark(clock);
  return mark === null || mark.at > now ? null : toEpochMs(now) - toEpochMs(mark.at);
}
