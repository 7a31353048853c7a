import type { Holiday } from '../../../../core/calendar/holiday.ts';

/** The date on which it begins, as written; empty while there is none. */
export function firstDayOf(holiday: Holiday): string {
  if (typeof holiday === 'string') return holiday;
  return 'date' in holiday ? holiday.date : holiday.from.slice(0, 10);
}

export function holidayName(holiday: Holiday): string {
  return typeof holiday === 'string' ? '' : (holiday.name ?? '');
}

/** When it is closed, in words: `2026-12-24, open 09:00–12:00`. */
export function holidayWords(holiday: Holiday): string {
  if (typeof holiday === 'string') return holiday;
  if ('from' in holiday) return `${holiday.from} to ${holiday.to}`;
  if (holiday.hours === undefined) return holiday.date;
  const hours = holiday.hours.map(([from, to]) => `${from}–${to}`).join(', ');
  return `${holiday.date}, ${hours === '' ? 'closed' : `open ${hours}`}`;
}

export type HolidayKind = 'day' | 'hours' | 'range';

export function kindOf(holiday: Holiday): HolidayKind {
  if (typeof holiday === 'string') return 'day';
  if ('from' in holiday) return 'range';
  return holiday.hours === undefined ? 'day' : 'hours';
}

/** The same day and name as another kind. */
export function asKind(holiday: Holiday, kind: HolidayKind): Holiday {
  if (kindOf(holiday) === kind) return holiday;
  const name = holidayName(holiday) || undefined;
  const day = firstDayOf(holiday);
  if (kind === 'range') return { from: day, to: day, name };
  return kind === 'day' ? { date: day, name } : { date: day, name, hours: [['09:00', '12:00']] };
}
