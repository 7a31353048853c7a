import { describe, expect, it } from 'vitest';
import type { EscalationNotice } from '../../../core/escalation/escalation-event.ts';
import { ladderOfLastResort } from '../../../core/escalation/ladder-of-last-resort.ts';
import {
  noticesOfRound,
  type PlannedRound,
  planRound,
  type RoundInput,
} from '../../../core/escalation/plan-round.ts';
import {
  audience,
  byHand,
  ladder,
  lateClock,
  minutes,
  nobody,
  someClock,
  someEscalation,
} from './some-escalation.ts';

const plan = (change: Partial<RoundInput> & { at: number }): PlannedRound => {
  const { at, ...rest } = change;
  return planRound({
    escalation: someEscalation(),
    ladder,
    clock: someClock(),
    audience,
    now: minutes(at),
    ...rest,
  });
};
const toldBy = (notices: readonly EscalationNotice[]) =>
  notices.map(({ userId, department, channel }) => `${userId ?? `@${department}`} ${channel}`);

describe('a round about a promise', () => {
  it('waits for the reminder without recording anything', () => {
    const round = plan({ at: 0 });
    expect(round).toMatchObject({ kind: 'wait', records: [], notices: [] });
    expect(round.next).toMatchObject({ round: 0, nextStepAt: minutes(90) });
  });

  it('reminds on the channels of the reminder alone, once, and looks again at the first late moment', () => {
    const round = plan({ at: 90 });
    expect(toldBy(round.notices)).toEqual(['ana email']);
    expect(round.records).toMatchObject([
      { type: 'escalation.reminded', beforeMinutes: 30, at: minutes(90), notices: round.notices },
    ]);
    expect(round.next).toMatchObject({ round: 1, remindedMinutes: [30] });
    expect(round.next.nextStepAt).toBe('2026-11-23T12:00:00.001Z');
    expect(plan({ at: 91, escalation: round.next })).toMatchObject({ kind: 'wait', notices: [] });
  });

  it('reminds again when the promise was given more time, and not when it was only paused', () => {
    const reminded = someEscalation({ remindedMinutes: [30], round: 1 });
    const longer = someClock({ dueAt: minutes(600) });
    const waits = plan({ at: 100, escalation: reminded, clock: longer });
    expect(waits.next.nextStepAt).toBe(minutes(570));
    expect(plan({ at: 570, escalation: waits.next, clock: longer })).toMatchObject({
      kind: 'notify',
      next: { remindedMinutes: [30] },
    });
    const resumed = someClock({ dueAt: minutes(320) });
    expect(plan({ at: 300, escalation: reminded, clock: resumed })).toMatchObject({ kind: 'wait' });
  });

  it('looks once a day while the promise is paused: a change of it wakes it', () => {
    const round = plan({ at: 0, clock: someClock({ state: 'paused', dueAt: null }) });
    expect(round).toMatchObject({ kind: 'wait', next: { nextStepAt: minutes(24 * 60) } });
  });

  it('climbs level by level, each with its wait, on the channels that each names', () => {
    const told: [number, string[]][] = [];
    let escalation = someEscalation();
    for (let at = 121; at <= 200; at++) {
      const round = plan({ at, escalation, clock: lateClock });
      escalation = round.next;
      if (round.kind === 'notify') told.push([at, toldBy(round.notices)]);
      if (round.kind === 'end') break;
    }
    expect(told).toEqual([
      [121, ['ana email', 'ana console']],
      [136, ['cleo email', 'cleo console']],
      [156, ['ida email']],
    ]);
    expect(escalation).toMatchObject({
      state: 'ended',
      toldUsers: ['ana', 'cleo', 'ida'],
      ended: { at: minutes(186), why: 'the last level was told and nobody has answered' },
    });
  });

  it('records a level that reaches nobody and tells the next one at once', () => {
    const round = plan({ at: 121, clock: lateClock, audience: { ...audience, assignee: null } });
    expect(round.records).toMatchObject([
      { type: 'escalation.notified', level: 0, tier: 'agent', notices: [] },
      { type: 'escalation.notified', level: 1, tier: 'lead', notices: round.notices },
    ]);
    expect(round.records[0]?.why).toContain('reached nobody');
    expect(toldBy(round.notices)).toEqual(['cleo email', 'cleo console']);
    expect(round.next).toMatchObject({ round: 1, told: { level: 1, at: minutes(121) } });
    expect(round.next.nextStepAt).toBe(minutes(141));
  });

  it('counts somebody without a contact on the channels of the level as nobody', () => {
    const phoneOnly = {
      ...audience,
      users: audience.users.map((user) => ({ ...user, contacts: [{ id: 'pager', channel: 'webhook' }] })),
    };
    const round = plan({ at: 121, clock: lateClock, audience: phoneOnly });
    expect(round.records.map(({ type }) => type)).toHaveLength(3);
    // The top may not reach nobody: then it is everyone, in whatever way they have.
    expect(toldBy(round.notices)).toEqual(['ana webhook', 'cleo webhook', 'ida webhook']);
    expect(round.notices[0]?.why).toBe('everyone: the top of the ladder reached nobody');
  });

  it('goes on waiting, and says so, where nobody at all can be reached', () => {
    const round = plan({ at: 121, clock: lateClock, audience: nobody });
    expect(round).toMatchObject({ kind: 'notify', notices: [], next: { told: { level: 2 } } });
    expect(round.records.at(-1)?.why).toContain('reached nobody');
  });

  it.each([
    ['met', someClock({ state: 'met', dueAt: null })],
    ['missed and answered', someClock({ state: 'missed', breachedAt: minutes(120) })],
    ['cancelled', someClock({ state: 'cancelled', dueAt: null })],
    ['gone', null],
  ])('ends when the promise is %s', (_what, clock) => {
    const round = plan({ at: 130, clock, escalation: someEscalation({ round: 1 }) });
    expect(round).toMatchObject({ kind: 'end', next: { state: 'ended', nextStepAt: null } });
    expect(round.records).toMatchObject([{ type: 'escalation.ended', at: minutes(130) }]);
  });

  it('has each contact told once, however many targets name the person', () => {
    const round = plan({
      at: 140,
      clock: lateClock,
      escalation: someEscalation({ told: { level: 0, at: minutes(121) } }),
    });
    expect(toldBy(round.notices)).toEqual(['cleo email', 'cleo console']);
    expect(round.notices[0]?.why).toBe('role lead');
  });

  it('carries at most 300 notices a round, and gives the others their turn when the level is told again', () => {
    const many = Array.from({ length: 500 }, (_, index) => ({
      id: `lead-${index}`,
      tier: 'lead' as const,
      contacts: [{ id: 'mail', channel: 'email' }],
    }));
    const repeating = { ...ladder, levels: [ladder.levels[1]!], repeatLastMinutes: 15 };
    const crowd = { ...audience, users: many };
    const first = plan({ at: 121, clock: lateClock, audience: crowd, ladder: repeating });
    const second = plan({
      at: 141,
      clock: lateClock,
      audience: crowd,
      ladder: repeating,
      escalation: first.next,
    });
    expect([first.notices.length, second.notices.length]).toEqual([300, 300]);
    const told = new Set([...first.notices, ...second.notices].map(({ userId }) => userId));
    expect(told.size).toBe(500);
  });
});

describe('a round by hand', () => {
  const manual = (to: Parameters<typeof byHand>[0], level = 0) =>
    someEscalation({ cause: byHand(to), manual: { level, at: minutes(0) } });

  it('to a rung begins there, without a breach', () => {
    const round = plan({ at: 0, clock: null, escalation: manual({ tier: 'lead' }, 1) });
    expect(round.records).toMatchObject([{ level: 1, tier: 'lead', why: 'escalated by ana' }]);
    expect(round.next.nextStepAt).toBe(minutes(20));
  });

  it('to a person tells them in every way, then climbs from above the agent', () => {
    const first = plan({ at: 0, clock: null, escalation: manual({ user: 'ida' }) });
    expect(toldBy(first.notices)).toEqual(['ida email', 'ida console', 'ida webhook']);
    expect(first.notices[0]?.why).toBe('named by ana');
    expect(first.records).toMatchObject([{ type: 'escalation.notified', tier: 'person' }]);
    expect(first.next).toMatchObject({
      round: 1,
      nextStepAt: minutes(15),
      manual: { level: 1, at: minutes(15) },
    });
    const second = plan({ at: 15, clock: null, escalation: first.next });
    expect(second.records).toMatchObject([{ level: 1, tier: 'lead' }]);
  });

  it('to a department mails it, then climbs from above the agent', () => {
    const first = plan({ at: 0, clock: null, escalation: manual({ department: 'legal' }) });
    expect(first.notices).toEqual([
      { userId: null, department: 'legal', contactId: 'mail', channel: 'email', why: 'named by ana' },
    ]);
    expect(first.records).toMatchObject([{ tier: 'department' }]);
    expect(plan({ at: 15, clock: null, escalation: first.next }).records).toMatchObject([{ level: 1 }]);
  });

  it.each([{ user: 'gone' }, { department: 'gone' }])(
    'to %o, whom nobody can reach, climbs at once',
    (to) => {
      const round = plan({ at: 0, clock: null, escalation: manual(to) });
      expect(round.records).toMatchObject([
        { level: -1, notices: [] },
        { level: 1, notices: round.notices },
      ]);
      expect(toldBy(round.notices)).toEqual(['cleo email', 'cleo console']);
      expect(round.next).toMatchObject({ round: 1, told: { level: 1 } });
    },
  );

  it('without a ladder goes to leads, then to everyone every quarter of an hour, without end', () => {
    const told: [number, number][] = [];
    let escalation = manual({ tier: 'lead' });
    for (let at = 0; at <= 60; at++) {
      const round = plan({ at, clock: null, escalation, ladder: ladderOfLastResort });
      escalation = round.next;
      if (round.kind === 'notify') told.push([at, new Set(round.notices.map(({ userId }) => userId)).size]);
    }
    expect(told).toEqual([
      [0, 1],
      [15, 3],
      [30, 3],
      [45, 3],
      [60, 3],
    ]);
  });

  it('is not ended by a promise', () => {
    const kept = someClock({ state: 'met' });
    expect(plan({ at: 0, clock: kept, escalation: manual({ tier: 'lead' }, 1) }).kind).toBe('notify');
  });
});

describe('a round that is asked for again', () => {
  it.each<[string, Partial<RoundInput> & { at: number }]>([
    ['a reminder', { at: 90 }],
    ['a level', { at: 121, clock: lateClock }],
    [
      'a level after one with nobody',
      { at: 121, clock: lateClock, audience: { ...audience, assignee: null } },
    ],
    [
      'a person by name',
      {
        at: 0,
        clock: null,
        escalation: someEscalation({ cause: byHand({ user: 'ida' }), manual: { level: 0, at: minutes(0) } }),
      },
    ],
    [
      'a department',
      {
        at: 0,
        clock: null,
        escalation: someEscalation({
          cause: byHand({ department: 'legal' }),
          manual: { level: 0, at: minutes(0) },
        }),
      },
    ],
    [
      'everyone',
      {
        at: 0,
        clock: null,
        ladder: ladderOfLastResort,
        escalation: someEscalation({ cause: byHand({ tier: 'head' }), manual: { level: 1, at: minutes(0) } }),
      },
    ],
  ])('for %s gives the same notices', (_what, given) => {
    const { at, ...rest } = given;
    const input: RoundInput = {
      escalation: someEscalation(),
      ladder,
      clock: someClock(),
      audience,
      now: minutes(at),
      ...rest,
    };
    const round = planRound(input);
    expect(round.notices.length).toBeGreaterThan(0);
    expect(noticesOfRound({ ...input, escalation: round.next })).toEqual(round.notices);
  });
});
