import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { onCall } from '../../../core/oncall/on-call.ts';
import { resolve } from '../../../core/oncall/resolve.ts';
import { naiveInstant } from '../calendar/naive-instant.ts';
import { aSchedule, utc } from './a-schedule.ts';
import { NaiveRota } from './naive-rota.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Changes of the clocks: forward and back, by half and by two hours, at midnight, by a day, for good. */
const changes: [zone: string, at: string][] = [
  ['Europe/London', '2026-03-29T01:00Z'],
  ['Europe/London', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-03-08T07:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['America/Sao_Paulo', '2018-02-18T02:00Z'],
  ['America/Sao_Paulo', '2018-11-04T03:00Z'],
  ['Asia/Kathmandu', '1985-12-31T18:30Z'],
  ['America/St_Johns', '2010-11-07T02:31Z'],
  ['America/Havana', '2026-03-08T05:00Z'],
  ['America/Havana', '2026-11-01T05:00Z'],
  ['Africa/Casablanca', '2026-02-15T02:00Z'],
  ['Antarctica/Troll', '2026-03-29T01:00Z'],
  ['Antarctica/Troll', '2026-10-25T01:00Z'],
  ['Pacific/Kwajalein', '1993-08-21T12:00Z'],
  ['Asia/Pyongyang', '2018-05-04T15:00Z'],
];

const local = (at: number, zone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);

/** Rotas whose hand-offs fall on, before and after every change above; they begin 40 days before it. */
function rotas(zone: string, changeAt: number): object[] {
  const begin = local(changeAt - 40 * 24 * hour, zone);
  const users = ['a', 'b', ['c', 'd'], 'a', 'e'];
  const rotation = (type: string, length: number, time: string) => ({
    type,
    length,
    start: `${begin}T${time}`,
  });
  return [
    [{ users, rotation: rotation('hourly', 1, '00:00') }],
    [{ users, rotation: rotation('hourly', 5, '00:30') }],
    [{ users, rotation: rotation('hourly', 12, '02:15'), shiftMinutes: 600 }],
    [{ users, rotation: rotation('daily', 1, '00:00') }],
    [{ users, rotation: rotation('daily', 1, '02:30'), shiftMinutes: 90 }],
    [{ users, rotation: rotation('daily', 2, '23:45') }],
    [{ users, rotation: rotation('weekly', 1, '01:30') }],
    [{ users, rotation: rotation('monthly', 1, '00:15') }],
    [{ users, restrictions: [{ start: '00:00', end: '24:00' }] }],
    [
      { users: ['n'], restrictions: [{ start: '22:00', end: '01:45' }] },
      { users: ['p'], restrictions: [{ days: ['sun'], start: '00:00', end: '06:00' }] },
      { users: ['m'], restrictions: [{ start: '01:45', end: '02:15' }] },
      { users: ['k'], restrictions: [{ days: ['sat', 'sun'], start: '02:15', end: '02:15' }], priority: 2 },
    ],
    [
      { users, rotation: rotation('daily', 1, '02:00'), restrictions: [{ start: '20:00', end: '08:00' }] },
      {
        users: ['z'],
        priority: -1,
        restrictions: [{ days: ['fri', 'sat', 'sun'], start: '12:00', end: '00:30' }],
      },
    ],
  ].map((layers) => ({ timezone: zone, layers }));
}

describe('across a change of the clocks', () => {
  it.each(changes)('in %s at %s, every quarter of an hour is as counted by hand', (zone, text) => {
    const change = utc(text);
    const [from, to] = [change - 72 * hour, change + 72 * hour];
    for (const written of rotas(zone, change)) {
      const schedule = aSchedule(written);
      const naive = new NaiveRota(schedule, from, to);
      for (let at = from; at < to; at += hour / 4) {
        const who = onCall(schedule, at).onCall;
        const expected = naive.onCall(at);
        if (who.join() !== expected.join()) {
          expect.fail(
            `${new Date(at).toISOString()} in ${JSON.stringify(written)}: ${who.join()} is not ${expected.join()}`,
          );
        }
      }
    }
  });

  it.each(changes)('in %s at %s, spans and gaps agree with every quarter of an hour', (zone, text) => {
    const change = utc(text);
    const [from, to] = [change - 72 * hour, change + 72 * hour];
    for (const written of rotas(zone, change)) {
      const schedule = aSchedule(written);
      const { spans, gaps } = resolve(schedule, from, to);
      const pieces = [...spans, ...gaps.map((gap) => ({ ...gap, onCall: [] }))];
      for (let at = from; at < to; at += hour / 4) {
        const piece = pieces.filter((candidate) => at >= candidate.from && at < candidate.to);
        expect(piece.map((found) => found.onCall)).toEqual([onCall(schedule, at).onCall]);
      }
    }
  });

  it.each(changes)(
    'in %s at %s, overrides, temporary schedules and ends of layers come when a clock on the wall shows them',
    (zone, text) => {
      const change = utc(text);
      const wall = Temporal.Instant.fromEpochMilliseconds(change - minute)
        .toZonedDateTimeISO(zone)
        .toPlainDateTime();
      // Every quarter from three hours before the change to three after it, also what is skipped or comes twice.
      const times = Array.from({ length: 25 }, (_, i) =>
        wall.round({ smallestUnit: 'hour' }).add({ minutes: (i - 12) * 15 }),
      );
      for (const time of times) {
        const begin = time.toString({ smallestUnit: 'minute' });
        const end = time.add({ days: 3 }).toString({ smallestUnit: 'minute' });
        const expected = naiveInstant(time, zone);
        const span = { from: begin, to: end };
        const changed: [object, string][] = [
          [{ layers: [{ users: ['a'] }], overrides: [{ ...span, add: ['b'], remove: ['a'] }] }, 'b'],
          [{ layers: [{ users: ['a'] }], temporary: [{ ...span, shifts: [{ user: 'c', ...span }] }] }, 'c'],
          [{ layers: [{ users: ['a'], priority: 1, until: begin }, { users: ['d'] }] }, 'd'],
        ];
        for (const [written, after] of changed) {
          const schedule = aSchedule({ timezone: zone, ...written });
          for (let at = change - 5 * hour; at < change + 5 * hour; at += 5 * minute) {
            const who = onCall(schedule, at).onCall.join();
            if (who !== (at < expected ? 'a' : after))
              expect.fail(`${new Date(at).toISOString()} in ${JSON.stringify(written)}: ${who}`);
          }
          expect(
            resolve(schedule, expected - minute, expected + minute).spans.map(({ from }) => from),
          ).toEqual([expected - minute, expected]);
        }
      }
    },
  );

  it('a change is really there, in every row of the table', () => {
    for (const [zone, text] of changes) {
      const clock = (at: number) =>
        new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
          at,
        );
      const shown = (at: number) => Date.parse(`${clock(at).replace(' ', 'T')}Z`);
      expect({ zone, jump: shown(utc(text)) - shown(utc(text) - 1000) === 1000 }).toEqual({
        zone,
        jump: false,
      });
    }
  });
});
