import * as z from 'zod';
import { strictObject } from '../validation/strict-object.ts';
import { clockTimeHint, readClockTime } from './clock-time.ts';
import { weekdays } from './weekday.ts';
import { isZoneId, unknownZone } from './zone.ts';

const dayMinutes = 1440;

const clockTime = z.string().refine((text) => readClockTime(text) !== null, { error: clockTimeHint });

const opening = z.tuple(
  [clockTime.refine((text) => text !== '24:00', { error: 'write 00:00 to open at midnight' }), clockTime],
  { error: 'write two times of day, such as ["09:00", "17:00"]' },
);

const openings = z.array(opening).max(48).optional();

const holiday = z.string().refine(isDate, { error: 'write a date as YYYY-MM-DD' });

/**
 * When the desk works: openings by weekday in an IANA zone, `holidays` closed from midnight to midnight.
 * An opening whose end is not after its start runs into the next day. Without `hours` it is always open.
 */
export const calendarSchema = strictObject({
  timezone: z.string().refine(isZoneId, { error: (issue) => unknownZone(String(issue.input)) }),
  hours: strictObject({
    mon: openings,
    tue: openings,
    wed: openings,
    thu: openings,
    fri: openings,
    sat: openings,
    sun: openings,
  }).optional(),
  holidays: z.array(holiday).max(5000).optional(),
}).superRefine(checkHours);

export type Calendar = z.infer<typeof calendarSchema>;

/** Minutes after the midnight that begins the day; `end` beyond 1440 is on the next day. */
export interface Opening {
  readonly start: number;
  readonly end: number;
}

/** The openings of a weekday (Sunday 0) in the order of their start. */
export function openingsOf(calendar: Calendar, weekday: number): Opening[] {
  if (calendar.hours === undefined) return [{ start: 0, end: dayMinutes }];
  const name = weekdays[weekday];
  const listed = name === undefined ? [] : (calendar.hours[name] ?? []);
  return listed.map(readOpening).toSorted((a, b) => a.start - b.start);
}

/** @throws RangeError when a time cannot be read; the schema has refused that. */
function readOpening([from, to]: readonly [string, string]): Opening {
  const start = readClockTime(from);
  const end = readClockTime(to);
  if (start === null || end === null) throw new RangeError(`opening ${from} to ${to} cannot be read`);
  return { start, end: end > start ? end : end + dayMinutes };
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function checkHours(calendar: Calendar, report: z.core.$RefinementCtx<Calendar>): void {
  if (calendar.hours === undefined) return;
  const times = Object.values(calendar.hours).flat(2);
  if (times.some((time) => time === undefined || readClockTime(time) === null)) return;
  const refuse = (path: string[], message: string) => report.addIssue({ code: 'custom', path, message });
  const week = weekdays.map((_, weekday) => openingsOf(calendar, weekday));
  if (week.every((day) => day.length === 0)) {
    refuse(['hours'], 'is never open; give at least one day its hours, or leave hours out for 24x7');
  }
  week.forEach((day, weekday) => {
    const name = weekdays[weekday] ?? '';
    const next = week[(weekday + 1) % 7]?.[0];
    day.forEach((entry, i) => {
      const after = day[i + 1];
      const overlapsNextDay = next !== undefined && entry.end - dayMinutes > next.start;
      if ((after !== undefined && entry.end > after.start) || overlapsNextDay) {
        refuse(['hours', name], 'has hours that overlap; join them into one');
      }
    });
  });
}
