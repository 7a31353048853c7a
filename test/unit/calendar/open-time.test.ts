import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarSchema } from '../../../core/calendar/calendar.ts';
import { openTimeOf } from '../../../core/calendar/open-time.ts';
import { explainIssues } from '../../../core/validation/explain-issues.ts';
import { anyCalendar, anyStart } from './calendar-arbitrary.ts';

describe('open time', () => {
  it('adds up, and agrees with isOpen and nextOpening', () => {
    fc.assert(
      fc.property(anyCalendar, anyStart, fc.nat(10_000), fc.nat(10_000), (raw, start, a, b) => {
        const open = openTimeOf(calendarSchema.parse(raw));
        const middle = start + a * 60_000;
        const end = middle + b * 60_000;
        expect(open.elapsed(start, middle) + open.elapsed(middle, end)).toBe(open.elapsed(start, end));
        expect(open.elapsed(start, start + 1) === 1).toBe(open.isOpen(start));
        const next = open.nextOpening(start);
        expect(open.isOpen(next)).toBe(true);
        expect(open.elapsed(start, next)).toBe(0);
        expect(open.elapsed(end, start)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('includes the second of opening and excludes that of closing', () => {
    const open = openTimeOf(calendarSchema.parse({ timezone: 'UTC', hours: { mon: [['09:00', '17:00']] } }));
    const at = (time: string) => open.isOpen(Date.parse(`2026-11-23T${time}Z`));
    expect([at('08:59:59.999'), at('09:00'), at('16:59:59.999'), at('17:00')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

const refusals: [string, object, string, RegExp][] = [
  ['an unknown zone', { timezone: 'Atlantis/Main' }, 'timezone', /IANA/],
  ['no hours on any day', { hours: {} }, 'hours', /never open/],
  ['only empty days', { hours: { mon: [], tue: [] } }, 'hours', /never open/],
  ['25:00', { hours: { mon: [['09:00', '25:00']] } }, 'hours.mon[0][1]', /HH:MM/],
  ['9:60', { hours: { mon: [['9:60', '17:00']] } }, 'hours.mon[0][0]', /HH:MM/],
  ['an opening at 24:00', { hours: { mon: [['24:00', '01:00']] } }, 'hours.mon[0][0]', /00:00/],
  ['one time', { hours: { mon: [['09:00']] } }, 'hours.mon[0]', /two times/],
  [
    'hours that overlap',
    {
      hours: {
        mon: [
          ['13:00', '18:00'],
          ['09:00', '13:01'],
        ],
      },
    },
    'hours.mon',
    /overlap/,
  ],
  [
    'a night that overlaps the next morning',
    { hours: { sun: [['22:00', '09:01']], mon: [['09:00', '17:00']] } },
    'hours.sun',
    /overlap/,
  ],
  ['a misspelt day', { hours: { mon: [['09:00', '17:00']], tues: [] } }, 'hours.tues', /did you mean "tue"/],
  ['a misspelt key', { holiday: [] }, 'holiday', /did you mean "holidays"/],
  ['a date that is none', { holidays: ['2026-02-29'] }, 'holidays[0]', /YYYY-MM-DD/],
  ['a date in words', { holidays: ['Christmas'] }, 'holidays[0]', /YYYY-MM-DD/],
];

describe('a calendar', () => {
  it.each(refusals)('refuses %s', (_what, spoilt, field, remedy) => {
    const result = calendarSchema.safeParse({ timezone: 'UTC', ...spoilt });
    const problems = result.success ? [] : explainIssues(result.error.issues);
    expect(problems.map((problem) => problem.field)).toEqual([field]);
    expect(problems[0]?.message).toMatch(remedy);
  });

  it('takes a year of holidays, and opens on the first day after it', () => {
    const holidays = Array.from({ length: 365 }, (_, n) =>
      new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
    );
    const open = openTimeOf(calendarSchema.parse({ timezone: 'UTC', holidays }));
    expect(open.nextOpening(Date.UTC(2026, 0, 1))).toBe(Date.UTC(2027, 0, 1));
  });
});
