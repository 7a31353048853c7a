import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readIcsLines } from '../../../core/calendar/ics-lines.ts';
import { recurringStarts } from '../../../core/calendar/ics-recurrence.ts';

const dayMs = 86_400_000;
const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const first = Date.UTC(2026, 0, 1, 9);

const lineOf = (rule: string) => {
  const [line] = readIcsLines(`RRULE:${rule}`);
  if (line === undefined) throw new Error('it is a line');
  return line;
};

const rule = fc.record({
  weekly: fc.boolean(),
  interval: fc.integer({ min: 1, max: 5 }),
  count: fc.option(fc.integer({ min: 1, max: 60 })),
  untilDay: fc.option(fc.integer({ min: 0, max: 500 })),
  days: fc.option(fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 })),
  weekStart: fc.constantFrom('SU', 'MO'),
  startDay: fc.nat(60),
  from: fc.nat(400),
  length: fc.nat(120),
});
const compact = (at: number) => new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '');

it('is as a walk day by day says, whatever the rule and the window', () => {
  let starts = 0;
  fc.assert(
    fc.property(rule, (given) => {
      const start = first + given.startDay * dayMs;
      const nameOf = (at: number) => names[new Date(at).getUTCDay()] ?? '';
      // The event itself is on one of its days.
      const days = given.days === null ? null : [...new Set([...given.days, nameOf(start)])];
      const until = given.untilDay === null ? null : start + given.untilDay * dayMs;
      const written = [
        `FREQ=${given.weekly ? 'WEEKLY' : 'DAILY'}`,
        `INTERVAL=${given.interval}`,
        ...(given.count === null ? [] : [`COUNT=${given.count}`]),
        ...(until === null ? [] : [`UNTIL=${compact(until)}Z`]),
        ...(days === null ? [] : [`BYDAY=${days.join(',')}`]),
        `WKST=${given.weekStart}`,
      ].join(';');
      const [from, to] = [first + given.from * dayMs, first + (given.from + given.length) * dayMs + 1];

      let week = 0;
      const expected: number[] = [];
      let seen = 0;
      for (let at = start; at < to && (until === null || at <= until); at += dayMs) {
        if (at > start && nameOf(at) === given.weekStart) week++;
        const turn = given.weekly ? week : Math.round((at - start) / dayMs);
        if (turn % given.interval !== 0) continue;
        const wanted = days ?? (given.weekly ? [nameOf(start)] : names);
        if (!wanted.includes(nameOf(at))) continue;
        seen++;
        if (given.count !== null && seen > given.count) break;
        if (at >= from) expected.push(at);
      }
      starts += expected.length;
      const moment = { wall: start, isDate: false, zone: 'UTC' };
      expect(recurringStarts(lineOf(written), moment, from, to)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
  expect(starts).toBeGreaterThan(1000);
});

it('of long ago is found without counting from its beginning', () => {
  const moment = { wall: Date.UTC(1900, 0, 1), isDate: true, zone: null };
  const from = Date.UTC(2999, 0, 1);
  expect(recurringStarts(lineOf('FREQ=DAILY'), moment, from, from + 2 * dayMs)).toEqual([from, from + dayMs]);
});

it.each([
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=WEEKLY;BYDAY=XX',
  'FREQ=WEEKLY;BYHOUR=3',
  'INTERVAL=2',
  'FREQ=YEARLY',
])('is refused as %s', (written) => {
  const moment = { wall: first, isDate: false, zone: null };
  expect(() => recurringStarts(lineOf(written), moment, first, first + dayMs)).toThrow(
    /line 1: RRULE .* is not read; only FREQ=DAILY or WEEKLY/,
  );
});
