import { describe, expect, it } from 'vitest';
import { onCall } from '../../../core/oncall/on-call.ts';
import { aSchedule, utc } from './a-schedule.ts';

/** Instant (UTC) and who must be on call, worked out by hand. */
type Table = [at: string, users: string[]][];

function holds(written: unknown, table: Table) {
  const schedule = aSchedule(written);
  for (const [at, users] of table) {
    expect({ at, onCall: onCall(schedule, utc(at)).onCall }).toEqual({ at, onCall: users });
  }
}

const rotating = (timezone: string, type: string, start: string, rest: object = {}, length = 1) => ({
  timezone,
  layers: [{ users: ['ana', 'ben', 'cy'], rotation: { type, length, start }, ...rest }],
});

describe('a rotation', () => {
  it('hands over weekly at the same local hour through both changes of the clocks in New York', () => {
    holds(rotating('America/New_York', 'weekly', '2026-03-02T09:00'), [
      ['2026-03-02T13:59:59.999Z', []],
      ['2026-03-02T14:00:00Z', ['ana']],
      ['2026-03-09T12:59:59.999Z', ['ana']], // clocks went forward on the 8th: 09:00 is 13:00Z from here
      ['2026-03-09T13:00:00Z', ['ben']],
      ['2026-03-16T13:00:00Z', ['cy']],
      ['2026-10-26T12:59:59.999Z', ['ana']], // turn 33 began on 19 October, and 33 is a multiple of 3
      ['2026-10-26T13:00:00Z', ['ben']],
      ['2026-11-02T13:59:59.999Z', ['ben']], // clocks went back on 1 November
      ['2026-11-02T14:00:00Z', ['cy']],
    ]);
  });

  it('keeps 12-hour turns at 08:00 and 20:00 local, however the clocks change', () => {
    const schedule = {
      timezone: 'Europe/London',
      layers: [
        { users: ['day', 'night'], rotation: { type: 'hourly', length: 12, start: '2026-01-01T08:00' } },
      ],
    };
    holds(schedule, [
      ['2026-01-01T08:00Z', ['day']],
      ['2026-01-01T20:00Z', ['night']],
      ['2026-07-01T06:59Z', ['night']],
      ['2026-07-01T07:00Z', ['day']],
      ['2026-07-01T18:59Z', ['day']],
      ['2026-07-01T19:00Z', ['night']],
      ['2026-12-01T08:00Z', ['day']],
    ]);
  });

  it('hands over an hour that does not exist at the moment the clock jumps, and its people keep their place', () => {
    holds(rotating('America/New_York', 'hourly', '2026-03-08T00:00'), [
      ['2026-03-08T05:00Z', ['ana']], // 00:00 to 01:00
      ['2026-03-08T06:00Z', ['ben']], // 01:00 to 02:00
      ['2026-03-08T06:59:59.999Z', ['ben']],
      ['2026-03-08T07:00Z', ['ana']], // 03:00; cy's hour, 02:00 to 03:00, did not take place
    ]);
    holds(rotating('America/New_York', 'daily', '2026-03-07T02:30'), [
      ['2026-03-08T06:59:59.999Z', ['ana']],
      ['2026-03-08T07:00Z', ['ben']], // 02:30 is jumped over: 03:00 EDT
      ['2026-03-09T06:29:59.999Z', ['ben']],
      ['2026-03-09T06:30Z', ['cy']], // and 02:30 again the day after
    ]);
  });

  it('hands over an hour that comes twice at its first time, and never hands back', () => {
    holds(rotating('America/New_York', 'hourly', '2026-11-01T00:00'), [
      ['2026-11-01T04:00Z', ['ana']],
      ['2026-11-01T05:00Z', ['ben']], // 01:00 EDT
      ['2026-11-01T06:00Z', ['ben']], // 01:00 EST
      ['2026-11-01T06:59:59.999Z', ['ben']],
      ['2026-11-01T07:00Z', ['cy']],
    ]);
    holds(rotating('America/New_York', 'daily', '2026-10-31T01:30'), [
      ['2026-11-01T05:29:59.999Z', ['ana']],
      ['2026-11-01T05:30Z', ['ben']], // 01:30 EDT
      ['2026-11-01T06:10Z', ['ben']], // 01:10 EST: the hand-off has passed
      ['2026-11-02T06:30Z', ['cy']],
    ]);
  });

  it('counts monthly turns from the start, so that the 31st clamps and does not drift', () => {
    holds(rotating('Europe/Paris', 'monthly', '2024-01-31T09:00'), [
      ['2024-01-31T08:00Z', ['ana']],
      ['2024-02-29T07:59:59.999Z', ['ana']],
      ['2024-02-29T08:00Z', ['ben']], // a leap year
      ['2024-03-31T06:59:59.999Z', ['ben']],
      ['2024-03-31T07:00Z', ['cy']], // the 31st again, and summer time since that morning
      ['2024-04-30T07:00Z', ['ana']],
      ['2025-02-28T08:00Z', ['ben']],
    ]);
    holds(rotating('UTC', 'monthly', '2026-01-15T00:00', {}, 3), [
      ['2026-04-14T23:59Z', ['ana']],
      ['2026-04-15T00:00Z', ['ben']],
      ['2026-07-15T00:00Z', ['cy']],
      ['2027-01-15T00:00Z', ['ben']],
    ]);
  });

  it('takes a start with Z or an offset as that instant, then keeps its local hour', () => {
    for (const start of ['2026-03-02T14:00:00Z', '2026-03-02T15:00+01:00', '2026-03-02T09:00']) {
      holds(rotating('America/New_York', 'weekly', start), [
        ['2026-03-02T13:59Z', []],
        ['2026-03-02T14:00Z', ['ana']],
        ['2026-03-09T13:00Z', ['ben']],
      ]);
    }
  });

  it('repeats users that are listed more than once, and keeps groups together', () => {
    const layers = [
      { users: ['ana', 'ana', ['ben', 'cy']], rotation: { type: 'daily', start: '2026-01-01T00:00' } },
    ];
    holds({ timezone: 'UTC', layers }, [
      ['2026-01-01T12:00Z', ['ana']],
      ['2026-01-02T12:00Z', ['ana']],
      ['2026-01-03T12:00Z', ['ben', 'cy']],
      ['2026-01-04T12:00Z', ['ana']],
    ]);
  });

  it('is on duty for the first shiftMinutes of each turn only, by the wall clock', () => {
    holds(rotating('Europe/London', 'daily', '2026-03-27T20:00', { shiftMinutes: 720 }), [
      ['2026-03-27T20:00Z', ['ana']],
      ['2026-03-28T07:59:59.999Z', ['ana']],
      ['2026-03-28T08:00Z', []],
      ['2026-03-28T20:00Z', ['ben']],
      ['2026-03-29T06:59:59.999Z', ['ben']], // 08:00 BST: an hour of the night did not take place
      ['2026-03-29T07:00Z', []],
      ['2026-03-29T19:00Z', ['cy']],
    ]);
  });

  it('ends at until, exclusive, and has nobody before its start', () => {
    holds(rotating('UTC', 'daily', '2026-01-01T00:00', { until: '2026-01-02T12:00' }), [
      ['2025-12-31T23:59:59.999Z', []],
      ['2026-01-02T11:59:59.999Z', ['ben']],
      ['2026-01-02T12:00Z', []],
    ]);
  });

  it('does not exist on a day that a zone skips', () => {
    holds(rotating('Pacific/Apia', 'daily', '2011-12-28T09:00'), [
      ['2011-12-28T19:00Z', ['ana']], // 28th 09:00, UTC-10
      ['2011-12-29T19:00Z', ['ben']], // 29th 09:00
      ['2011-12-30T09:59:59.999Z', ['ben']], // 29th 23:59:59
      ['2011-12-30T10:00Z', ['cy']], // 31st 00:00, UTC+14: the 30th's 09:00 was jumped over
      ['2011-12-30T18:59:59.999Z', ['cy']],
      ['2011-12-30T19:00Z', ['ana']], // 31st 09:00
    ]);
  });

  it('stays right a century on and with the longest length', () => {
    holds(rotating('UTC', 'daily', '2026-01-01T00:00'), [['2126-01-01T00:00Z', ['cy']]]); // 36,524 days
    holds(rotating('UTC', 'monthly', '2026-01-01T00:00', {}, 9000), [['2126-01-01T00:00Z', ['ana']]]);
  });
});

describe('restrictions', () => {
  const restricted = (timezone: string, restrictions: object[]) => ({
    timezone,
    layers: [{ users: ['ana'], restrictions }],
  });

  it('cover local hours, start inclusive and end exclusive', () => {
    holds(restricted('America/New_York', [{ days: ['mon', 'tue'], start: '09:00', end: '17:00' }]), [
      ['2026-11-23T13:59:59.999Z', []], // Monday
      ['2026-11-23T14:00Z', ['ana']],
      ['2026-11-23T21:59:59.999Z', ['ana']],
      ['2026-11-23T22:00Z', []],
      ['2026-11-25T15:00Z', []], // Wednesday
    ]);
  });

  it('that run over midnight belong to the day they start', () => {
    holds(restricted('UTC', [{ days: ['fri'], start: '20:00', end: '08:00' }]), [
      ['2026-11-20T07:00Z', []], // Friday morning is Thursday's night
      ['2026-11-20T19:59Z', []],
      ['2026-11-20T20:00Z', ['ana']],
      ['2026-11-21T07:59:59.999Z', ['ana']], // Saturday morning is Friday's
      ['2026-11-21T08:00Z', []],
      ['2026-11-21T21:00Z', []],
    ]);
  });

  it('with one time for start and end last a whole day from it', () => {
    holds(restricted('UTC', [{ days: ['sat'], start: '09:00', end: '09:00' }]), [
      ['2026-11-21T08:59Z', []],
      ['2026-11-21T09:00Z', ['ana']],
      ['2026-11-22T08:59:59.999Z', ['ana']],
      ['2026-11-22T09:00Z', []],
    ]);
    holds(restricted('UTC', [{ days: [0], start: '00:00', end: '24:00' }]), [
      ['2026-11-21T23:59Z', []],
      ['2026-11-22T00:00Z', ['ana']],
      ['2026-11-22T23:59:59.999Z', ['ana']],
      ['2026-11-23T00:00Z', []],
    ]);
  });

  it('add up, and without days hold on every day', () => {
    const both = [
      { start: '09:00', end: '12:00' },
      { days: ['Sunday', 6], start: '11:00', end: '13:00' },
    ];
    holds(restricted('UTC', both), [
      ['2026-11-20T11:30Z', ['ana']],
      ['2026-11-20T12:30Z', []],
      ['2026-11-21T12:30Z', ['ana']],
      ['2026-11-22T12:30Z', ['ana']],
    ]);
  });

  it('without times last whole days, by the clock on the wall', () => {
    holds(restricted('Europe/London', [{ days: ['sun'] }]), [
      ['2026-10-24T22:59:59.999Z', []],
      ['2026-10-24T23:00Z', ['ana']], // 25 hours: the clocks go back
      ['2026-10-25T23:59:59.999Z', ['ana']],
      ['2026-10-26T00:00Z', []],
    ]);
  });

  it('may be written to the second', () => {
    holds(restricted('UTC', [{ start: '08:00:30', end: '23:59:59' }]), [
      ['2026-11-21T08:00:29.999Z', []],
      ['2026-11-21T08:00:30Z', ['ana']],
      ['2026-11-21T23:59:58.999Z', ['ana']],
      ['2026-11-21T23:59:59Z', []],
    ]);
  });

  it('meet without gap or overlap where an hour comes twice', () => {
    const layers = [
      { users: ['late'], restrictions: [{ start: '13:30', end: '01:30' }] },
      { users: ['early'], restrictions: [{ start: '01:30', end: '13:30' }] },
    ];
    holds({ timezone: 'America/New_York', layers }, [
      ['2026-11-01T05:29:59.999Z', ['late']],
      ['2026-11-01T05:30Z', ['early']], // the first 01:30
      ['2026-11-01T06:15Z', ['early']], // the second 01:15
      ['2026-11-01T06:45Z', ['early']],
      ['2026-11-01T18:30Z', ['late']],
    ]);
  });

  it('start at the first moment of a day whose midnight does not exist', () => {
    holds(restricted('America/Sao_Paulo', [{ days: ['sun'], start: '00:00', end: '06:00' }]), [
      ['2018-11-04T02:59:59.999Z', []], // Saturday 23:59:59, UTC-3
      ['2018-11-04T03:00Z', ['ana']], // Sunday 01:00, UTC-2
      ['2018-11-04T07:59:59.999Z', ['ana']],
      ['2018-11-04T08:00Z', []],
    ]);
  });
});

describe('layers', () => {
  it('of equal priority are on together, in their order and without duplicates', () => {
    holds({ timezone: 'UTC', layers: [{ users: ['ben', 'ana'] }, { users: ['ana', 'cy'] }] }, [
      ['2026-01-01T00:00Z', ['ben', 'ana', 'cy']],
    ]);
  });

  it('of higher priority cover lower ones, while they have somebody', () => {
    const layers = [
      { name: 'Base', users: ['ana'] },
      { name: 'Days', users: ['ben'], priority: 5, restrictions: [{ start: '09:00', end: '17:00' }] },
      { name: 'Low', users: ['cy'], priority: -1 },
    ];
    holds({ timezone: 'UTC', layers }, [
      ['2026-01-01T08:59Z', ['ana']],
      ['2026-01-01T09:00Z', ['ben']],
      ['2026-01-01T17:00Z', ['ana']],
    ]);
  });

  it('say why somebody is on call, and why nobody is', () => {
    const schedule = aSchedule({
      timezone: 'UTC',
      layers: [
        { name: 'Days', users: ['ana'], restrictions: [{ start: '09:00', end: '17:00' }] },
        { users: ['ben'], until: '2026-01-01' },
      ],
    });
    expect(onCall(schedule, utc('2026-02-01T10:00Z')).why).toBe('layer Days: ana');
    expect(onCall(schedule, utc('2026-02-01T18:00Z')).why).toBe(
      'nobody: layer Days is outside its restrictions; layer 2 has ended',
    );
    expect(onCall(aSchedule({ timezone: 'UTC', layers: [] }), 0).why).toBe(
      'nobody: the schedule has no layers',
    );
  });
});

describe('overrides', () => {
  const overridden = (overrides: object[], rest: object = {}) => ({
    timezone: 'Europe/London',
    layers: [{ name: 'All', users: ['ana', 'ben'] }],
    overrides,
    ...rest,
  });

  it('add, remove and replace from inclusive to exclusive', () => {
    const overrides = [
      { from: '2026-06-01T09:00', to: '2026-06-01T10:00', add: ['cy'] },
      { from: '2026-06-02T09:00', to: '2026-06-02T10:00', remove: ['ana'] },
      { from: '2026-06-03T09:00', to: '2026-06-03T10:00', remove: ['ana'], add: ['cy'] },
      { from: '2026-06-04T09:00Z', to: '2026-06-04T10:00Z', remove: ['ana', 'ben'] },
    ];
    holds(overridden(overrides), [
      ['2026-06-01T07:59:59.999Z', ['ana', 'ben']],
      ['2026-06-01T08:00Z', ['ana', 'ben', 'cy']],
      ['2026-06-01T09:00Z', ['ana', 'ben']],
      ['2026-06-02T08:00Z', ['ben']],
      ['2026-06-03T08:00Z', ['ben', 'cy']],
      ['2026-06-04T08:59Z', ['ana', 'ben']],
      ['2026-06-04T09:00Z', []],
    ]);
  });

  it('are applied in the order of the list', () => {
    const during = { from: '2026-06-01', to: '2026-06-02' };
    const overrides = [
      { ...during, remove: ['ana'], add: ['cy'] },
      { ...during, remove: ['cy'], add: ['dee'] },
    ];
    holds(overridden(overrides), [['2026-06-01T12:00Z', ['ben', 'dee']]]);
  });

  it('are named in why', () => {
    const schedule = aSchedule(
      overridden([{ from: '2026-06-01', to: '2026-06-02', remove: ['ana', 'ben'] }]),
    );
    expect(onCall(schedule, utc('2026-06-01T12:00Z')).why).toBe(
      'nobody: layer All: ana, ben; override 2026-06-01 to 2026-06-02 removes ana, ben',
    );
  });

  it('that replace put somebody on only in the place of somebody, and say so', () => {
    const layers = [{ users: ['ana', 'ben'], rotation: { type: 'daily', start: '2026-06-01T09:00' } }];
    const day = { from: '2026-06-02T00:00', to: '2026-06-03T00:00' };
    const written = overridden([{ ...day, remove: ['ana', 'zoe'], add: ['cy'] }], { layers });
    holds(written, [
      ['2026-06-01T22:59:59.999Z', ['ana']],
      ['2026-06-01T23:00Z', ['cy']],
      ['2026-06-02T07:59:59.999Z', ['cy']],
      ['2026-06-02T08:00Z', ['ben']], // Cy took Ana's duty, and Ana's has ended
    ]);
    expect(onCall(aSchedule(written), utc('2026-06-02T12:00Z')).why).toBe(
      'layer 1: ben; override 2026-06-02T00:00 to 2026-06-03T00:00 replaces nobody: ana, zoe not on duty',
    );
    holds(overridden([{ ...day, remove: ['ana'], add: ['cy'] }], { layers: [] }), [
      ['2026-06-02T12:00Z', []],
    ]);
  });

  it('that add need nobody to be there, nor mind who is', () => {
    const written = overridden([{ from: '2026-06-02', to: '2026-06-03', add: ['cy', 'ana'] }], {
      layers: [{ name: 'Days', users: ['ana'], restrictions: [{ start: '09:00', end: '17:00' }] }],
    });
    holds(written, [
      ['2026-06-02T06:00Z', ['cy', 'ana']],
      ['2026-06-02T12:00Z', ['ana', 'cy']],
    ]);
    expect(onCall(aSchedule(written), utc('2026-06-02T06:00Z')).why).toBe(
      'layer Days is outside its restrictions; override 2026-06-02 to 2026-06-03 adds cy, ana',
    );
  });

  it('that remove take one of two who are on together, and nobody who is not on', () => {
    const written = overridden([{ from: '2026-06-02', to: '2026-06-03', remove: ['ben', 'zoe'] }], {
      layers: [{ users: [['ana', 'ben'], 'cy'], rotation: { type: 'daily', start: '2026-06-02' } }],
    });
    holds(written, [['2026-06-02T06:00Z', ['ana']]]);
  });
});

describe('a temporary schedule', () => {
  const temporarily = (temporary: object[], overrides: object[] = []) => ({
    timezone: 'Europe/London',
    layers: [{ name: 'All', users: ['ana', 'ben'] }],
    overrides,
    temporary,
  });
  const shift = (user: string, from: string, to: string) => ({ user, from, to });

  it('replaces layers and overrides for all of its time', () => {
    const temporary = [
      {
        from: '2026-06-01T00:00',
        to: '2026-06-08T00:00',
        shifts: [
          { user: 'dee', from: '2026-06-01T00:00', to: '2026-06-03T00:00' },
          { user: 'eli', from: '2026-06-02T12:00', to: '2026-06-05T00:00' },
        ],
      },
    ];
    const overrides = [{ from: '2026-06-02T18:00', to: '2026-06-02T20:00', remove: ['dee'], add: ['fay'] }];
    const during = { from: '2026-05-31T00:00', to: '2026-06-10T00:00', remove: ['ana'] };
    holds(temporarily(temporary, [...overrides, during]), [
      ['2026-05-31T22:59:59.999Z', ['ben']],
      ['2026-05-31T23:00Z', ['dee']],
      ['2026-06-02T11:00Z', ['dee', 'eli']],
      ['2026-06-02T17:00Z', ['dee', 'eli']],
      ['2026-06-02T19:00Z', ['dee', 'eli']],
      ['2026-06-03T12:00Z', ['eli']],
      ['2026-06-06T12:00Z', []],
      ['2026-06-07T23:00Z', ['ben']],
    ]);
  });

  it('names in why the overrides that do not count meanwhile', () => {
    const day = { from: '2026-06-01', to: '2026-06-02' };
    const schedule = aSchedule(
      temporarily([{ ...day, shifts: [shift('dee', day.from, day.to)] }], [{ ...day, add: ['fay'] }]),
    );
    expect(onCall(schedule, utc('2026-06-01T12:00Z'))).toEqual({
      onCall: ['dee'],
      why: 'temporary schedule 2026-06-01 to 2026-06-02: dee; override 2026-06-01 to 2026-06-02 does not count meanwhile',
    });
  });

  it('cuts off what of a shift reaches outside it', () => {
    const shifts = [shift('dee', '2026-05-31', '2026-06-03')];
    holds(temporarily([{ from: '2026-06-01', to: '2026-06-02', shifts }]), [
      ['2026-05-31T22:59:59.999Z', ['ana', 'ben']],
      ['2026-05-31T23:00Z', ['dee']],
      ['2026-06-01T23:00Z', ['ana', 'ben']],
    ]);
  });

  it('that overlaps another is in force together with it', () => {
    const first = {
      from: '2026-06-01',
      to: '2026-06-03',
      shifts: [shift('dee', '2026-06-01', '2026-06-03')],
    };
    const second = {
      from: '2026-06-02',
      to: '2026-06-04',
      shifts: [shift('eli', '2026-06-02', '2026-06-03')],
    };
    holds(temporarily([first, second]), [
      ['2026-06-01T12:00Z', ['dee']],
      ['2026-06-02T12:00Z', ['dee', 'eli']],
      ['2026-06-03T12:00Z', []],
      ['2026-06-04T12:00Z', ['ana', 'ben']],
    ]);
  });
});
