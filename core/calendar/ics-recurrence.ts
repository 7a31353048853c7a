import { type IcsLine, icsProblem } from './ics-lines.ts';
import type { IcsMoment } from './ics-moment.ts';
import { untilWall } from './ics-yearly.ts';

const dayMs = 86_400_000;
const dayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

interface Rule {
  readonly isWeekly: boolean;
  readonly interval: number;
  readonly count: number;
  readonly until: number;
  /** By weekday, Sunday 0. */
  readonly onDay: readonly boolean[];
  readonly weekStart: number;
}

/**
 * The starts of a rule by days or weeks (RFC 5545, 3.3.10) that lie in [fromWall, toWall), wall ms: FREQ of
 * DAILY or WEEKLY with INTERVAL, COUNT, UNTIL, BYDAY without numbers and WKST. Other rules are refused, for a
 * shift read wrongly is a pager that nobody carries.
 * @throws DomainError `invalid` `ics.line`
 */
export function recurringStarts(line: IcsLine, start: IcsMoment, fromWall: number, toWall: number): number[] {
  const rule = readRule(line, start);
  const startDay = Math.floor(start.wall / dayMs);
  if (rule.onDay[weekdayOf(startDay)] !== true)
    throw icsProblem(
      line.number,
      'RRULE leaves out the day of DTSTART; let the event start on one of its days',
    );
  // A period is a day, or a week from the day on which weeks begin.
  const periodDays = (rule.isWeekly ? 7 : 1) * rule.interval;
  const firstDay = rule.isWeekly ? startDay - ((weekdayOf(startDay) - rule.weekStart + 7) % 7) : startDay;
  const passed = Math.floor((fromWall - start.wall) / dayMs / periodDays) - 1;
  const starts: number[] = [];
  let seen = 0;
  // Only a count has to be counted from the beginning.
  for (let period = Number.isFinite(rule.count) ? 0 : Math.max(0, passed); ; period++) {
    for (let offset = 0; offset < (rule.isWeekly ? 7 : 1); offset++) {
      const day = firstDay + period * periodDays + offset;
      const wall = start.wall + (day - startDay) * dayMs;
      if (wall >= toWall || wall > rule.until || seen >= rule.count) return starts;
      if (day < startDay || rule.onDay[weekdayOf(day)] !== true) continue;
      seen++;
      if (wall >= fromWall) starts.push(wall);
    }
  }
}

function readRule(line: IcsLine, start: IcsMoment): Rule {
  const parts = new Map<string, string>();
  for (const part of line.value.trim().toUpperCase().split(';')) {
    const [name = '', value = ''] = part.split('=');
    if (!['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'WKST'].includes(name)) throw tooClever(line);
    parts.set(name, value);
  }
  const number = (name: string, otherwise: number) => {
    const value = parts.get(name);
    if (value === undefined) return otherwise;
    if (!/^[1-9]\d{0,3}$/.test(value)) throw tooClever(line);
    return Number(value);
  };
  const days = parts
    .get('BYDAY')
    ?.split(',')
    .map((name) => dayNames.indexOf(name));
  const weekStart = dayNames.indexOf(parts.get('WKST') ?? 'MO');
  const frequency = parts.get('FREQ') ?? '';
  if (!['DAILY', 'WEEKLY'].includes(frequency) || weekStart < 0 || days?.includes(-1) === true)
    throw tooClever(line);
  const own = weekdayOf(Math.floor(start.wall / dayMs));
  const until = parts.get('UNTIL');
  return {
    isWeekly: frequency === 'WEEKLY',
    interval: number('INTERVAL', 1),
    count: number('COUNT', Number.POSITIVE_INFINITY),
    until: until === undefined ? Number.POSITIVE_INFINITY : untilWall(line, until, start),
    onDay: dayNames.map((_, day) => days?.includes(day) ?? (frequency === 'DAILY' || day === own)),
    weekStart,
  };
}

/** 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

function tooClever(line: IcsLine) {
  return icsProblem(
    line.number,
    `RRULE ${line.value.slice(0, 80)} is not read; only FREQ=DAILY or WEEKLY with INTERVAL, COUNT, UNTIL and plain BYDAY are: write the other shifts out as events`,
  );
}
