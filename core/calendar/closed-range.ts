import type { ClosedRange } from './holiday.ts';
import { instantHint, readInstant } from './instant-text.ts';
import { dayNumber, isLocalDate } from './local-day.ts';
import type { Period } from './periods.ts';
import { type Zone, zoneOf } from './zone.ts';

const dayMs = 86_400_000;
/** Ten years: what is closed for longer is another version of the hours. */
const longestDays = 3660;

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
