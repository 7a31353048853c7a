import { describe, expect, it } from 'vitest';
import { resolve } from '../../../core/oncall/resolve.ts';
import { aSchedule, utc } from './a-schedule.ts';

const wallClock = (timezone: string) => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (at: number) => format.format(at);
};

/** Spans as local times, so that a table can be checked against the wall clock by eye. */
function rota(written: { timezone: string }, from: string, to: string): string[] {
  const local = wallClock(written.timezone);
  const { spans, gaps } = resolve(aSchedule(written), utc(from), utc(to));
  const rows = [
    ...spans.map((span) => ({ ...span, who: span.onCall.join('+') })),
    ...gaps.map((gap) => ({ ...gap, who: 'nobody' })),
  ].toSorted((a, b) => a.from - b.from);
  return rows.map((row) => `${local(row.from)} | ${local(row.to)} | ${row.who}`);
}

describe('a schedule as other pagers know it', () => {
  it('PagerDuty: business hours on a layer above the one that has the nights and week-ends', () => {
    const schedule = {
      timezone: 'America/Los_Angeles',
      layers: [
        {
          users: ['olga', 'pete'],
          rotation: { type: 'weekly', start: '2026-10-26T17:00' },
        },
        {
          users: ['quin', 'rosa'],
          priority: 1,
          rotation: { type: 'daily', start: '2026-10-26T09:00' },
          restrictions: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], start: '09:00', end: '17:00' }],
        },
      ],
    };
    // Friday to Tuesday over the change of the clocks on Sunday, 1 November.
    expect(rota(schedule, '2026-10-30T07:00Z', '2026-11-04T08:00Z')).toEqual([
      '2026-10-30 00:00 | 2026-10-30 09:00 | olga',
      '2026-10-30 09:00 | 2026-10-30 17:00 | quin',
      '2026-10-30 17:00 | 2026-11-02 09:00 | olga',
      '2026-11-02 09:00 | 2026-11-02 17:00 | rosa',
      '2026-11-02 17:00 | 2026-11-03 09:00 | pete',
      '2026-11-03 09:00 | 2026-11-03 17:00 | quin',
      '2026-11-03 17:00 | 2026-11-04 00:00 | pete',
    ]);
  });

  it('PagerDuty: an override replaces whoever is on for its hours', () => {
    const schedule = {
      timezone: 'Europe/Berlin',
      layers: [{ users: ['ina', 'jan'], rotation: { type: 'daily', start: '2026-03-27T08:00' } }],
      overrides: [{ from: '2026-03-28T22:00', to: '2026-03-29T06:00', remove: ['ina', 'jan'], add: ['kim'] }],
    };
    expect(rota(schedule, '2026-03-28T07:00Z', '2026-03-30T06:00Z')).toEqual([
      '2026-03-28 08:00 | 2026-03-28 22:00 | jan',
      '2026-03-28 22:00 | 2026-03-29 06:00 | kim',
      '2026-03-29 06:00 | 2026-03-29 08:00 | jan',
      '2026-03-29 08:00 | 2026-03-30 08:00 | ina',
    ]);
  });

  it('GoAlert: hourly turns count hours of the wall clock, shorter in spring and longer in autumn', () => {
    const hours3 = (start: string) => ({
      timezone: 'America/Chicago',
      layers: [{ users: ['a', 'b', 'c'], rotation: { type: 'hourly', length: 3, start } }],
    });
    expect(rota(hours3('2017-03-12T00:00'), '2017-03-12T06:00Z', '2017-03-12T11:00Z')).toEqual([
      '2017-03-12 00:00 | 2017-03-12 03:00 | a', // two real hours
      '2017-03-12 03:00 | 2017-03-12 06:00 | b',
    ]);
    expect(rota(hours3('2017-11-05T00:00'), '2017-11-05T05:00Z', '2017-11-05T12:00Z')).toEqual([
      '2017-11-05 00:00 | 2017-11-05 03:00 | a', // four real hours
      '2017-11-05 03:00 | 2017-11-05 06:00 | b',
    ]);
  });

  it('GoAlert: several assignments at once, on rules by weekday', () => {
    const schedule = {
      timezone: 'America/Chicago',
      layers: [
        { users: ['lead'], restrictions: [{ days: ['mon'], start: '08:00', end: '18:00' }] },
        { users: ['x', 'y'], rotation: { type: 'daily', start: '2026-06-01T12:00' } },
      ],
    };
    expect(rota(schedule, '2026-06-01T05:00Z', '2026-06-02T18:00Z')).toEqual([
      '2026-06-01 00:00 | 2026-06-01 08:00 | nobody',
      '2026-06-01 08:00 | 2026-06-01 12:00 | lead',
      '2026-06-01 12:00 | 2026-06-01 18:00 | lead+x',
      '2026-06-01 18:00 | 2026-06-02 12:00 | x',
      '2026-06-02 12:00 | 2026-06-02 13:00 | y',
    ]);
  });

  it('follows the sun: three desks by their own hours, in one zone of record', () => {
    const desk = (users: string[], start: string, end: string) => ({ users, restrictions: [{ start, end }] });
    const schedule = {
      timezone: 'Europe/London',
      layers: [
        desk(['lon'], '08:00', '16:00'),
        desk(['nyc'], '16:00', '00:00'),
        desk(['syd'], '00:00', '08:00'),
      ],
    };
    expect(rota(schedule, '2026-10-24T23:00Z', '2026-10-26T00:00Z')).toEqual([
      '2026-10-25 00:00 | 2026-10-25 08:00 | syd', // nine real hours
      '2026-10-25 08:00 | 2026-10-25 16:00 | lon',
      '2026-10-25 16:00 | 2026-10-26 00:00 | nyc',
    ]);
  });
});
