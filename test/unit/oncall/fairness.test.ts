import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairness, fairnessRange } from '../../../core/oncall/fairness.ts';
import { onCall } from '../../../core/oncall/on-call.ts';
import { aSchedule, utc } from './a-schedule.ts';
import { anySchedule, windowFrom } from './schedule-arbitrary.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('fairness', () => {
  it('counts hours, nights and week-ends of each person, those who are never on too', () => {
    const schedule = aSchedule({
      timezone: 'America/New_York',
      layers: [{ users: ['ana', 'ben'], rotation: { type: 'weekly', start: '2026-03-02T09:00' } }],
      overrides: [{ from: '2026-03-02T12:00', to: '2026-03-02T12:30', remove: ['ana'], add: ['cy'] }],
    });
    // Two weeks from Monday, 2 March; the night to Sunday, 8 March, is an hour shorter.
    const range = { from: utc('2026-03-02T14:00Z'), to: utc('2026-03-16T13:00Z') };
    expect(fairness(schedule, range)).toEqual([
      {
        userId: 'ana',
        minutes: 7 * 1440 - 60 - 30,
        nightMinutes: 7 * 480 - 60,
        weekendMinutes: 2 * 1440 - 60,
        nights: 7,
        weekends: 1,
      },
      {
        userId: 'ben',
        minutes: 7 * 1440,
        nightMinutes: 7 * 480,
        weekendMinutes: 2880,
        nights: 7,
        weekends: 1,
      },
      { userId: 'cy', minutes: 30, nightMinutes: 0, weekendMinutes: 0, nights: 0, weekends: 0 },
    ]);
    const idle = aSchedule({ timezone: 'UTC', layers: [{ users: ['ana'], until: '2026-01-01' }] });
    expect(fairness(idle, range)).toMatchObject([{ userId: 'ana', minutes: 0 }]);
  });

  it('takes other hours for the night, and counts a night that is touched by a minute', () => {
    const schedule = aSchedule({
      timezone: 'UTC',
      layers: [{ users: ['ana'], restrictions: [{ start: '07:59', end: '19:00' }] }],
    });
    const range = { from: utc('2026-01-05T00:00Z'), to: utc('2026-01-08T00:00Z') };
    const [usual] = fairness(schedule, range);
    const [long] = fairness(schedule, range, { start: '20:00', end: '08:00' });
    expect(usual).toMatchObject({ nightMinutes: 0, nights: 0 });
    expect(long).toMatchObject({ nightMinutes: 3, nights: 3 });
  });

  it('looks over twelve weeks of the wall clock', () => {
    const schedule = aSchedule({ timezone: 'Europe/London', layers: [{ users: ['ana'] }] });
    expect(fairnessRange(schedule, utc('2026-03-01T09:00Z'))).toEqual({
      from: utc('2026-03-01T09:00Z'),
      to: utc('2026-05-24T08:00Z'),
    });
  });

  it('agrees with a walk through every minute by the clock that Intl shows', () => {
    // Any time of the year, and the days around which most zones change their clocks.
    const changes = ['03-08', '03-29', '04-05', '10-04', '10-25', '11-01'].map((date) => utc(`2026-${date}`));
    const stretch = fc.tuple(
      fc.oneof(
        fc.constantFrom(...changes.map((at) => (at - windowFrom) / hour - 24)),
        fc.integer({ min: 0, max: 8000 }),
      ),
      fc.integer({ min: 1, max: 96 * 60 }),
    );
    fc.assert(
      fc.property(anySchedule, stretch, (written, [start, minutes]) => {
        const schedule = aSchedule(written);
        const from = windowFrom + start * hour;
        const range = { from, to: from + minutes * minute };
        const format = new Intl.DateTimeFormat('en-GB', {
          timeZone: schedule.timezone,
          weekday: 'short',
          hour: '2-digit',
          hourCycle: 'h23',
        });
        const sums = new Map<string, [number, number, number]>();
        for (let at = from; at < range.to; at += minute) {
          const parts = format.formatToParts(at);
          const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
          const clock = Number(part('hour'));
          const isNight = clock >= 22 || clock < 6;
          const isWeekend = ['Sat', 'Sun'].includes(part('weekday'));
          for (const user of onCall(schedule, at).onCall) {
            const [all, night, weekend] = sums.get(user) ?? [0, 0, 0];
            sums.set(user, [all + 1, night + (isNight ? 1 : 0), weekend + (isWeekend ? 1 : 0)]);
          }
        }
        for (const load of fairness(schedule, range)) {
          expect([load.userId, load.minutes, load.nightMinutes, load.weekendMinutes]).toEqual([
            load.userId,
            ...(sums.get(load.userId) ?? [0, 0, 0]),
          ]);
          sums.delete(load.userId);
        }
        expect([...sums.keys()]).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
