import { useEffect, useReducer } from 'react';
import type { NamedCalendars } from '../../../core/calendar/calendar-named.ts';
import { type Countdown, countdownOf } from '../../../core/sla/countdown.ts';
import type { Countable } from '../../../core/sla/next-promise.ts';
import { deskNow } from '../time/desk-clock.ts';
import { ticker } from './page-ticker.ts';

export interface CountedDown extends Countdown {
  /** The desk's time that it is right for, epoch ms. */
  readonly now: number;
}

/** The countdown of a clock, rendered anew whenever its label changes; null while its calendar is unknown. */
export function useCountdown(clock: Countable, calendars: NamedCalendars | null): CountedDown | null {
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  const now = deskNow();
  const countdown = isCountable(clock, calendars) ? countdownOf(clock, now, calendars ?? {}) : null;
  const refreshMs = countdown?.refreshMs ?? null;
  useEffect(() => {
    if (refreshMs === null) return;
    return ticker.wakeAt(now + refreshMs, renderAgain);
  });
  return countdown && { ...countdown, now };
}

/** A clock that does not run needs no calendar, and neither does one that counts around the clock. */
function isCountable({ state, dueAt, promise }: Countable, calendars: NamedCalendars | null): boolean {
  if (state !== 'running' || dueAt === null || promise.calendar === null) return true;
  return calendars !== null && Object.hasOwn(calendars, promise.calendar);
}
