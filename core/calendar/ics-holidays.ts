import type { Holiday } from './holiday.ts';
import { endOfEvent, type IcsEvent, readIcsEvents } from './ics-events.ts';
import { icsProblem } from './ics-lines.ts';
import { type IcsMoment, momentDate, momentText, readMoment } from './ics-moment.ts';
import { readIcsText } from './ics-text.ts';
import { yearlyStarts } from './ics-yearly.ts';

const dayMs = 86_400_000;

export interface IcsYears {
  /** Both included; events that end before or begin after are left out. */
  readonly fromYear: number;
  readonly toYear: number;
}

/**
 * The events of an iCalendar file (RFC 5545) as closed times for `calendarSchema`: all-day ones as dates,
 * timed ones from start to end. A cancelled event is left out. What cannot be read exactly is refused, with
 * its line: other recurrences than a yearly date, RDATE, EXDATE, changed single occurrences, unknown zones.
 * @throws DomainError `invalid` `ics.file` or `ics.line`
 */
export function holidaysFromIcs(text: string, years: IcsYears): Holiday[] {
  return readIcsEvents(text).flatMap((event) => holidaysOf(event, years));
}

function holidaysOf({ line, properties }: IcsEvent, years: IcsYears): Holiday[] {
  if (properties.get('STATUS')?.value.trim().toUpperCase() === 'CANCELLED') return [];
  for (const name of ['RDATE', 'EXDATE', 'RECURRENCE-ID']) {
    const found = properties.get(name);
    if (found !== undefined)
      throw icsProblem(found.number, `${name} is not read; write each date out as an event of its own`);
  }
  const startLine = properties.get('DTSTART');
  if (startLine === undefined) throw icsProblem(line, 'the event has no DTSTART; give it one');
  const start = readMoment(startLine);
  const end = endOfEvent(startLine, start, properties);
  const name = nameOf(properties.get('SUMMARY')?.value);
  const rule = properties.get('RRULE');
  const starts = rule === undefined ? [start.wall] : yearlyStarts(rule, start, years.fromYear, years.toYear);
  return starts
    .map((wall): [IcsMoment, IcsMoment] => [
      { ...start, wall },
      { ...end, wall: end.wall + wall - start.wall },
    ])
    .filter(([from, to]) => yearOf(to.wall - 1) >= years.fromYear && yearOf(from.wall) <= years.toYear)
    .map(([from, to]) => holidayOf(from, to, name));
}

function holidayOf(from: IcsMoment, to: IcsMoment, name: string | undefined): Holiday {
  const named = name === undefined ? {} : { name };
  if (!from.isDate) return { from: momentText(from), to: momentText(to), ...named };
  const last = momentDate({ ...to, wall: to.wall - dayMs });
  const first = momentDate(from);
  return first === last ? { date: first, ...named } : { from: first, to: last, ...named };
}

/** At most 200 characters. */
function nameOf(summary: string | undefined): string | undefined {
  const text = readIcsText(summary ?? '').slice(0, 200);
  return text === '' ? undefined : text;
}

function yearOf(wall: number): number {
  return new Date(wall).getUTCFullYear();
}
