import * as z from 'zod';
import { strictObject } from '../validation/strict-object.ts';
import { clockTimeHint, readClockTime } from './clock-time.ts';
import { weekdays } from './weekday.ts';

const dayMinutes = 1440;

const clockTime = z.string().refine((text) => readClockTime(text) !== null, { error: clockTimeHint });

const opening = z.tuple(
  [clockTime.refine((text) => text !== '24:00', { error: 'write 00:00 to open at midnight' }), clockTime],
  { error: 'write two times of day, such as ["09:00", "17:00"]' },
);

/** The openings of one day, in any order. */
export const openingsSchema = z.array(opening).max(48);

const openings = openingsSchema.optional();

/** Openings by weekday; a day left out is closed. */
export const hoursSchema = strictObject({
  mon: openings,
  tue: openings,
  wed: openings,
  thu: openings,
  fri: openings,
  sat: openings,
  sun: openings,
});

export type Hours = z.infer<typeof hoursSchema>;
type WrittenOpening = z.infer<typeof opening>;

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

/** Whether all times can be read; a schema's later checks run also where an earlier one has failed. */
export function isReadable(written: readonly WrittenOpening[]): boolean {
  return written.every((pair) => pair.every((time) => readClockTime(time) !== null));
}

export const overlapMessage = 'has hours that overlap; join them into one';

export function overlapsItself(day: readonly Opening[]): boolean {
  return day.some((entry, i) => entry.end > (day[i + 1]?.start ?? Number.POSITIVE_INFINITY));
}

/** What is wrong with a week of hours, by field: never open, or overlapping. Empty when it is in order. */
export function hoursProblems(hours: Hours): { path: string[]; message: string }[] {
  if (!Object.values(hours).every((day) => day === undefined || isReadable(day))) return [];
  const week = weekOf(hours);
  if (week.every((day) => day.length === 0)) {
    const message = 'is never open; give at least one day its hours, or leave hours out for 24x7';
    return [{ path: [], message }];
  }
  return week.flatMap((day, weekday) => {
    const next = week[(weekday + 1) % 7]?.[0];
    const last = day.at(-1);
    const intoNextDay = next !== undefined && last !== undefined && last.end - dayMinutes > next.start;
    if (!intoNextDay && !overlapsItself(day)) return [];
    return [{ path: [weekdays[weekday] ?? ''], message: overlapMessage }];
  });
}
