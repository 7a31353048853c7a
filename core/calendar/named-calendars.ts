import * as z from 'zod';
import { identifierSchema } from '../config/identifier.ts';
import type { ErrorDetail } from '../errors.ts';
import { calendarSchema } from './calendar.ts';
import type { NamedCalendars } from './calendar-named.ts';
import { dayMs, openTimeOf } from './open-time.ts';

/** The calendars of teams and departments by id. */
export const namedCalendarsSchema = z.record(identifierSchema, calendarSchema);

/** Holidays can close what the hours have open: each calendar that does not open within a year after `at`. */
export function calendarsThatDoNotOpen(calendars: NamedCalendars, at: number): ErrorDetail[] {
  return Object.entries(calendars).flatMap(([id, calendar]) => {
    if (openTimeOf(calendar).elapsed(at, at + 366 * dayMs) > 0) return [];
    const message = 'is closed for a whole year from now on; remove holidays or add open hours';
    return [{ field: `calendars.${id}`, message }];
  });
}
