import { describe, expect, it } from 'vitest';
import { answerSwap } from '../../../core/oncall/answer-swap.ts';
import { onCall } from '../../../core/oncall/on-call.ts';
import { requestSwap, swapRequestSchema } from '../../../core/oncall/request-swap.ts';
import { type SwapAnswer, swapStateAt } from '../../../core/oncall/swap.ts';
import { overridesOf, withSwap } from '../../../core/oncall/with-swap.ts';
import { aSchedule, utc } from './a-schedule.ts';

const weekly = (users: unknown[], rest: object = {}) =>
  aSchedule({
    timezone: 'Europe/London',
    layers: [{ name: 'Week', users, rotation: { type: 'weekly', start: '2026-01-05T09:00' } }],
    ...rest,
  });
/** ana has the weeks from 5 January, ben those from 12 January, cy those from 19 January. */
const schedules = { first: weekly(['ana', 'ben', 'cy']), second: weekly(['dee', 'eli', 'ana']) };
const now = utc('2026-01-01T00:00Z');

const week = (from: string, to: string, schedule = 'first') => ({ schedule, from, to });
const anasWeek = week('2026-01-05T09:00', '2026-01-12T09:00');
const bensWeek = week('2026-01-12T09:00', '2026-01-19T09:00');

function ask(request: object, by = 'ana', at = now, over: Parameters<typeof requestSwap>[0] = schedules) {
  return requestSwap(over, swapRequestSchema.parse(request), { id: 's1', by, at });
}
const answer = (swap: ReturnType<typeof ask>, as: SwapAnswer, by: string, at = now + 1) =>
  answerSwap(schedules, swap, { as, by, at });

describe('a swap', () => {
  it('waits for the other person, who changes places by accepting it', () => {
    const asked = ask({ askedOf: 'ben', gives: anasWeek, takes: bensWeek });
    expect(swapStateAt(asked, now)).toBe('requested');
    const accepted = answer(asked, 'accepted', 'ben');
    expect(swapStateAt(accepted, now + 1)).toBe('accepted');
    expect(accepted.answered).toEqual({ as: 'accepted', by: 'ben', at: '2026-01-01T00:00:00.001Z' });

    const { first } = withSwap(schedules, accepted);
    if (first === undefined) throw new Error('first is a schedule');
    expect(onCall(first, utc('2026-01-06T00:00Z'))).toEqual({
      onCall: ['ben'],
      why:
        'layer Week: ana; override by ana and ben 2026-01-05T09:00:00.000Z to 2026-01-12T09:00:00.000Z ' +
        'removes ana and adds ben',
    });
    expect(onCall(first, utc('2026-01-13T00:00Z')).onCall).toEqual(['ana']);
    expect(onCall(first, utc('2026-01-20T00:00Z')).onCall).toEqual(['cy']);
  });

  it('may be of a part of a shift, and of one shift alone, asked for or offered', () => {
    const hours = week('2026-01-06T18:00', '2026-01-07T02:00');
    expect(overridesOf(ask({ askedOf: 'ben', gives: hours }))).toMatchObject([
      { scheduleId: 'first', override: { remove: ['ana'], add: ['ben'], from: '2026-01-06T18:00:00.000Z' } },
    ]);
    expect(overridesOf(ask({ askedOf: 'ana', takes: hours }, 'ben'))).toMatchObject([
      { scheduleId: 'first', override: { remove: ['ana'], add: ['ben'] } },
    ]);
  });

  it('changes roles at one time over two schedules, where neither alone would do', () => {
    const second = week('2026-01-05T09:00', '2026-01-12T09:00', 'second');
    expect(() => ask({ askedOf: 'dee', gives: anasWeek })).toThrow(
      /gives\.from: would put dee on call twice: they have "second" at 2026-01-05T09:00:00\.000Z; swap that/,
    );
    const accepted = answer(ask({ askedOf: 'dee', gives: anasWeek, takes: second }), 'accepted', 'dee');
    const after = withSwap(schedules, accepted);
    const who = Object.values(after).map((schedule) => onCall(schedule, utc('2026-01-06T00:00Z')).onCall);
    expect(who).toEqual([['dee'], ['ana']]);
  });

  it.each([
    ['a shift of somebody else', { askedOf: 'ben', gives: bensWeek }, /ana is not on call at 2026-01-12T09/],
    [
      'more than a shift',
      { askedOf: 'cy', gives: week('2026-01-05T09:00', '2026-01-12T09:01') },
      /ana is not on call at 2026-01-12T09:00/,
    ],
    [
      'a shift that has begun',
      { askedOf: 'ben', gives: week('2025-12-29T09:00', '2026-01-02T09:00') },
      /gives\.from: has begun/,
    ],
    ['nothing', { askedOf: 'ben' }, /gives: nothing is swapped/],
    ['a swap with oneself', { askedOf: 'ana', gives: anasWeek }, /askedOf: is the one who asks/],
    [
      'an unknown schedule',
      { askedOf: 'ben', gives: week('2026-01-05', '2026-01-06', 'frist') },
      /gives\.schedule: there is no schedule "frist"; did you mean "first"/,
    ],
    [
      'an inverted time',
      { askedOf: 'ben', gives: week('2026-01-07', '2026-01-06') },
      /gives\.to: is not after from/,
    ],
    [
      'a time that is none',
      { askedOf: 'ben', takes: week('soon', '2026-01-06') },
      /takes\.from: "soon" is not a time; write/,
    ],
    [
      'a year',
      { askedOf: 'ben', gives: week('2026-01-05', '2027-01-05') },
      /gives\.to: is more than 92 days/,
    ],
  ])('refuses %s', (_, request, message) => {
    expect(() => ask(request)).toThrow(message);
  });

  it('refuses one who is on together with the giver, and a time in a temporary schedule', () => {
    const pair = { first: weekly([['ana', 'ben'], 'cy']) };
    expect(() => ask({ askedOf: 'ben', gives: anasWeek }, 'ana', now, pair)).toThrow(/ben is on call too at/);
    const span = { from: '2026-01-06', to: '2026-01-08' };
    const temporary = [{ ...span, shifts: [{ user: 'ana', ...span }] }];
    const replaced = { first: weekly(['ana', 'ben'], { temporary }) };
    expect(() => ask({ askedOf: 'cy', gives: anasWeek }, 'ana', now, replaced)).toThrow(
      /temporary schedule, in which no swap counts; change its shifts/,
    );
  });

  it('is refused from the instant on at which its shift begins', () => {
    const begin = utc('2026-01-05T09:00Z');
    expect(ask({ askedOf: 'ben', gives: anasWeek }, 'ana', begin - 1).expiresAt).toBe(
      '2026-01-05T09:00:00.000Z',
    );
    expect(() => ask({ askedOf: 'ben', gives: anasWeek }, 'ana', begin)).toThrow(/gives\.from: has begun/);
  });

  it('is refused of a shift that a gap interrupts', () => {
    const days = { layers: [{ users: ['ana'], restrictions: [{ start: '09:00', end: '17:00' }] }] };
    const first = aSchedule({ timezone: 'Europe/London', ...days });
    const gives = week('2026-01-06T12:00', '2026-01-07T12:00');
    expect(() => ask({ askedOf: 'ben', gives }, 'ana', now, { first })).toThrow(
      /gives\.from: ana is not on call at 2026-01-06T17:00:00\.000Z; name a time within one of their shifts/,
    );
  });

  it('may pass on what was taken over in another', () => {
    const taken = withSwap(schedules, answer(ask({ askedOf: 'ben', gives: anasWeek }), 'accepted', 'ben'));
    const passed = ask({ askedOf: 'cy', gives: anasWeek }, 'ben', now + 2, taken);
    const { first } = withSwap(taken, answerSwap(taken, passed, { as: 'accepted', by: 'cy', at: now + 3 }));
    if (first === undefined) throw new Error('first is a schedule');
    expect(onCall(first, utc('2026-01-06T00:00Z')).onCall).toEqual(['cy']);
    // And back to whom it came from.
    const back = ask({ askedOf: 'ana', gives: anasWeek }, 'cy', now + 4, { first });
    expect(answerSwap({ first }, back, { as: 'accepted', by: 'ana', at: now + 5 }).answered?.as).toBe(
      'accepted',
    );
  });

  it('is answered by those whose consent it needs, once', () => {
    const asked = ask({ askedOf: 'ben', gives: anasWeek });
    for (const [as, by] of [
      ['accepted', 'ana'],
      ['accepted', 'cy'],
      ['declined', 'ana'],
      ['withdrawn', 'ben'],
    ] as const)
      expect(() => answer(asked, as, by)).toThrow(
        expect.objectContaining({ kind: 'forbidden', code: 'swap.not-yours' }),
      );
    const done = [
      answer(asked, 'accepted', 'ben'),
      answer(asked, 'declined', 'ben'),
      answer(asked, 'withdrawn', 'ana'),
    ];
    expect(done.map((swap) => swapStateAt(swap, now + 1))).toEqual(['accepted', 'declined', 'withdrawn']);
    for (const swap of done) {
      expect(() => answer(swap, 'accepted', 'ben')).toThrow(
        expect.objectContaining({ kind: 'conflict', code: 'swap.closed' }),
      );
      expect(() => answer(swap, 'withdrawn', 'ana')).toThrow(
        /has (accepted|declined|withdrawn) it at 2026-01-01/,
      );
      // What was answered in time does not expire.
      expect(swapStateAt(swap, utc('2030-01-01T00:00Z'))).toBe(swap.answered?.as);
    }
  });

  it('expires at the instant at which the first of its shifts begins', () => {
    const asked = ask({ askedOf: 'ana', gives: bensWeek, takes: anasWeek }, 'ben');
    const begin = utc('2026-01-05T09:00Z');
    expect(asked.expiresAt).toBe('2026-01-05T09:00:00.000Z');
    expect([swapStateAt(asked, begin - 1), swapStateAt(asked, begin)]).toEqual(['requested', 'expired']);
    expect(answer(asked, 'accepted', 'ana', begin - 1).answered?.as).toBe('accepted');
    for (const [as, by] of [
      ['accepted', 'ana'],
      ['withdrawn', 'ben'],
    ] as const)
      expect(() => answer(asked, as, by, begin)).toThrow(/it expired at 2026-01-05T09:00:00\.000Z/);
  });

  it('is refused as a conflict when the shift went to somebody else in the meantime', () => {
    const [toBen, toCy] = ['ben', 'cy'].map((askedOf) => ask({ askedOf, gives: anasWeek }));
    if (toBen === undefined || toCy === undefined) throw new Error('both are asked');
    const after = withSwap(schedules, answer(toBen, 'accepted', 'ben'));
    expect(() => answerSwap(after, toCy, { as: 'accepted', by: 'cy', at: now + 2 })).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'swap.refused' }),
    );
    expect(answerSwap(after, toCy, { as: 'declined', by: 'cy', at: now + 2 }).answered?.as).toBe('declined');
  });

  it('cannot be laid over schedules of which one is gone', () => {
    const asked = ask({ askedOf: 'ben', gives: anasWeek });
    expect(() => withSwap({}, asked)).toThrow(/there is no schedule "first" any more/);
  });
});
