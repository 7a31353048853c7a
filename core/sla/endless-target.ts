import type { Calendar } from '../calendar/calendar.ts';
import { isDomainError } from '../errors.ts';
import { dueInstant } from './due.ts';

const yearMs = 366 * 86_400_000;
const longestYears = 20;

/** Calendars are looked at from here on when nobody says what time it is: a Monday. */
export const someMonday = Date.UTC(2026, 0, 5);

/** Epoch ms; infinite beyond the hundred years that are searched. */
export function dueOrNever(calendar: Calendar, minutes: number, start: number): number {
  try {
    return dueInstant({ calendar, start, minutes }) ?? Number.POSITIVE_INFINITY;
  } catch (thrown) {
    if (isDomainError(thrown, 'calendar.horizon')) return Number.POSITIVE_INFINITY;
    throw thrown;
  }
}

/**
 * The open minutes of a sparse calendar can take decades, more than the clocks can work out: such a promise
 * would stop each case that it is made to. A sentence with the remedy, null when all is well.
 */
export function endlessTarget(calendar: Calendar, minutes: number, start: number): string | null {
  if (dueOrNever(calendar, minutes, start) <= start + longestYears * yearMs) return null;
  return `${minutes} open minutes are more than ${longestYears} years away; shorten it or add open hours`;
}
