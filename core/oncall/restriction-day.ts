import { readWeekday, weekdayHint } from '../calendar/weekday.ts';

const fullNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** How to write one, for error messages. */
export const restrictionDayHint = weekdayHint;

/**
 * A day of a restriction to its index, Sunday 0: whatever `readWeekday` reads, and beginnings of a name from
 * two letters on, as other pagers and iCalendar write them (`MO`, `Tues`, `thur.`). Null for anything else.
 */
export function readRestrictionDay(day: string | number): number | null {
  const known = readWeekday(day);
  if (known !== null || typeof day === 'number') return known;
  const name = day.trim().toLowerCase().replace(/\.$/, '');
  if (/^[0-7]$/.test(name)) return readWeekday(Number(name));
  if (name === 'weds') return 3;
  const index = name.length < 2 ? -1 : fullNames.findIndex((full) => full.startsWith(name));
  return index >= 0 ? index : null;
}
