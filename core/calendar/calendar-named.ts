import { DomainError } from '../errors.ts';
import { didYouMean } from '../validation/did-you-mean.ts';
import type { Calendar } from './calendar.ts';

/** By id, as `namedCalendarsSchema` has accepted them. */
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
