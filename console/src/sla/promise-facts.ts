import type { Calendar } from '../../../core/calendar/calendar.ts';
import { openTimeOf } from '../../../core/calendar/open-time.ts';
import type { ClockState } from '../../../core/sla/clock-state.ts';
import { elapsedMsAt } from '../../../core/sla/clock-sums.ts';
import type { Countable } from '../../../core/sla/next-promise.ts';
import type { PolicySet } from '../../../core/sla/policy-set.ts';
import type { CountedDown } from './use-countdown.ts';

/** What a person needs to check a countdown. Instants are epoch ms. */
export interface PromiseFacts {
  /** Null when no policy promised it. */
  readonly policyName: string | null;
  /** Counted so far; null where a list does not know it. */
  readonly countedMs: number | null;
  /** Null around the clock. */
  readonly calendar: { readonly id: string; readonly zone: string } | null;
  /** When closed hours hold it: the next opening. */
  readonly opensAt: number | null;
}

export function promiseFacts(
  clock: Countable | ClockState,
  countdown: CountedDown,
  set: PolicySet | null,
): PromiseFacts {
  const { promise } = clock;
  const policy = set?.policies.find(({ id }) => id === promise.policyId);
  const calendar = calendarOf(promise.calendar, set);
  const isHeld = calendar !== null && clock.state === 'running' && !countdown.isCounting;
  return {
    policyName: promise.policyId === null ? null : (policy?.name ?? promise.policyId),
    countedMs: countedMs(clock, countdown, set),
    calendar: promise.calendar === null ? null : { id: promise.calendar, zone: calendar?.timezone ?? '' },
    opensAt: isHeld ? openTimeOf(calendar).nextOpening(countdown.now) : null,
  };
}

function calendarOf(id: string | null, set: PolicySet | null): Calendar | null {
  if (id === null || set === null || !Object.hasOwn(set.calendars, id)) return null;
  return set.calendars[id] ?? null;
}

/**
 * Of a whole clock its own sum. A list knows only what is left: the rest of the target, but where a date was
 * set by hand, a grace was given or the time was used up by a change, that is not what was counted.
 */
function countedMs(
  clock: Countable | ClockState,
  { businessMs, now }: CountedDown,
  set: PolicySet | null,
): number | null {
  if ('elapsedMs' in clock) {
    if (clock.promise.calendar !== null && calendarOf(clock.promise.calendar, set) === null) return null;
    return elapsedMsAt(clock, now, set?.calendars ?? {});
  }
  const { targetMinutes } = clock.promise;
  if (clock.override !== null || clock.clock === 'total-resolution' || targetMinutes === null) return null;
  if (businessMs === null || businessMs <= 0) return null;
  return targetMinutes * 60_000 - businessMs;
}
