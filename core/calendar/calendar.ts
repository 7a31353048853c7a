import * as z from 'zod';
import { strictObject } from '../validation/strict-object.ts';
import { readRange } from './closed-range.ts';
import { type Holiday, holidaySchema } from './holiday.ts';
import {
  type Hours,
  hoursProblems,
  hoursSchema,
  isReadable,
  overlapMessage,
  overlapsItself,
} from './hours.ts';
import { localDateSchema } from './local-date.ts';
import { readOpenings } from './openings.ts';
import { isZoneId, unknownZone } from './zone.ts';

/**
 * When a team works: openings by weekday in an IANA zone, and days that are not as their weekday.
 * An opening whose end is not after its start runs into the next day. Without `hours` it is always open.
 * `versions` replace `hours` from the openings of a date on.
 */
export const calendarSchema = strictObject({
  timezone: z.string().refine(isZoneId, { error: (issue) => unknownZone(String(issue.input)) }),
  hours: hoursSchema.optional(),
  holidays: z.array(holidaySchema).max(5000).optional(),
  versions: z
    .array(strictObject({ from: localDateSchema, hours: hoursSchema.optional() }))
    .max(200)
    .optional(),
}).superRefine((calendar, report) => {
  const refuse = (path: (string | number)[], message: string) =>
    report.addIssue({ code: 'custom', path, message });
  checkHours(calendar.hours, ['hours'], refuse);
  checkVersions(calendar.versions ?? [], refuse);
  if (isZoneId(calendar.timezone)) checkHolidays(calendar.holidays ?? [], calendar.timezone, refuse);
});

export type Calendar = z.infer<typeof calendarSchema>;
type Refuse = (path: (string | number)[], message: string) => void;

function checkHours(hours: Hours | undefined, under: (string | number)[], refuse: Refuse): void {
  if (hours === undefined) return;
  for (const { path, message } of hoursProblems(hours)) refuse([...under, ...path], message);
}

function checkVersions(
  versions: readonly { from: string; hours?: Hours | undefined }[],
  refuse: Refuse,
): void {
  versions.forEach(({ from, hours }, i) => {
    checkHours(hours, ['versions', i, 'hours'], refuse);
    const before = versions[i - 1]?.from;
    if (before !== undefined && from <= before)
      refuse(
        ['versions', i, 'from'],
        `is not after ${before}; write the versions in the order of their dates`,
      );
  });
}

function checkHolidays(holidays: readonly Holiday[], timezone: string, refuse: Refuse): void {
  const closed = new Map<string, number>();
  const special = new Map<string, number>();
  holidays.forEach((holiday, i) => {
    if (typeof holiday === 'object' && 'from' in holiday) {
      const range = readRange(holiday, timezone);
      if (typeof range === 'string') refuse(['holidays', i], range);
      return;
    }
    const date = typeof holiday === 'string' ? holiday : holiday.date;
    const hours = typeof holiday === 'string' ? undefined : holiday.hours;
    const rival = hours === undefined ? special.get(date) : (special.get(date) ?? closed.get(date));
    if (rival !== undefined)
      refuse(['holidays', i], `${date} is already holidays[${rival}], with other hours; keep one of them`);
    (hours === undefined ? closed : special).set(date, i);
    if (hours !== undefined && isReadable(hours) && overlapsItself(readOpenings(hours)))
      refuse(['holidays', i, 'hours'], overlapMessage);
  });
}
