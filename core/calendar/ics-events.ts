import { DomainError } from '../errors.ts';
import { type IcsLine, icsProblem, readIcsLines } from './ics-lines.ts';
import { type IcsMoment, momentText, readDuration, readMoment } from './ics-moment.ts';

const dayMs = 86_400_000;
const longestFile = 2 * 1024 * 1024;

export interface IcsEvent {
  readonly line: number;
  /** By name; of several of one name the last. */
  readonly properties: ReadonlyMap<string, IcsLine>;
  readonly lines: readonly IcsLine[];
}

/**
 * The VEVENTs right under VCALENDAR; zones, alarms and other components within are passed over.
 * @throws DomainError `invalid` `ics.file` or `ics.line`
 */
export function readIcsEvents(text: string): IcsEvent[] {
  if (text.length > longestFile)
    throw new DomainError(
      'invalid',
      'ics.file',
      'the file is larger than 2 MiB; keep only the events in it that are needed',
    );
  const lines = readIcsLines(text);
  const open: string[] = [];
  const events: { line: number; properties: Map<string, IcsLine>; lines: IcsLine[] }[] = [];
  for (const line of lines) {
    const value = line.value.trim().toUpperCase();
    const isEvent = open.length === 2 && open[1] === 'VEVENT';
    if (line.name === 'BEGIN') {
      open.push(value);
      if (open.length === 1 && value !== 'VCALENDAR') throw noCalendar();
      if (open.length === 2 && value === 'VEVENT')
        events.push({ line: line.number, properties: new Map(), lines: [] });
    } else if (line.name === 'END') {
      if (open.pop() !== value)
        throw icsProblem(line.number, `END:${value.slice(0, 40)} closes nothing that is open`);
    } else if (open.length === 0) throw noCalendar();
    else if (isEvent) {
      events.at(-1)?.properties.set(line.name, line);
      events.at(-1)?.lines.push(line);
    }
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

/** Exclusive, as DTEND is. @throws DomainError `invalid` `ics.line` */
export function endOfEvent(
  startLine: IcsLine,
  start: IcsMoment,
  properties: ReadonlyMap<string, IcsLine>,
): IcsMoment {
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
