import * as z from 'zod';
import { strictObject } from '../validation/strict-object.ts';
import { openingsSchema } from './hours.ts';
import { instantHint, readInstant } from './instant-text.ts';
import { dayNumber, isLocalDate, localDateSchema } from './local-date.ts';
import type { Period } from './periods.ts';
import { type Zone, zoneOf } from './zone.ts';

const dayMs = 86_400_000;
/** Ten years: what is closed for longer is another version of the hours. */
const longestDays = 3660;

const name = z.string().min(1).max(200).optional();

/**
 * A day that is not as its weekday: `"2026-12-25"` and `{date, name}` are closed from midnight to midnight,
 * `{date, hours}` is open at those hours instead of the usual ones, `{from, to}` is closed in between: whole
 * days when both are dates (both included), else from the first time to the second (excluded).
 */
export const holidaySchema = z.union(
  [
    localDateSchema,
    strictObject({ date: localDateSchema, name, hours: openingsSchema.optional() }),
    strictObject({ from: z.string().max(60), to: z.string().max(60), name }),
  ],
  { error: explainUnion },
);

export type Holiday = z.infer<typeof holidaySchema>;
export type ClosedRange = Extract<Holiday, { from: string }>;

/** The union's own message is "Invalid input": say which of the three shapes was meant, and its problem. */
function explainUnion(issue: z.core.$ZodRawIssue): string {
  const { input } = issue;
  if (typeof input === 'string') return 'write a date as YYYY-MM-DD';
  if (typeof input === 'object' && input !== null) {
    const shape = 'from' in input || 'to' in input ? 2 : 1;
    const failed = issue.code === 'invalid_union' ? issue.errors?.[shape]?.[0] : undefined;
    if (failed !== undefined)
      return `${failed.path.length > 0 ? `${failed.path.join('.')}: ` : ''}${failed.message}`;
  }
  return 'write a date as YYYY-MM-DD, {date, name?, hours?} or {from, to, name?}';
}

/**
 * A range as the instants that it closes, epoch ms.
 * @returns a sentence with the remedy when it is none.
 */
export function readRange({ from, to }: ClosedRange, timezone: string): Period | string {
  const zone = zoneOf(timezone);
  const dates = [isLocalDate(from), isLocalDate(to)];
  if (dates[0] !== dates[1])
    return 'has a date at one end and a time at the other; write two dates or two times';
  const period = dates[0] ? datesPeriod(from, to, zone) : timesPeriod(from, to, zone);
  if (typeof period === 'string') return period;
  if (period[1] <= period[0]) return 'ends before it begins; swap from and to';
  if (period[1] - period[0] > longestDays * dayMs)
    return 'is longer than ten years; give the calendar a version with other hours instead';
  return period;
}

function datesPeriod(from: string, to: string, zone: Zone): Period {
  return [zone.instantOf(dayNumber(from) * dayMs), zone.instantOf((dayNumber(to) + 1) * dayMs)];
}

function timesPeriod(from: string, to: string, zone: Zone): Period | string {
  const [start, end] = [readInstant(from, zone), readInstant(to, zone)];
  if (start === null || end === null) {
    const wrong = start === null ? from : to;
    return `"${wrong.slice(0, 40)}" is neither a date nor a time; write YYYY-MM-DD, or ${instantHint}`;
  }
  return [start.at, end.at];
}
