import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarSchema } from '../../../core/calendar/calendar.ts';
import { openTimeOf } from '../../../core/calendar/open-time.ts';
import { type DueInput, dueAt, dueInstant as dueOrNull } from '../../../core/sla/due.ts';
import { anyCalendar, anyMinutes, anyStart, pausesNear } from '../calendar/calendar-arbitrary.ts';
import { NaiveOpen } from '../calendar/naive-open.ts';

const minute = 60_000;

/** Due, where no pause is without end. */
function dueInstant(input: DueInput): number {
  return dueOrNull(input) ?? Number.NaN;
}

const office = {
  mon: [['09:00', '17:00']],
  tue: [['09:00', '17:00']],
  wed: [['09:00', '17:00']],
  thu: [['09:00', '17:00']],
  fri: [['09:00', '17:00']],
};
const split = {
  mon: [
    ['09:00', '12:00'],
    ['13:00', '17:30'],
  ],
  tue: [
    ['09:00', '12:00'],
    ['13:00', '17:30'],
  ],
};
const nights = { fri: [['22:00', '06:00']], sat: [['22:00', '06:00']] };

/** Zone, hours, holidays, start (UTC), minutes, due (UTC); worked out by hand. */
const table: [string, string, object | undefined, string[], string, number, string][] = [
  ['within a day', 'UTC', office, [], '2026-11-20T09:00Z', 60, '2026-11-20T10:00Z'],
  ['exactly at closing time, on that day', 'UTC', office, [], '2026-11-20T16:00Z', 60, '2026-11-20T17:00Z'],
  ['a minute past it, on the next open day', 'UTC', office, [], '2026-11-20T16:00Z', 61, '2026-11-23T09:01Z'],
  [
    'from a closed hour, from the next opening',
    'UTC',
    office,
    [],
    '2026-11-21T03:00Z',
    30,
    '2026-11-23T09:30Z',
  ],
  [
    'from closing time, from the next opening',
    'UTC',
    office,
    [],
    '2026-11-20T17:00Z',
    1,
    '2026-11-23T09:01Z',
  ],
  ['from a second before closing', 'UTC', office, [], '2026-11-20T16:59:59Z', 1, '2026-11-23T09:00:59Z'],
  ['0 minutes at the start, open or not', 'UTC', office, [], '2026-11-21T03:00Z', 0, '2026-11-21T03:00Z'],
  ['half a minute', 'UTC', office, [], '2026-11-20T09:00Z', 0.5, '2026-11-20T09:00:30Z'],
  ['over a lunch break', 'UTC', split, [], '2026-11-23T11:30Z', 60, '2026-11-23T13:30Z'],
  [
    'exactly at the beginning of a lunch break',
    'UTC',
    split,
    [],
    '2026-11-23T11:00Z',
    60,
    '2026-11-23T12:00Z',
  ],
  [
    'over holidays',
    'UTC',
    office,
    ['2026-12-25', '2026-12-28'],
    '2026-12-24T16:30Z',
    60,
    '2026-12-29T09:30Z',
  ],
  [
    'over New Year in local time',
    'America/New_York',
    office,
    ['2027-01-01'],
    '2026-12-31T21:30Z',
    60,
    '2027-01-04T14:30Z',
  ],
  ['around the clock', 'America/New_York', undefined, [], '2026-10-31T12:00Z', 1440, '2026-11-01T12:00Z'],
  [
    'around the clock but for a holiday of 25 hours',
    'America/New_York',
    undefined,
    ['2026-11-01'],
    '2026-11-01T03:30Z',
    60,
    '2026-11-02T05:30Z',
  ],
  ['through a night', 'UTC', nights, [], '2026-11-20T21:00Z', 240, '2026-11-21T02:00Z'],
  ['until the end of a night', 'UTC', nights, [], '2026-11-20T23:00Z', 420, '2026-11-21T06:00Z'],
  [
    'over a holiday that cuts a night at midnight',
    'UTC',
    nights,
    ['2026-11-21'],
    '2026-11-20T23:00Z',
    61,
    '2026-11-22T00:01Z',
  ],
  [
    'through the night that is an hour shorter',
    'Europe/London',
    nights,
    [],
    '2026-03-28T22:00Z',
    421,
    '2026-04-03T21:01Z',
  ],
  [
    'through the night that is an hour longer',
    'Europe/London',
    nights,
    [],
    '2026-10-24T21:00Z',
    540,
    '2026-10-25T06:00Z',
  ],
  [
    'in hours that do not take place',
    'America/New_York',
    { sun: [['02:00', '03:00']] },
    [],
    '2026-03-08T00:00Z',
    60,
    '2026-03-15T07:00Z',
  ],
  [
    'in hours that begin in the jump',
    'America/New_York',
    { sun: [['02:30', '04:00']] },
    [],
    '2026-03-08T00:00Z',
    60,
    '2026-03-08T08:00Z',
  ],
  [
    'in hours of which one comes twice',
    'America/New_York',
    { sun: [['00:00', '03:00']] },
    [],
    '2026-11-01T04:00Z',
    240,
    '2026-11-01T08:00Z',
  ],
  [
    'a week long across both sides of the globe',
    'Australia/Lord_Howe',
    office,
    [],
    '2026-10-02T05:00Z',
    480,
    '2026-10-05T04:30Z',
  ],
  ['until 24:00', 'UTC', { mon: [['20:00', '24:00']] }, [], '2026-11-23T00:00Z', 240, '2026-11-24T00:00Z'],
];

function open(timezone: string, hours: object | undefined, holidays: string[]) {
  return calendarSchema.parse({ timezone, hours, holidays });
}

describe('a promise is due', () => {
  it.each(table)('%s', (_title, timezone, hours, holidays, start, minutes, due) => {
    const input = { calendar: open(timezone, hours, holidays), start: Date.parse(start), minutes };
    expect(new Date(dueAt(input).due ?? Number.NaN).toISOString()).toBe(new Date(due).toISOString());
    expect(dueInstant(input)).toBe(Date.parse(due));
  });

  it('with the sum that anyone can check, and what did not count', () => {
    const calendar = open('Europe/London', office, ['2026-11-23']);
    const pauses: [number, number][] = [[Date.parse('2026-11-24T08:50Z'), Date.parse('2026-11-24T09:20Z')]];
    expect(dueAt({ calendar, start: Date.parse('2026-11-20T16:30Z'), minutes: 90, pauses }).why).toBe(
      '1 h 30 min from Fri 2026-11-20 16:30 (Europe/London) are due Tue 2026-11-24 10:20: ' +
        'counted Fri 2026-11-20 16:30-17:00 (30 min), Tue 2026-11-24 09:20-10:20 (1 h); ' +
        'not counted: closed hours, holiday 2026-11-23, 20 min of open time in pauses',
    );
  });

  it('in few words also after very many days', () => {
    const calendar = open('UTC', office, []);
    const { why } = dueAt({ calendar, start: Date.parse('2026-11-23T09:00Z'), minutes: 480 * 300 });
    expect(why).toContain('295 more stretches (2360 h)');
    expect(why.length).toBeLessThan(500);
  });

  it('never after more than a hundred years: that is refused, not searched for', () => {
    const calendar = open('UTC', { mon: [['09:00', '09:01']] }, []);
    expect(() => dueInstant({ calendar, start: 0, minutes: 6000 })).toThrow(/hundred years/);
    const pauses: [number, number][] = [[0, Date.UTC(3000, 0, 1)]];
    expect(() => dueInstant({ calendar, start: 0, minutes: 1, pauses })).toThrow(/shorten the pauses/);
  });
});

describe('due time', () => {
  const written = fc.tuple(anyCalendar, anyStart, anyMinutes);

  it('leaves exactly the promised minutes of open time, and not a millisecond more', () => {
    fc.assert(
      fc.property(written, ([raw, start, minutes]) => {
        const calendar = calendarSchema.parse(raw);
        const due = dueInstant({ calendar, start, minutes });
        expect(openTimeOf(calendar).elapsed(start, due)).toBe(minutes * minute);
        expect(openTimeOf(calendar).elapsed(start, due - 1)).toBe(minutes * minute - 1);
      }),
      { numRuns: 500 },
    );
  });

  it('never comes earlier for a later start or for more minutes', () => {
    fc.assert(
      fc.property(written, fc.nat(5000), fc.nat(3000), ([raw, start, minutes], later, more) => {
        const calendar = calendarSchema.parse(raw);
        const due = dueInstant({ calendar, start, minutes });
        expect(dueInstant({ calendar, start: start + later * minute, minutes })).toBeGreaterThanOrEqual(due);
        const longer = dueInstant({ calendar, start, minutes: minutes + more });
        if (more === 0) expect(longer).toBe(due);
        else expect(longer).toBeGreaterThan(due);
      }),
      { numRuns: 500 },
    );
  });

  it('is moved by the open time of its pauses, and by no more', () => {
    const paused = written.chain(([raw, start, minutes]) =>
      fc.tuple(fc.constant({ raw, start, minutes }), pausesNear(start)),
    );
    fc.assert(
      fc.property(paused, ([{ raw, start, minutes }, pauses]) => {
        const calendar = calendarSchema.parse(raw);
        const open = openTimeOf(calendar);
        const due = dueInstant({ calendar, start, minutes, pauses });
        // Counted apart, so that the sum does not rest on the code that joins pauses.
        let pausedOpen = 0;
        const marks = [start, due, ...pauses.flat()]
          .filter((at) => at >= start && at <= due)
          .toSorted((a, b) => a - b);
        marks.slice(1).forEach((end, i) => {
          const from = marks[i] ?? end;
          if (pauses.some(([a, b]) => a <= from && end <= b)) pausedOpen += open.elapsed(from, end);
        });
        expect(open.elapsed(start, due) - pausedOpen).toBe(minutes * minute);
        expect(open.elapsed(start, due, pauses)).toBe(minutes * minute);
        expect(open.elapsed(start, due - 1, pauses)).toBe(minutes * minute - 1);
      }),
      { numRuns: 500 },
    );
  });

  it('does not change when a stretch or a pause is chopped in two, or pauses are shuffled', () => {
    const chopped = written.chain(([raw, start, minutes]) =>
      fc.tuple(
        fc.constant({ raw, start, minutes }),
        fc.integer({ min: 0, max: minutes }),
        pausesNear(start),
        fc.nat(5000),
      ),
    );
    fc.assert(
      fc.property(chopped, ([{ raw, start, minutes }, first, pauses, cut]) => {
        const calendar = calendarSchema.parse(raw);
        const due = dueInstant({ calendar, start, minutes, pauses });
        const half = dueInstant({ calendar, start, minutes: first, pauses });
        expect(dueInstant({ calendar, start: half, minutes: minutes - first, pauses })).toBe(
          first === minutes ? half : due,
        );
        const at = start + cut * minute;
        const pieces = pauses.flatMap(([from, to]): [number, number][] =>
          from < at && at < to
            ? [
                [from, at],
                [at, to],
              ]
            : [[from, to]],
        );
        expect(dueInstant({ calendar, start, minutes, pauses: [...pieces.toReversed(), ...pauses] })).toBe(
          due,
        );
        const open = openTimeOf(calendar);
        expect(open.elapsed(start, at, pauses) + open.elapsed(at, at + due - start, pauses)).toBe(
          open.elapsed(start, at + due - start, pauses),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is what walking minute by minute through another calendar gives', () => {
    fc.assert(
      fc.property(anyCalendar, anyStart, fc.integer({ min: 1, max: 600 }), (raw, start, minutes) => {
        const calendar = calendarSchema.parse(raw);
        const to = start + 40 * 1440 * minute;
        const expected = new NaiveOpen(calendar, start, to).due(start, minutes);
        const due = dueInstant({ calendar, start, minutes });
        if (expected === null) expect(due).toBeGreaterThan(to);
        else expect(due).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});
