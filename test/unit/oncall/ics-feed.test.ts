import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FeedOptions, scheduleFeed, userFeed } from '../../../core/oncall/ics-feed.ts';
import { onCall } from '../../../core/oncall/on-call.ts';
import { resolve } from '../../../core/oncall/resolve.ts';
import { rotaFromIcs } from '../../../core/oncall/rota-from-ics.ts';
import { aSchedule, utc } from './a-schedule.ts';
import { anySchedule, stretch } from './schedule-arbitrary.ts';

const days = 86_400_000;
const names: Readonly<Record<string, string>> = { ana: 'Ana Díaz', ben: 'Ben; Jr, \\o/' };
const options = (from: string, to: string): FeedOptions => ({
  window: { from: utc(from), to: utc(to) },
  stampAt: utc('2026-01-01T12:34:56.789Z'),
  host: 'desk.example',
  nameOf: (id) => names[id] ?? id,
});
const primary = aSchedule({
  name: 'Primary',
  timezone: 'Europe/London',
  layers: [{ users: ['ana', 'ben'], rotation: { type: 'weekly', start: '2025-12-29T09:00' } }],
});
const schedules = { primary, always: aSchedule({ timezone: 'UTC', layers: [{ users: ['cy'] }] }) };

/** The values of a property, unfolded. */
function values(text: string, name: string): string[] {
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1));
}

describe('a feed', () => {
  it('of a person has the shifts that overlap the window, whole, as UTC instants', () => {
    const text = userFeed(schedules, 'ana', options('2026-01-01T00:00Z', '2026-01-13T00:00Z'));
    expect(text).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Harborwatch//On call//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'X-WR-CALNAME:On call: Ana Díaz',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'X-PUBLISHED-TTL:PT1H',
        ...['20251229T090000Z,20260105T090000Z', '20260112T090000Z,20260119T090000Z'].flatMap((shift) => {
          const [from, to] = shift.split(',');
          return [
            'BEGIN:VEVENT',
            `UID:primary/ana/${from}@desk.example`,
            'DTSTAMP:20260101T123456Z',
            `DTSTART:${from}`,
            `DTEND:${to}`,
            'SUMMARY:On call: Primary',
            'TRANSP:TRANSPARENT',
            'X-HARBORWATCH-USER:ana',
            'END:VEVENT',
          ];
        }),
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('of a schedule has everybody by name, escaped', () => {
    const text = scheduleFeed(schedules, 'primary', options('2026-01-01T00:00Z', '2026-01-13T00:00Z'));
    expect(values(text, 'SUMMARY')).toEqual([
      'Ana Díaz on call: Primary',
      'Ben\\; Jr\\, \\\\o/ on call: Primary',
      'Ana Díaz on call: Primary',
    ]);
    expect(() =>
      scheduleFeed(schedules, 'constructor', options('2026-01-01T00:00Z', '2026-01-02T00:00Z')),
    ).toThrow(/there is no schedule "constructor"/);
  });

  it('keeps the UID of a shift through fetches, days and windows, and has each once', () => {
    const uids = (from: string, to: string) =>
      values(scheduleFeed(schedules, 'primary', options(from, to)), 'UID');
    const first = uids('2026-01-01T00:00Z', '2026-03-01T00:00Z');
    const later = uids('2026-01-03T07:11Z', '2026-03-03T07:11Z');
    expect(new Set(first).size).toBe(first.length);
    expect(later.slice(0, -1)).toEqual(first);
  });

  it('has one event of duty without end, whose UID stays while its beginning moves with the window', () => {
    const feed = (from: string, to: string) => userFeed(schedules, 'cy', options(from, to));
    const [now, next] = [
      feed('2026-01-01T00:00Z', '2026-02-01T00:00Z'),
      feed('2026-01-02T00:00Z', '2026-02-02T00:00Z'),
    ];
    expect(values(now, 'UID')).toEqual(['always/cy/ongoing@desk.example']);
    expect(values(next, 'UID')).toEqual(values(now, 'UID'));
    expect([values(now, 'DTSTART'), values(next, 'DTSTART')]).toEqual([
      ['20260101T000000Z'],
      ['20260102T000000Z'],
    ]);
  });

  it('gives a shift that began a year ago its own beginning', () => {
    const long = aSchedule({
      timezone: 'UTC',
      layers: [{ users: ['ana', 'ben'], rotation: { type: 'monthly', length: 24, start: '2025-01-15' } }],
    });
    const text = scheduleFeed({ long }, 'long', options('2026-01-01T00:00Z', '2026-02-01T00:00Z'));
    expect(values(text, 'UID')).toEqual(['long/ana/20250115T000000Z@desk.example']);
  });

  it('leaves out shifts that only touch the window, and those that lie within a second', () => {
    const weeks = scheduleFeed(schedules, 'primary', options('2026-01-05T09:00Z', '2026-01-12T09:00Z'));
    expect(values(weeks, 'DTSTART')).toEqual(['20260105T090000Z']);
    const brief = aSchedule({
      timezone: 'UTC',
      layers: [],
      overrides: [
        { from: '2026-01-05T12:00:00.1Z', to: '2026-01-05T12:00:00.9Z', add: ['ana'] },
        { from: '2026-01-05T12:00:00.95Z', to: '2026-01-05T12:00:01.1Z', add: ['ana'] },
      ],
    });
    const seconds = scheduleFeed({ brief }, 'brief', options('2026-01-05T00:00Z', '2026-01-06T00:00Z'));
    expect(values(seconds, 'DTSTART')).toEqual(['20260105T120000Z']);
    expect(values(seconds, 'DTEND')).toEqual(['20260105T120001Z']);
  });

  it('is a calendar also without a shift', () => {
    const text = userFeed(schedules, 'nobody', options('2026-01-01T00:00Z', '2026-02-01T00:00Z'));
    expect(values(text, 'BEGIN')).toEqual(['VCALENDAR', 'VTIMEZONE', 'STANDARD']);
    expect(values(text, 'END')).toEqual(['STANDARD', 'VTIMEZONE', 'VCALENDAR']);
  });

  it('folds between characters at 75 octets, and lets no name break a line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200, size: 'max' }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100, size: 'max' }),
        (person, scheduleName) => {
          const named = { one: { ...primary, name: scheduleName } };
          const text = scheduleFeed(named, 'one', {
            ...options('2026-01-01T00:00Z', '2026-01-13T00:00Z'),
            nameOf: () => person,
          });
          expect(text.endsWith('\r\n')).toBe(true);
          const lines = text.split('\r\n').slice(0, -1);
          for (const line of lines) {
            expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
            // oxlint-disable-next-line no-control-regex -- what must not be there
            expect(line).not.toMatch(/[\u0000-\u001f\u007f]/);
            expect(line).toMatch(/^(?: |[A-Z-]+[:;])/);
          }
          expect(values(text, 'BEGIN').filter((value) => value === 'VEVENT')).toHaveLength(3);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a feed that is read back', () => {
  const users = ['ana', 'ben', 'cy', 'dee', 'eli'].map((id) => ({
    id,
    name: `User ${id}`,
    email: `${id}@x.example`,
  }));

  it('is the rota that it was written from, at every edge and in between', () => {
    let shifts = 0;
    fc.assert(
      fc.property(anySchedule, stretch, (written, window) => {
        const schedule = aSchedule(written);
        const text = scheduleFeed({ one: schedule }, 'one', {
          ...options('2026-01-01T00:00Z', '2026-02-01T00:00Z'),
          window,
        });
        const events = values(text, 'BEGIN').filter((value) => value === 'VEVENT').length;
        const wanted = { users, timezone: 'Asia/Tokyo', period: window };
        const { temporary, problems } = rotaFromIcs(text, wanted);
        shifts += events;
        if (temporary === null) {
          expect(resolve(schedule, window.from, window.to).spans.length === 0 || events > 2000).toBe(true);
          return;
        }
        if (events <= 2000) expect(problems).toEqual([]);
        else return;
        const copy = aSchedule({ timezone: 'Asia/Tokyo', layers: [], temporary: [temporary] });
        const { spans, gaps } = resolve(schedule, window.from, window.to);
        const edges = [...spans, ...gaps].flatMap(({ from, to }) => [
          from,
          Math.floor((from + to) / 2),
          to - 1,
        ]);
        for (const at of edges)
          expect(onCall(copy, at).onCall.toSorted()).toEqual(onCall(schedule, at).onCall.toSorted());
        expect(resolve(copy, window.from, window.to).gaps).toEqual(gaps);
        expect(onCall(copy, window.to + days).onCall).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(shifts).toBeGreaterThan(1000);
  });
});
