import { DomainError } from '../errors.ts';
import type { Holiday } from './holiday.ts';
import { type IcsLine, icsProblem, readIcsLines } from './ics-lines.ts';
import { type IcsMoment, momentDate, momentText, readDuration, readMoment } from './ics-moment.ts';
import { yearlyStarts } from './ics-yearly.ts';

const dayMs = 86_400_000;
const longestFile = 2 * 1024 * 1024;

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
  if (text.length > longestFile)
    throw new DomainError(
      'invalid',
      'ics.file',
      'the file is larger than 2 MiB; keep only the holidays in it',
    );
  return eventsOf(readIcsLines(text)).flatMap((event) => holidaysOf(event, years));
}

interface IcsEvent {
  readonly line: number;
  readonly properties: ReadonlyMap<string, IcsLine>;
}

/** The VEVENTs right under VCALENDAR; zones, alarms and other components within are passed over. */
function eventsOf(lines: readonly IcsLine[]): IcsEvent[] {
  const open: string[] = [];
  const events: { line: number; properties: Map<string, IcsLine> }[] = [];
  for (const line of lines) {
    const value = line.value.trim().toUpperCase();
    const isEvent = open.length === 2 && open[1] === 'VEVENT';
    if (line.name === 'BEGIN') {
      open.push(value);
      if (open.length === 1 && value !== 'VCALENDAR') throw noCalendar();
      if (open.length === 2 && value === 'VEVENT') events.push({ line: line.number, properties: new Map() });
    } else if (line.name === 'END') {
      if (open.pop() !== value)
        throw icsProblem(line.number, `END:${value.slice(0, 40)} closes nothing that is open`);
    } else if (open.length === 0) throw noCalendar();
    else if (isEvent) events.at(-1)?.properties.set(line.name, line);
  }
  if (open.length > 0)
    throw new DomainError('invalid', 'ics.file', `the file ends within ${open.at(-1)?.slice(0, 40)}`);
  if (lines.length === 0) throw noCalendar();
  return events;
}

function noCalendar(): DomainError {
  return new DomainError(
    'invalid',
    'ics.file',
    'the file is no iCalendar file; it must begin with BEGIN:VCALENDAR',
  );
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
  const end = endOf(startLine, start, properties);
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

/** Exclusive, as DTEND is. @throws DomainError `invalid` `ics.line` */
function endOf(startLine: IcsLine, start: IcsMoment, properties: ReadonlyMap<string, IcsLine>): IcsMoment {
  const endLine = properties.get('DTEND');
  const duration = properties.get('DURATION');
  const end =
    endLine !== undefined
      ? readMoment(endLine)
      : { ...start, wall: start.wall + (duration ? readDuration(duration) : start.isDate ? dayMs : 0) };
  const number = (endLine ?? duration ?? startLine).number;
  if (end.isDate !== start.isDate)
    throw icsProblem(number, 'DTSTART and DTEND must both be dates or both be times');
  if (start.isDate && (end.wall - start.wall) % dayMs !== 0)
    throw icsProblem(number, 'DURATION of an event of whole days must be whole days');
  const isAfter = start.isDate ? end.wall > start.wall : momentText(end) > momentText(start);
  if ((start.zone === null) !== (end.zone === null))
    throw icsProblem(number, 'DTSTART and DTEND must both have a zone or both have none');
  if (!isAfter)
    throw icsProblem(number, 'the event ends when it begins or before; give it a DTEND after its DTSTART');
  return end;
}

function holidayOf(from: IcsMoment, to: IcsMoment, name: string | undefined): Holiday {
  const named = name === undefined ? {} : { name };
  if (!from.isDate) return { from: momentText(from), to: momentText(to), ...named };
  const last = momentDate({ ...to, wall: to.wall - dayMs });
  const first = momentDate(from);
  return first === last ? { date: first, ...named } : { from: first, to: last, ...named };
}

/** TEXT (RFC 5545, 3.3.11) as one line of at most 200 characters. */
function nameOf(summary: string | undefined): string | undefined {
  const text = (summary ?? '')
    .replace(/\\([nN,;\\])/g, (_, char: string) => (char === 'n' || char === 'N' ? ' ' : char))
    // oxlint-disable-next-line no-control-regex -- the name is shown in terminals and explanations
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, 200);
  return text === '' ? undefined : text;
}

function yearOf(wall: number): number {
  return new Date(wall).getUTCFullYear();
}
