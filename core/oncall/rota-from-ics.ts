import { endOfEvent, type IcsEvent, readIcsEvents } from '../calendar/ics-events.ts';
import { icsProblem } from '../calendar/ics-lines.ts';
import { type IcsMoment, readMoment } from '../calendar/ics-moment.ts';
import { recurringStarts } from '../calendar/ics-recurrence.ts';
import { zoneOf } from '../calendar/zone.ts';
import { type ErrorDetail, isDomainError } from '../errors.ts';
import { toInstant } from '../time/instant.ts';
import { type NamedUser, peopleOfEvent } from './people-of-event.ts';
import type { Gap } from './resolve.ts';
import type { Temporary } from './schedule.ts';

const dayMs = 86_400_000;
/** As many as a temporary schedule takes. */
const mostShifts = 2000;

export interface ImportedRota {
  /** Null when no shift lies in the time that was asked for: it would take everybody off duty. */
  readonly temporary: Temporary | null;
  /** What could not be read, by line (`line 12`); its shifts are not in `temporary`. */
  readonly problems: readonly ErrorDetail[];
}

export interface RotaImport {
  readonly users: readonly NamedUser[];
  /** Of the schedule: for dates, and for times without a zone. */
  readonly timezone: string;
  /** What the temporary schedule is to replace, from inclusive, to exclusive, epoch ms. */
  readonly period: Gap;
}

/**
 * A rota kept in any calendar, as a temporary schedule for `period`: each event a shift of the people whom it
 * names. Cancelled events are left out, and shifts that reach out of the period are cut off at its ends.
 * @throws DomainError `invalid` `ics.file` or `ics.line` when it is no iCalendar file at all.
 */
export function rotaFromIcs(text: string, wanted: RotaImport): ImportedRota {
  const shifts: Temporary['shifts'] = [];
  const problems: ErrorDetail[] = [];
  for (const event of readIcsEvents(text)) {
    try {
      const found = shiftsOfEvent(event, wanted);
      if (shifts.length + found.length > mostShifts)
        throw icsProblem(event.line, `is beyond the ${mostShifts} shifts that fit; import a shorter time`);
      shifts.push(...found);
    } catch (error) {
      if (!isDomainError(error, 'ics.line')) throw error;
      problems.push(...error.details);
    }
  }
  const { from, to } = wanted.period;
  if (shifts.length === 0)
    return {
      temporary: null,
      problems: [
        ...problems,
        {
          message: `no shift from ${toInstant(from)} to ${toInstant(to)} could be read; choose another time`,
        },
      ],
    };
  const sorted = shifts.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return { temporary: { from: toInstant(from), to: toInstant(to), shifts: sorted }, problems };
}

function shiftsOfEvent(event: IcsEvent, { users, timezone, period }: RotaImport): Temporary['shifts'] {
  const { line, properties } = event;
  if (properties.get('STATUS')?.value.trim().toUpperCase() === 'CANCELLED') return [];
  for (const name of ['RDATE', 'RECURRENCE-ID']) {
    const found = properties.get(name);
    if (found !== undefined)
      throw icsProblem(found.number, `${name} is not read; write each shift out as an event of its own`);
  }
  const startLine = properties.get('DTSTART');
  if (startLine === undefined) throw icsProblem(line, 'the event has no DTSTART; give it one');
  const inZone = (moment: IcsMoment): IcsMoment => ({ ...moment, zone: moment.zone ?? timezone });
  const start = inZone(readMoment(startLine));
  const end = inZone(endOfEvent(startLine, readMoment(startLine), properties));
  const length = end.wall - start.wall;
  const rule = properties.get('RRULE');
  const zone = zoneOf(start.zone ?? timezone);
  // A day more on either side: start and end may be in zones that differ.
  const walls =
    rule === undefined
      ? [start.wall]
      : recurringStarts(
          rule,
          start,
          zone.wallAt(period.from) - Math.max(0, length) - 2 * dayMs,
          zone.wallAt(period.to) + 2 * dayMs,
        );
  const excluded = excludedStarts(event, start, timezone);
  const shifts = walls
    .map((wall) => ({
      from: instantOf({ ...start, wall }, timezone),
      to: instantOf({ ...end, wall: wall + length }, timezone),
    }))
    .filter(({ from }) => !excluded.has(from))
    .map(({ from, to }) => ({ from: Math.max(from, period.from), to: Math.min(to, period.to) }))
    .filter(({ from, to }) => from < to);
  if (shifts.length === 0) return [];
  return peopleOfEvent(event, users).flatMap((user) =>
    shifts.map(({ from, to }) => ({ user, from: toInstant(from), to: toInstant(to) })),
  );
}

/** @returns epoch ms. */
function excludedStarts(event: IcsEvent, start: IcsMoment, timezone: string): Set<number> {
  const lines = event.lines.filter(({ name }) => name === 'EXDATE');
  return new Set(
    lines.flatMap((line) =>
      line.value.split(',').map((value) => {
        const moment = readMoment({ ...line, value });
        if (moment.isDate !== start.isDate)
          throw icsProblem(line.number, 'EXDATE and DTSTART must both be dates or both be times');
        return instantOf(moment, timezone);
      }),
    ),
  );
}

function instantOf({ wall, zone }: IcsMoment, timezone: string): number {
  return zoneOf(zone ?? timezone).instantOf(wall);
}
