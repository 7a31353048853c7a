import { type IcsLine, icsProblem } from './ics-lines.ts';
import { type IcsMoment, readMoment } from './ics-moment.ts';
import { zoneOf } from './zone.ts';

/** A promise of a hundred years needs no later holiday. */
const mostYears = 200;

/**
 * The starts of a rule that comes each year on the date of its first event, within years both included.
 * Every other rule is refused: a holiday read wrongly would be a promise broken.
 * @returns wall ms. @throws DomainError `invalid` `ics.line`
 */
export function yearlyStarts(rule: IcsLine, start: IcsMoment, fromYear: number, toYear: number): number[] {
  const { count, until } = readRule(rule, start);
  const first = new Date(start.wall);
  const starts: number[] = [];
  let seen = 0;
  for (
    let year = first.getUTCFullYear();
    year <= Math.min(toYear, first.getUTCFullYear() + mostYears);
    year++
  ) {
    const at = new Date(start.wall);
    at.setUTCFullYear(year);
    // 29 February comes in leap years only.
    if (at.getUTCMonth() !== first.getUTCMonth()) continue;
    seen++;
    if (seen > count || at.getTime() > until) break;
    if (year >= fromYear) starts.push(at.getTime());
  }
  return starts;
}

function readRule(rule: IcsLine, start: IcsMoment): { count: number; until: number } {
  const first = new Date(start.wall);
  const own: Readonly<Record<string, string>> = {
    FREQ: 'YEARLY',
    INTERVAL: '1',
    BYMONTH: String(first.getUTCMonth() + 1),
    BYMONTHDAY: String(first.getUTCDate()),
  };
  let count = Number.POSITIVE_INFINITY;
  let until = Number.POSITIVE_INFINITY;
  const parts = rule.value
    .toUpperCase()
    .split(';')
    .map((part) => part.split('='));
  for (const [name = '', value = ''] of parts) {
    if (name === 'COUNT' && /^\d{1,4}$/.test(value)) count = Number(value);
    else if (name === 'UNTIL') until = untilWall(rule, value, start);
    else if (name !== 'WKST' && own[name] !== value.replace(/^0+(?=\d)/, '')) throw tooClever(rule);
  }
  if (!parts.some(([name]) => name === 'FREQ')) throw tooClever(rule);
  return { count, until };
}

/** UNTIL of a zoned start is in UTC (RFC 5545, 3.3.10): brought to the wall clock of the start. */
export function untilWall(rule: IcsLine, value: string, start: IcsMoment): number {
  const until = readMoment({ ...rule, name: 'UNTIL', params: {}, value });
  if (until.isDate) return until.wall + 86_399_999;
  return until.zone === 'UTC' && start.zone !== null ? zoneOf(start.zone).wallAt(until.wall) : until.wall;
}

function tooClever(rule: IcsLine) {
  return icsProblem(
    rule.number,
    `RRULE ${rule.value.slice(0, 80)} is not a yearly date; only FREQ=YEARLY on the date of DTSTART is read: write the other dates out as events`,
  );
}
