import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarSchema } from '../../../core/calendar/calendar.ts';
import { openTimeOf } from '../../../core/calendar/open-time.ts';
import { explainIssues } from '../../../core/validation/explain-issues.ts';
import { anyCalendar, anyStart } from './calendar-arbitrary.ts';
import { NaiveOpen } from './naive-open.ts';

const hour = 3_600_000;

const zones = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'America/St_Johns',
  'America/Havana',
  'Africa/Casablanca',
  'Antarctica/Troll',
  'Asia/Beirut',
  'America/Santiago',
  'Asia/Pyongyang',
  'Europe/Volgograd',
];

/** Instants at which the offset changes, found by asking Intl each six hours and halving. */
function changesOf(zone: string, fromYear: number, toYear: number): number[] {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' });
  const offset = (at: number) => format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value;
  const found: number[] = [];
  for (let at = Date.UTC(fromYear, 0, 1); at < Date.UTC(toYear, 0, 1); at += 30 * 24 * hour) {
    let [low, high] = [at, at + 30 * 24 * hour];
    if (offset(low) === offset(high)) continue;
    while (high - low > 1000) {
      const middle = low + Math.floor((high - low) / 2000) * 1000;
      if (offset(middle) === offset(low)) low = middle;
      else high = middle;
    }
    found.push(high);
  }
  return found;
}

const calendarsIn = (timezone: string) =>
  [
    { sun: [['00:00', '24:00']], mon: [['02:30', '03:15']], sat: [['22:00', '24:00']] },
    { sun: [['01:30', '02:30']], sat: [['22:00', '01:30']], thu: [['00:15', '00:00']] },
    {
      mon: [['01:30', '02:30']],
      tue: [['00:00', '00:30']],
      wed: [['23:30', '00:00']],
      thu: [['23:00', '09:00']],
      fri: [['12:00', '12:00']],
      sun: [
        ['01:00', '02:00'],
        ['02:00', '03:00'],
      ],
    },
  ].map((hours) => calendarSchema.parse({ timezone, hours }));

describe('open time', () => {
  it.each(zones)(
    'in %s is as counted by hand, a quarter of an hour at a time, across thirty years of changes',
    (zone) => {
      for (const change of changesOf(zone, 1996, 2027)) {
        const [from, to] = [change - 20 * hour, change + 20 * hour];
        for (const calendar of calendarsIn(zone)) {
          const naive = new NaiveOpen(calendar, from, to);
          const open = openTimeOf(calendar);
          for (let at = from; at < to; at += hour / 4) {
            if (open.isOpen(at) !== naive.isOpen(at)) {
              expect.fail(`${new Date(at).toISOString()} in ${zone}: ${JSON.stringify(calendar.hours)}`);
            }
          }
        }
      }
    },
  );

  it('is looked for in zones whose clocks do change', () => {
    const counts = zones.map((zone) => changesOf(zone, 1996, 2027).length);
    // Kathmandu has kept its clocks since 1986, and stands here for a zone off the hour that never changes.
    expect(counts.filter((count) => count === 0)).toHaveLength(1);
    expect(counts[0]).toBe(62);
  });

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
