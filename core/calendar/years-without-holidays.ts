import type { Calendar } from './calendar.ts';
import type { Holiday } from './holiday.ts';
import { zoneOf } from './zone.ts';

/** October: whoever writes down the holidays of the next year has time left to do so. */
const firstMonthOfConcern = 9;

/**
 * This year, and from October on the next, where a calendar that has holidays in other years has none: its
 * list has run out. A calendar without any is taken to mean it.
 * @param at epoch ms.
 */
export function yearsWithoutHolidays({ holidays = [], timezone }: Calendar, at: number): number[] {
  if (holidays.length === 0) return [];
  const now = new Date(zoneOf(timezone).wallAt(at));
  const year = now.getUTCFullYear();
  const years = now.getUTCMonth() >= firstMonthOfConcern ? [year, year + 1] : [year];
  return years.filter((wanted) => !holidays.some((holiday) => touches(holiday, wanted)));
}

function touches(holiday: Holiday, year: number): boolean {
  if (typeof holiday === 'string') return yearOf(holiday) === year;
  if ('date' in holiday) return yearOf(holiday.date) === year;
  return yearOf(holiday.from) <= year && year <= yearOf(holiday.to);
}

function yearOf(text: string): number {
  return Number(text.slice(0, 4));
}
