import { describe, expect, test } from 'vitest';
import { findHolidays } from '../../../../console/src/policies/calendar/found-holidays.ts';

const file = `BEGIN:VCALENDAR
BEGIN:VEVENT
SUMMARY:New Year
DTSTART;VALUE=DATE:20250101
RRULE:FREQ=YEARLY
END:VEVENT
BEGIN:VEVENT
SUMMARY:Moving day
DTSTART;VALUE=DATE:20260504
DTEND;VALUE=DATE:20260506
END:VEVENT
END:VCALENDAR`;
const years = { fromYear: 2026, toYear: 2027 };

describe('holidays from a file', () => {
  test('what it holds is told in the order of dates, and what the calendar has already is not taken', () => {
    expect(findHolidays(file, years, ['2027-01-01'])).toEqual([
      { holiday: { date: '2026-01-01', name: 'New Year' }, isKnown: false },
      { holiday: { from: '2026-05-04', to: '2026-05-05', name: 'Moving day' }, isKnown: false },
      { holiday: { date: '2027-01-01', name: 'New Year' }, isKnown: true },
    ]);
  });

  test('a day that is twice in the file is taken once', () => {
    const twice = file.replace(
      'END:VCALENDAR',
      file.split('\n').slice(1, 6).concat('END:VCALENDAR').join('\n'),
    );
    const found = findHolidays(twice, { fromYear: 2026, toYear: 2026 }, []);
    if (typeof found === 'string') throw new Error(found);
    expect(found.filter(({ isKnown }) => !isKnown)).toHaveLength(2);
    expect(found).toHaveLength(3);
  });

  test.each([
    ['<html>', years, /line 1/],
    ['VERSION:2.0', years, /no iCalendar file/],
    [file, { fromYear: 2027, toYear: 2026 }, /swap them/],
    [file, { fromYear: 2000, toYear: 2099 }, /more than 50 years/],
    [file.replace('FREQ=YEARLY', 'FREQ=MONTHLY'), years, /line \d+/],
  ])('a file or years that cannot be taken say why', (text, asked, message) => {
    expect(findHolidays(text, asked, [])).toMatch(message);
  });
});
