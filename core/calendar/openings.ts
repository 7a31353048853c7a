import { readClockTime } from './clock-time.ts';
import type { Hours } from './hours.ts';
import { weekdays } from './weekday.ts';

export const dayMinutes = 1440;

/** From and to as times of day, such as `["09:00", "17:00"]`. */
export type WrittenOpening = readonly [string, string];

/** Minutes after the midnight that begins the day; `end` beyond 1440 is on the next day. */
export interface Opening {
  readonly start: number;
  readonly end: number;
}

/** The openings of each weekday (Sunday first) in the order of their start; without hours all of every day. */
export function weekOf(hours: Hours | undefined): (readonly Opening[])[] {
  return weekdays.map((name) =>
    hours === undefined ? [{ start: 0, end: dayMinutes }] : readOpenings(hours[name] ?? []),
  );
}

/** @throws RangeError when a time cannot be read; the schema has refused that. */
export function readOpenings(written: readonly WrittenOpening[]): Opening[] {
  return written.map(readOpening).toSorted((a, b) => a.start - b.start);
}

function readOpening([from, to]: WrittenOpening): Opening {
  const start = readClockTime(from);
  const end = readClockTime(to);
  if (start === null || end === null) throw new RangeError(`opening ${from} to ${to} cannot be read`);
  return { start, end: end > start ? end : end + dayMinutes };
}
