import { describe, expect, it } from 'vitest';
import { calendarSchema } from '../../../core/calendar/calendar.ts';
import { holidaysFromIcs } from '../../../core/calendar/ics-holidays.ts';
import { openTimeOf } from '../../../core/calendar/open-time.ts';

const years = { fromYear: 2025, toYear: 2028 };
const file = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'];

const read: [string, string[], object[]][] = [
  [
    'a day, with its folded and escaped name',
    ['DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas\\, the fi', ' rst day'],
    [{ date: '2026-12-25', name: 'Christmas, the first day' }],
  ],
  [
    'several days, of which DTEND names the one after',
    ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227'],
    [{ from: '2026-12-24', to: '2026-12-26' }],
  ],
  [
    'days of a duration',
    ['DTSTART;VALUE=DATE:20261224', 'DURATION:P1W'],
    [{ from: '2026-12-24', to: '2026-12-30' }],
  ],
  [
    'an afternoon in a zone',
    ['DTSTART;TZID="America/New_York":20261224T130000', 'DTEND;TZID=America/New_York:20261224T170000'],
    [{ from: '2026-12-24T18:00:00.000Z', to: '2026-12-24T22:00:00.000Z' }],
  ],
  [
    'an afternoon of local time',
    ['DTSTART:20261224T130000', 'DURATION:PT4H30M'],
    [{ from: '2026-12-24T13:00:00', to: '2026-12-24T17:30:00' }],
  ],
  [
    'a yearly date through the years that are asked for',
    ['DTSTART;VALUE=DATE:20200704', 'RRULE:FREQ=YEARLY;BYMONTH=07;BYMONTHDAY=4'],
    ['2025', '2026', '2027', '2028'].map((year) => ({ date: `${year}-07-04` })),
  ],
  [
    'a yearly date with a count from its first year',
    ['DTSTART;VALUE=DATE:20240704', 'RRULE:FREQ=YEARLY;COUNT=3'],
    [{ date: '2025-07-04' }, { date: '2026-07-04' }],
  ],
  [
    'a yearly date until one that is included',
    ['DTSTART;VALUE=DATE:20240704', 'RRULE:FREQ=YEARLY;UNTIL=20260704'],
    [{ date: '2025-07-04' }, { date: '2026-07-04' }],
  ],
  [
    '29 February in leap years only',
    ['DTSTART;VALUE=DATE:20200229', 'RRULE:FREQ=YEARLY'],
    [{ date: '2028-02-29' }],
  ],
  ['nothing of a cancelled event', ['DTSTART;VALUE=DATE:20261225', 'STATUS:CANCELLED'], []],
  ['nothing of other years', ['DTSTART;VALUE=DATE:20191225'], []],
];

const refused: [string, string, RegExp][] = [
  ['no calendar', 'hello', /line 1: is no property/],
  ['another component', 'BEGIN:VCARD\nEND:VCARD', /begin with BEGIN:VCALENDAR/],
  ['nothing', '', /begin with BEGIN:VCALENDAR/],
  ['a file that is cut off', file(...event('DTSTART:20261225')).slice(0, 60), /ends within VEVENT/],
  ['an END without its BEGIN', file('END:VEVENT'), /line 3: END:VEVENT closes nothing/],
  ['an event without a start', file(...event('SUMMARY:x')), /line 3: the event has no DTSTART/],
  ['a date that is none', file(...event('DTSTART:20260230')), /line 5: DTSTART is no date or time/],
  [
    'a zone of its own',
    file(...event('DTSTART;TZID=Our Office:20261224T130000')),
    /line 5: TZID "Our Office"/,
  ],
  [
    'an end before the start',
    file(...event('DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261225')),
    /line 6: the event ends when it begins/,
  ],
  [
    'a moment without an end',
    file(...event('DTSTART:20261224T130000')),
    /line 5: the event ends when it begins/,
  ],
  [
    'a date and a time',
    file(...event('DTSTART;VALUE=DATE:20261225', 'DTEND:20261226T100000Z')),
    /line 6: DTSTART and DTEND must both be dates/,
  ],
  [
    'a weekly rule',
    file(...event('DTSTART:20261225', 'RRULE:FREQ=WEEKLY')),
    /line 6: RRULE FREQ=WEEKLY is not a yearly/,
  ],
  [
    'the fourth Thursday',
    file(...event('DTSTART:20261126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH')),
    /write the other dates out/,
  ],
  [
    'every other year',
    file(...event('DTSTART:20261126', 'RRULE:FREQ=YEARLY;INTERVAL=2')),
    /not a yearly date/,
  ],
  ['another month', file(...event('DTSTART:20261126', 'RRULE:FREQ=YEARLY;BYMONTH=10')), /not a yearly date/],
  ['an exception', file(...event('DTSTART:20261126', 'EXDATE:20271126')), /line 6: EXDATE is not read/],
  [
    'a changed occurrence',
    file(...event('DTSTART:20261126', 'RECURRENCE-ID:20271126')),
    /RECURRENCE-ID is not read/,
  ],
];

describe('an iCalendar file', () => {
  it.each(read)('gives %s', (_what, lines, holidays) => {
    expect(holidaysFromIcs(file(...event(...lines)), years)).toEqual(holidays);
  });

  it.each(refused)('is refused with %s', (_what, text, problem) => {
    expect(() => holidaysFromIcs(text, years)).toThrow(problem);
  });

  it('may hold zones and alarms, which are passed over, and end its lines in any way', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:X',
      'BEGIN:STANDARD',
      'DTSTART:19701025T030000',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const alarm = ['BEGIN:VALARM', 'DURATION:nonsense', 'END:VALARM'];
    const text = file(...zone, ...event('DTSTART:20261225', ...alarm));
    for (const written of [text, text.replaceAll('\r\n', '\n'), `\uFEFF${text}`])
      expect(holidaysFromIcs(written, years)).toEqual([{ date: '2026-12-25' }]);
  });

  it('closes the calendar that takes its holidays, to the second', () => {
    const text = file(
      ...event('DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas'),
      ...event('DTSTART:20261224T120000', 'DTEND:20261225T000000', 'SUMMARY:Early close'),
    );
    const open = openTimeOf(
      calendarSchema.parse({ timezone: 'Europe/Berlin', holidays: holidaysFromIcs(text, years) }),
    );
    expect(open.isOpen(Date.parse('2026-12-24T10:59:59.999Z'))).toBe(true);
    expect(open.isOpen(Date.parse('2026-12-24T11:00Z'))).toBe(false);
    expect(open.nextOpening(Date.parse('2026-12-24T11:00Z'))).toBe(Date.parse('2026-12-25T23:00Z'));
  });

  it('is read in time that grows with its length: a million bytes in no more than a second', () => {
    const folded = `SUMMARY:${'x\r\n '.repeat(150_000)}`;
    const start = performance.now();
    holidaysFromIcs(file(...event('DTSTART:20261225', folded)), years);
    expect(() => holidaysFromIcs(`BEGIN:VCALENDAR\n${';"='.repeat(300_000)}`, years)).toThrow(
      /is no property/,
    );
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
