import * as z from 'zod';
import { identifierSchema } from '../config/identifier.ts';
import { DomainError, type ErrorDetail } from '../errors.ts';
import { didYouMean } from '../validation/did-you-mean.ts';
import { type Calendar, calendarSchema } from './calendar.ts';
import { dayMs, openTimeOf } from './open-time.ts';

/** The calendars of teams and departments by id. */
export const namedCalendarsSchema = z.record(identifierSchema, calendarSchema);

export type NamedCalendars = Readonly<Record<string, Calendar>>;

/** @throws DomainError `missing` `calendar.unknown` when there is none of that name. */
export function calendarNamed(calendars: NamedCalendars, id: string): Calendar {
  const calendar = Object.hasOwn(calendars, id) ? calendars[id] : undefined;
  if (calendar !== undefined) return calendar;
  const message = `there is no calendar "${id}"${didYouMean(id, Object.keys(calendars))}`;
  throw new DomainError('missing', 'calendar.unknown', message, {
    details: [{ field: 'calendar', message }],
  });
}

/** Holidays can close what the hours have open: each calendar that does not open within a year after `at`. */
export function calendarsThatDoNotOpen(calendars: NamedCalendars, at: number): ErrorDetail[] {
  return Object.entries(calendars).flatMap(([id, calendar]) => {
    if (openTimeOf(calendar).elapsed(at, at + 366 * dayMs) > 0) return [];
    const message = 'is closed for a whole year from now on; remove holidays or add open hours';
    return [{ field: `calendars.${id}`, message }];
  });
}
