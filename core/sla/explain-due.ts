import { type OpenTime, openTimeOf } from '../calendar/open-time.ts';
import { joined, type Period } from '../calendar/periods.ts';
import type { Zone } from '../calendar/zone.ts';
import type { Counted, DueInput } from './due.ts';
import { dateOf, lengthOf, momentOf, timeOf } from './time-words.ts';

/** More stretches than this are told by the first and the last ones. */
const mostStretches = 8;
/** Holidays are looked for this far; beyond, a list of them would explain nothing. */
const mostHolidays = 12;

/**
 * In words: `90 min from Fri 2026-11-20 16:00 (Europe/London) are due Mon 2026-11-23 09:30: counted Fri
 * 2026-11-20 16:00-17:00 (1 h), Mon 2026-11-23 09:00-09:30 (30 min); not counted: closed hours`.
 */
export function explainDue(input: DueInput, { periods, leftMs }: Counted): string {
  const open = openTimeOf(input.calendar);
  const reached = periods.at(-1)?.[1] ?? input.start;
  const head = `${lengthOf(Math.round(input.minutes * 60_000))} from ${momentOf(input.start, open.zone)} (${open.zone.id})`;
  const verb = input.minutes === 1 ? 'is' : 'are';
  const sentence =
    leftMs > 0
      ? `${head} ${verb} not due while paused without end, ${lengthOf(leftMs)} left`
      : `${head} ${verb} due ${momentOf(reached, open.zone)}`;
  const parts = [sentence + countedOf(periods, open.zone)];
  const skipped = skippedOf(open, input, reached);
  if (skipped.length > 0) parts.push(`not counted: ${skipped.join(', ')}`);
  return parts.join('; ');
}

function countedOf(periods: readonly Period[], zone: Zone): string {
  const stretches = joined(periods);
  if (stretches.length === 0) return '';
  const words = stretches.map((period) => stretchOf(period, zone));
  if (words.length <= mostStretches) return `: counted ${words.join(', ')}`;
  const hidden = stretches.slice(3, -2);
  const sum = hidden.reduce((total, [from, to]) => total + to - from, 0);
  const middle = `${hidden.length} more stretches (${lengthOf(sum)})`;
  return `: counted ${[...words.slice(0, 3), middle, ...words.slice(-2)].join(', ')}`;
}

function skippedOf(open: OpenTime, { calendar, start, pauses = [] }: DueInput, until: number): string[] {
  const skipped: string[] = [];
  const isAlwaysOpen = calendar.hours === undefined && calendar.versions === undefined;
  if (!isAlwaysOpen && open.elapsed(start, until) < until - start) skipped.push('closed hours');
  // A holiday that begins as the promise falls due is told too: it says why the due time is not later.
  const holidays = [...new Set(open.closuresIn(start, until + 1).map(({ name }) => name))];
  if (holidays.length > 0) {
    const told = holidays.length > mostHolidays ? [...holidays.slice(0, mostHolidays), 'and more'] : holidays;
    skipped.push(`${holidays.length === 1 ? 'holiday' : 'holidays'} ${told.join(' ')}`);
  }
  const paused = open.elapsed(start, until) - open.elapsed(start, until, pauses);
  if (paused > 0) skipped.push(`${lengthOf(paused)} of open time in pauses`);
  return skipped;
}

function stretchOf([from, to]: Period, zone: Zone): string {
  const sameDay = dateOf(zone.wallAt(from)) === dateOf(zone.wallAt(to));
  const end = sameDay ? timeOf(zone.wallAt(to)) : momentOf(to, zone);
  return `${momentOf(from, zone)}-${end} (${lengthOf(to - from)})`;
}
