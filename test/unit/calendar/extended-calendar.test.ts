import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, calendarSchema } from '../../../core/calendar/calendar.ts';
import { calendarNamed } from '../../../core/calendar/calendar-named.ts';
import { calendarsThatDoNotOpen, namedCalendarsSchema } from '../../../core/calendar/named-calendars.ts';
import { openTimeOf } from '../../../core/calendar/open-time.ts';
import { stretchesOf } from '../../../core/calendar/stretches.ts';
import { dueAt, dueInstant } from '../../../core/sla/due.ts';
import { explainIssues } from '../../../core/validation/explain-issues.ts';
import { anyCalendar, anyStart, pausesNear } from './calendar-arbitrary.ts';
import { NaiveOpen } from './naive-open.ts';

const week = (opening: [string, string]) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [opening]]));
const office = week(['09:00', '17:00']);
const at = (text: string) => Date.parse(text);

/** Calendar, start, minutes, due; worked out by hand. 2026-12-24 is a Thursday. */
const table: [string, object, string, number, string][] = [
  [
    'before a holiday that opens in the morning only',
    {
      hours: office,
      holidays: [{ date: '2026-12-24', name: 'Christmas Eve', hours: [['09:00', '12:00']] }, '2026-12-25'],
    },
    '2026-12-24T11:30Z',
    60,
    '2026-12-28T09:30Z',
  ],
  [
    'on a day that is usually closed but open this once',
    { hours: office, holidays: [{ date: '2026-12-26', hours: [['10:00', '14:00']] }] },
    '2026-12-25T16:30Z',
    60,
    '2026-12-26T10:30Z',
  ],
  [
    'over a closed afternoon',
    { hours: office, holidays: [{ from: '2026-12-24T13:00', to: '2026-12-24T15:00' }] },
    '2026-12-24T12:30Z',
    60,
    '2026-12-24T15:30Z',
  ],
  [
    'over closed days, the last of them included',
    { hours: office, holidays: [{ from: '2026-12-24', to: '2027-01-01' }] },
    '2026-12-23T16:30Z',
    60,
    '2027-01-04T09:30Z',
  ],
  [
    'over a closed stretch around the clock, to the second',
    { holidays: [{ from: '2026-12-24T13:00:30Z', to: '2026-12-24T14:00:30+00:00' }] },
    '2026-12-24T13:00Z',
    1,
    '2026-12-24T14:01:00Z',
  ],
  [
    'over the day on which the hours change',
    { hours: office, versions: [{ from: '2026-12-25', hours: week(['08:00', '16:00']) }] },
    '2026-12-24T16:00Z',
    120,
    '2026-12-25T09:00Z',
  ],
  [
    'over nights of which the new morning begins before the old one ends, counted once',
    {
      hours: { thu: [['20:00', '10:00']] },
      versions: [{ from: '2026-12-25', hours: week(['09:00', '17:00']) }],
    },
    '2026-12-24T23:00Z',
    12 * 60,
    '2026-12-25T11:00Z',
  ],
  [
    'over a special night into a usual morning, counted once',
    { hours: office, holidays: [{ date: '2026-12-24', hours: [['22:00', '11:00']] }] },
    '2026-12-24T23:00Z',
    12 * 60,
    '2026-12-25T11:00Z',
  ],
  [
    'on from a version that is always open',
    { hours: office, versions: [{ from: '2026-12-25' }] },
    '2026-12-24T16:30Z',
    60,
    '2026-12-25T00:30Z',
  ],
];

describe('a promise in a calendar of many parts is due', () => {
  it.each(table)('%s', (_title, parts, start, minutes, due) => {
    const calendar = calendarSchema.parse({ timezone: 'UTC', ...parts });
    const found = dueInstant({ calendar, start: at(start), minutes });
    expect(new Date(found ?? Number.NaN).toISOString()).toBe(new Date(due).toISOString());
    expect(openTimeOf(calendar).elapsed(at(start), at(due))).toBe(minutes * 60_000);
  });

  it('never while a pause without end holds it, but at once when the sum was reached before', () => {
    const calendar = calendarSchema.parse({ timezone: 'UTC', hours: office });
    const start = at('2026-12-24T09:00Z');
    const pauses: [number, number][] = [[at('2026-12-24T10:00Z'), Number.POSITIVE_INFINITY]];
    expect(dueInstant({ calendar, start, minutes: 60, pauses })).toBe(at('2026-12-24T10:00Z'));
    expect(dueInstant({ calendar, start, minutes: 61, pauses })).toBeNull();
    expect(dueAt({ calendar, start, minutes: 90, pauses })).toMatchObject({
      due: null,
      why: expect.stringContaining(
        'not due while paused without end, 30 min left: counted Thu 2026-12-24 09:00-10:00',
      ),
    });
    const beforeOpening: [number, number][] = [[at('2026-12-20T00:00Z'), Number.POSITIVE_INFINITY]];
    expect(dueInstant({ calendar, start, minutes: 1, pauses: beforeOpening })).toBeNull();
  });
});

const refusals: [string, object, string, RegExp][] = [
  [
    'a version that is never open',
    { versions: [{ from: '2027-01-01', hours: {} }] },
    'versions[0].hours',
    /never open/,
  ],
  [
    'versions out of order',
    { versions: [{ from: '2027-01-02' }, { from: '2027-01-02' }] },
    'versions[1].from',
    /not after/,
  ],
  [
    'a holiday of 25:00',
    { holidays: [{ date: '2026-12-24', hours: [['09:00', '25:00']] }] },
    'holidays[0].hours[0][1]',
    /HH:MM/,
  ],
  [
    'overlapping hours of a holiday',
    {
      holidays: [
        {
          date: '2026-12-24',
          hours: [
            ['09:00', '12:00'],
            ['11:00', '13:00'],
          ],
        },
      ],
    },
    'holidays[0].hours',
    /overlap/,
  ],
  [
    'two hours for a date',
    { holidays: ['2026-12-24', { date: '2026-12-24', hours: [['09:00', '12:00']] }] },
    'holidays[1]',
    /already holidays\[0\]/,
  ],
  ['a range backwards', { holidays: [{ from: '2026-12-25', to: '2026-12-23' }] }, 'holidays[0]', /swap/],
  [
    'a range of a date and a time',
    { holidays: [{ from: '2026-12-25', to: '2026-12-26T10:00' }] },
    'holidays[0]',
    /two dates or two times/,
  ],
  [
    'a range of words',
    { holidays: [{ from: 'Monday', to: 'Friday' }] },
    'holidays[0]',
    /neither a date nor a time/,
  ],
  ['a range for ever', { holidays: [{ from: '2026-12-25', to: '2900-01-01' }] }, 'holidays[0]', /ten years/],
  [
    'an unknown part of a holiday',
    { holidays: [{ date: '2026-12-25', hour: [] }] },
    'holidays[0].hour',
    /did you mean "hours"/,
  ],
];

describe('a calendar of many parts', () => {
  it.each(refusals)('refuses %s', (_what, spoilt, field, remedy) => {
    const result = calendarSchema.safeParse({ timezone: 'UTC', ...spoilt });
    const problems = result.success ? [] : explainIssues(result.error.issues);
    expect(problems.map((problem) => problem.field)).toEqual([field]);
    expect(problems[0]?.message).toMatch(remedy);
  });

  it('is found by its name, and one that holidays keep shut for a year is told', () => {
    const calendars = namedCalendarsSchema.parse({
      office: { timezone: 'UTC', hours: office },
      shut: { timezone: 'UTC', holidays: [{ from: '2026-01-01', to: '2028-01-01' }] },
    });
    expect(calendarNamed(calendars, 'office')).toBe(calendars['office']);
    expect(() => calendarNamed(calendars, 'offce')).toThrow(/did you mean "office"/);
    expect(calendarsThatDoNotOpen(calendars, at('2026-06-01T00:00Z')).map(({ field }) => field)).toEqual([
      'calendars.shut',
    ]);
  });
});

describe('open time of a calendar of many parts', () => {
  const date = fc
    .integer({ min: 0, max: 12 })
    .map((n) => new Date(Date.UTC(2026, 2, 24 + n)).toISOString().slice(0, 10));
  const clock = fc
    .integer({ min: 0, max: 95 })
    .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
  const special = fc.tuple(date, clock, clock).map(([day, from, to]) => ({ date: day, hours: [[from, to]] }));

  it('is as counted by hand, a minute at a time, through the change of the clocks', () => {
    const parts = fc.tuple(
      anyCalendar,
      anyCalendar,
      fc.uniqueArray(special, { maxLength: 3, selector: (holiday) => holiday.date }),
      fc.option(date, { nil: undefined }),
      date,
    );
    fc.assert(
      fc.property(parts, ([raw, other, holidays, closed, from]) => {
        const whole =
          closed === undefined || holidays.some((holiday) => holiday.date === closed) ? [] : [closed];
        const calendar = calendarSchema.parse({
          timezone: raw.timezone,
          hours: raw.hours,
          holidays: [...holidays, ...whole],
          versions: [{ from, hours: other.hours }],
        });
        const [start, end] = [Date.UTC(2026, 2, 24), Date.UTC(2026, 3, 6)];
        const naive = new NaiveOpen(calendar, start, end);
        const open = openTimeOf(calendar);
        let counted = 0;
        for (let now = start; now < end; now += 60_000) {
          const isOpen = naive.isOpen(now);
          if (isOpen) counted += 60_000;
          if (open.isOpen(now) !== isOpen)
            expect.fail(`${new Date(now).toISOString()}: ${JSON.stringify(calendar)}`);
        }
        expect(open.elapsed(start, end)).toBe(counted);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the stretches of a time', () => {
  it('say which counted and why, by name', () => {
    const calendar = calendarSchema.parse({
      timezone: 'UTC',
      hours: office,
      holidays: [{ date: '2026-12-25', name: 'Christmas' }],
    });
    const { stretches, hidden, totalMs } = stretchesOf({
      calendar,
      from: at('2026-12-24T16:00Z'),
      to: at('2026-12-28T10:00Z'),
      pauses: [{ period: [at('2026-12-24T16:30Z'), at('2026-12-24T18:00Z')], name: 'pending' }],
    });
    expect(
      stretches.map(({ from, to, why, name }) => [
        new Date(from).toISOString().slice(5, 16),
        new Date(to).toISOString().slice(5, 16),
        why,
        name,
      ]),
    ).toEqual([
      ['12-24T16:00', '12-24T16:30', 'open', undefined],
      ['12-24T16:30', '12-24T17:00', 'paused', 'pending'],
      ['12-24T17:00', '12-25T00:00', 'closed', undefined],
      ['12-25T00:00', '12-26T00:00', 'holiday', '2026-12-25 Christmas'],
      ['12-26T00:00', '12-28T09:00', 'closed', undefined],
      ['12-28T09:00', '12-28T10:00', 'open', undefined],
    ]);
    expect(hidden).toBe(0);
    expect(totalMs.open).toBe(90 * 60_000);
  });

  it('are few however long the time, and the totals hold all of it', () => {
    const calendar = calendarSchema.parse({ timezone: 'UTC', hours: office });
    const [from, to] = [at('2026-01-01T00:00Z'), at('2036-01-01T00:00Z')];
    const { stretches, hidden, totalMs } = stretchesOf({ calendar, from, to, most: 10 });
    expect(stretches).toHaveLength(10);
    expect(hidden).toBeGreaterThan(5000);
    expect(stretches.at(-1)?.to).toBe(to);
    expect(totalMs.open + totalMs.closed).toBe(to - from);
  });

  it('cover the time without gap or overlap, and their open part is the elapsed time', () => {
    const input = anyStart.chain((start) =>
      fc.tuple(anyCalendar, fc.constant(start), fc.nat(30_000), pausesNear(start)),
    );
    fc.assert(
      fc.property(input, ([raw, from, length, periods]) => {
        const calendar: Calendar = calendarSchema.parse(raw);
        const to = from + length * 60_000;
        const pauses = periods.map((period) => ({ period, name: 'pause' }));
        const { stretches, totalMs } = stretchesOf({ calendar, from, to, pauses, most: 100_000 });
        let reached = from;
        for (const stretch of stretches) {
          expect(stretch.from).toBe(reached);
          expect(stretch.to).toBeGreaterThan(stretch.from);
          reached = stretch.to;
        }
        expect(reached).toBe(to);
        expect(totalMs.open).toBe(openTimeOf(calendar).elapsed(from, to, periods));
      }),
      { numRuns: 300 },
    );
  });
});
