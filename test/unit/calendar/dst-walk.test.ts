import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, calendarSchema } from '../../../core/calendar/calendar.ts';
import { openTimeOf } from '../../../core/calendar/open-time.ts';
import { dueInstant } from '../../../core/sla/due.ts';
import { changesOf, offsetIn, zones } from './clock-changes.ts';
import { NaiveOpen } from './naive-open.ts';
import { edgesOf, isOpenOnWall } from './wall-open.ts';

const minute = 60_000;
const hour = 60 * minute;
const dayMs = 24 * hour;

/** Openings before, in and after the hours in which clocks change, around midnight and across it. */
const calendarsIn = (timezone: string): Calendar[] =>
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

const text = (at: number) => new Date(at).toISOString();
const years = [1996, 2027] as const;

describe.each(zones)('through thirty years of changes in %s', (zone) => {
  const changes = changesOf(zone, ...years);

  it('it is open as the openings of another calendar say, a quarter of an hour at a time', () => {
    const wrong: string[] = [];
    for (const change of changes) {
      const [from, to] = [change - 20 * hour, change + 20 * hour];
      for (const calendar of calendarsIn(zone)) {
        const naive = new NaiveOpen(calendar, from, to);
        const open = openTimeOf(calendar);
        for (let at = from; at < to; at += hour / 4)
          if (open.isOpen(at) !== naive.isOpen(at))
            wrong.push(`${text(at)} ${JSON.stringify(calendar.hours)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('it opens and closes to the second as the clock on the wall shows', () => {
    const offset = offsetIn(zone);
    const wrong: string[] = [];
    for (const change of changes) {
      const [before, after] = [offset(change - 1000), offset(change)];
      const twice = Math.max(0, before - after);
      const midnight = Math.floor((change + after) / dayMs) * dayMs;
      for (const calendar of calendarsIn(zone)) {
        const open = openTimeOf(calendar);
        const walls = edgesOf(calendar).flatMap((edge) =>
          [-2, -1, 0, 1, 2].map((days) => midnight + days * dayMs + edge),
        );
        const instants = walls.flatMap((wall) => [wall - before, wall - after]);
        for (const at of [...instants, change].flatMap((edge) => [
          edge - 1000,
          edge - 1,
          edge,
          edge + 1000,
        ])) {
          if (at >= change - twice && at < change + twice) continue;
          if (open.isOpen(at) !== isOpenOnWall(calendar, at + offset(at)))
            wrong.push(`${text(at)} ${JSON.stringify(calendar.hours)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('due times are as counted minute by minute', () => {
    const wrong: string[] = [];
    changes.forEach((change, i) => {
      const calendar = calendarsIn(zone)[i % 3] ?? { timezone: zone };
      const [from, to] = [change - 26 * hour, change + 34 * hour];
      const naive = new NaiveOpen(calendar, from, to);
      const open = openTimeOf(calendar);
      let counted = 0;
      for (let at = from; at < to; at += minute) {
        if (!naive.isOpen(at)) continue;
        counted++;
        const due = dueInstant({ calendar, start: from, minutes: counted });
        if (due !== at + minute || open.elapsed(from, at + minute) !== counted * minute)
          wrong.push(`${counted} min from ${text(from)}: ${text(due ?? 0)}, not ${text(at + minute)}`);
      }
    });
    expect(wrong).toEqual([]);
  });
});

describe('thirty years', () => {
  it('have the changes that the zones are known for', () => {
    const counts = new Map(zones.map((zone) => [zone, changesOf(zone, ...years).length]));
    expect(zones.length).toBeGreaterThanOrEqual(12);
    // Kathmandu has kept its clocks since 1986, and stands here for a zone off the hour that never changes.
    expect([...counts].filter(([, count]) => count === 0).map(([zone]) => zone)).toEqual(['Asia/Kathmandu']);
    expect(counts.get('Europe/London')).toBe(62);
    // The day that Samoa left out, the summer that Egypt interrupted for a month, the last change in Turkey.
    const at = (zone: string, day: string) =>
      changesOf(zone, ...years).filter((change) => text(change).startsWith(day)).length;
    expect(at('Pacific/Apia', '2011-12-30')).toBe(1);
    expect(at('Africa/Cairo', '2010')).toBe(4);
    expect(at('Europe/Istanbul', '2016')).toBe(1);
    expect(at('America/Sao_Paulo', '2020')).toBe(0);
    expect(offsetIn('Australia/Lord_Howe')(Date.UTC(2026, 0, 1)) / hour).toBe(11);
    expect(offsetIn('Australia/Lord_Howe')(Date.UTC(2026, 6, 1)) / hour).toBe(10.5);
  });

  it('have no Friday 30 December 2011 in Samoa: its hours do not take place', () => {
    const friday = { fri: [['09:00', '17:00'] as [string, string]] };
    const calendar = calendarSchema.parse({ timezone: 'Pacific/Apia', hours: friday });
    const start = Date.parse('2011-12-29T12:00:00-10:00');
    expect(text(dueInstant({ calendar, start, minutes: 1 }) ?? 0)).toBe('2012-01-05T19:01:00.000Z');
    const night = calendarSchema.parse({ timezone: 'Pacific/Apia', hours: { thu: [['22:00', '06:00']] } });
    const thursday = Date.parse('2011-12-29T22:00:00-10:00');
    // Two hours until midnight, which is Saturday's; the morning is gone.
    expect(openTimeOf(night).elapsed(thursday, thursday + 12 * hour)).toBe(2 * hour);
  });

  it('give back the promised minutes, and open where they say, from any instant in any of the zones', () => {
    const input = fc.record({
      zone: fc.constantFrom(...zones),
      which: fc.nat(2),
      start: fc.integer({ min: Date.UTC(1996, 0, 1) / 1000, max: Date.UTC(2026, 0, 1) / 1000 }),
      minutes: fc.integer({ min: 1, max: 20_000 }),
      later: fc.integer({ min: 0, max: 400_000 }),
    });
    fc.assert(
      fc.property(input, ({ zone, which, start: seconds, minutes, later }) => {
        const calendar = calendarsIn(zone)[which] ?? { timezone: zone };
        const open = openTimeOf(calendar);
        const start = seconds * 1000;
        const due = dueInstant({ calendar, start, minutes }) ?? Number.NaN;
        expect(open.elapsed(start, due)).toBe(minutes * minute);
        expect(open.elapsed(start, due - 1)).toBe(minutes * minute - 1);
        expect(dueInstant({ calendar, start: start + later * 1000, minutes })).toBeGreaterThanOrEqual(due);
        const opens = open.nextOpening(start);
        expect(open.isOpen(opens)).toBe(true);
        expect(open.elapsed(start, opens)).toBe(0);
        expect(opens === start).toBe(open.isOpen(start));
        if (opens > start) expect(open.isOpen(opens - 1)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
