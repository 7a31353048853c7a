import { describe, expect, it } from 'vitest';
import { gapsAhead } from '../../../core/oncall/gaps-ahead.ts';
import { vacationSchema, vacationWarnings } from '../../../core/oncall/vacation.ts';
import { aSchedule, utc } from './a-schedule.ts';

const primary = aSchedule({
  timezone: 'Europe/London',
  layers: [{ users: ['ana', 'ben'], rotation: { type: 'weekly', start: '2026-06-01T09:00' } }],
});
const tokyo = aSchedule({
  timezone: 'Asia/Tokyo',
  layers: [{ users: ['ben'], restrictions: [{ start: '09:00', end: '17:00' }] }],
});
const june = { from: utc('2026-06-01T00:00Z'), to: utc('2026-07-01T00:00Z') };
const away = (user: string, from: string, to: string, rest: object = {}) =>
  vacationSchema.parse({ user, from, to, ...rest });

function warned(...vacations: ReturnType<typeof away>[]): string[] {
  return vacationWarnings({ primary, tokyo }, vacations, june).map(
    ({ scheduleId, userId, vacation, from, to }) =>
      `${vacation} ${userId} ${scheduleId} ${new Date(from).toISOString()} ${new Date(to).toISOString()}`,
  );
}

describe('a vacation', () => {
  it('warns of the duty that falls on it, dates both included, in the zone of each schedule', () => {
    expect(warned(away('ben', '2026-06-14', '2026-06-15'))).toEqual([
      '0 ben primary 2026-06-13T23:00:00.000Z 2026-06-15T08:00:00.000Z',
      '0 ben tokyo 2026-06-14T00:00:00.000Z 2026-06-14T08:00:00.000Z',
      '0 ben tokyo 2026-06-15T00:00:00.000Z 2026-06-15T08:00:00.000Z',
    ]);
  });

  it('may be of hours, in a zone of its own', () => {
    const hours = away('ben', '2026-06-09T10:00', '2026-06-09T11:00', { timezone: 'Asia/Tokyo' });
    expect(warned(hours)).toEqual([
      '0 ben primary 2026-06-09T01:00:00.000Z 2026-06-09T02:00:00.000Z',
      '0 ben tokyo 2026-06-09T01:00:00.000Z 2026-06-09T02:00:00.000Z',
    ]);
  });

  it('says nothing of people who are not on duty, nor of shifts that only touch it', () => {
    expect(
      warned(away('ana', '2026-06-08T09:00', '2026-06-15T09:00'), away('cy', '2026-06-01', '2026-06-30')),
    ).toEqual([]);
    expect(warned(away('ana', '2026-06-08T08:59', '2026-06-15T09:01'))).toHaveLength(2);
  });

  it('lasts no time where the clocks jump over it', () => {
    const always = aSchedule({ timezone: 'Europe/London', layers: [{ users: ['ana'] }] });
    const march = { from: utc('2026-03-01T00:00Z'), to: utc('2026-04-01T00:00Z') };
    expect(
      vacationWarnings({ always }, [away('ana', '2026-03-29T01:10', '2026-03-29T01:40')], march),
    ).toEqual([]);
  });

  it.each([
    [{ user: 'ana', from: '2026-06-10', to: '2026-06-09' }, /ends before it begins/],
    [{ user: 'ana', from: '2026-06-10', to: '2026-06-11T09:00' }, /a date at one end/],
    [{ user: 'ana', from: 'June', to: 'July' }, /neither a date nor a time/],
    [{ user: 'ana', from: '2026-06-10', to: '2026-06-11', timezone: 'CET+1' }, /is not a time zone/],
    [{ user: 'ana', from: '2026-06-10', to: '2026-06-11', until: 'x' }, /unknown key/],
  ])('refuses %j', (written, message) => {
    expect(() => vacationSchema.parse(written)).toThrow(message);
  });
});

describe('gaps', () => {
  it('are seen thirty days ahead, schedule by schedule, and no further', () => {
    const at = utc('2026-06-01T00:00Z');
    const until = (text: string) => aSchedule({ timezone: 'UTC', layers: [{ users: ['ana'], until: text }] });
    const schedules = { one: until('2026-06-30T12:00'), two: until('2026-07-01'), tokyo };
    const gaps = gapsAhead(schedules, at);
    expect(gaps.filter(({ scheduleId }) => scheduleId !== 'tokyo')).toEqual([
      { scheduleId: 'one', from: utc('2026-06-30T12:00Z'), to: utc('2026-07-01T00:00Z') },
    ]);
    expect(gaps.filter(({ scheduleId }) => scheduleId === 'tokyo')).toHaveLength(30);
  });
});
