/** Sunday first, so that the index is `Date.prototype.getUTCDay`. */
export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof weekdays)[number];

const fullNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

export const weekdayHint = 'name the days mon, tue, wed, thu, fri, sat, sun';

/**
 * A day's name (short or full, any case) or number to its index, Sunday 0. Of numbers, 1 to 6 are Monday to
 * Saturday and both 0 and 7 Sunday: the two customs that count from Sunday 0 and from Monday 1 agree on all
 * of them. Null for anything else.
 */
export function readWeekday(day: string | number): number | null {
  if (typeof day === 'number') return Number.isInteger(day) && day >= 0 && day <= 7 ? day % 7 : null;
  const name = day.trim().toLowerCase();
  const short = weekdays.findIndex((known) => known === name);
  const index = short >= 0 ? short : fullNames.indexOf(name);
  return index >= 0 ? index : null;
}
