import { type Holiday } from '../../../../core/calendar/holiday.ts';
import { holidaysFromIcs, type IcsYears } from '../../../../core/calendar/ics-holidays.ts';
import { isDomainError } from '../../../../core/errors.ts';
import { firstDayOf, holidayWords } from './holiday-words.ts';

export interface FoundHoliday {
  readonly holiday: Holiday;
  /** The calendar has that day or range already; adding it again would be refused or say nothing new. */
  readonly isKnown: boolean;
}

/** What a file holds, in the order of the dates; a sentence when it cannot be read. */
export function findHolidays(
  text: string,
  years: IcsYears,
  known: readonly Holiday[],
): readonly FoundHoliday[] | string {
  if (years.toYear < years.fromYear) return 'the last year is before the first; swap them';
  if (years.toYear - years.fromYear > 50) return 'are more than 50 years; choose fewer';
  try {
    const taken = new Set(known.map(placeOf));
    const found = holidaysFromIcs(text, years).toSorted((a, b) => (firstDayOf(a) < firstDayOf(b) ? -1 : 1));
    return found.map((holiday) => {
      const isKnown = taken.has(placeOf(holiday));
      taken.add(placeOf(holiday));
      return { holiday, isKnown };
    });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return error.message;
  }
}

function placeOf(holiday: Holiday): string {
  return typeof holiday === 'object' && 'from' in holiday ? holidayWords(holiday) : firstDayOf(holiday);
}
