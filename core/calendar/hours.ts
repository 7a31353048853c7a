import * as z from 'zod';
import { strictObject } from '../validation/strict-object.ts';
import { clockTimeHint, readClockTime } from './clock-time.ts';
import { dayMinutes, type Opening, type WrittenOpening, weekOf } from './openings.ts';
import { weekdays } from './weekday.ts';

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
