import { describe, expect, it } from 'vitest';
import { attainmentByClock, attainmentOf } from '../../../core/sla/attainment.ts';
import { replayClocks } from '../../../core/sla/clock-history.ts';
import type { ClockState } from '../../../core/sla/clock-state.ts';
import { countdownOf } from '../../../core/sla/countdown.ts';
import { demandsHandover } from '../../../core/sla/demand-handover.ts';
import { explainClock } from '../../../core/sla/explain-clock.ts';
import { previewRebase } from '../../../core/sla/rebase.ts';
import { december, policySet, Story, standard } from './story.ts';

const policies = policySet('v1', [standard]);
const fast = policySet('v2', [
  { ...standard, id: 'fast', targets: { ...standard.targets, 'first-reply': { normal: 30 } } },
]);
const { calendars } = policies;
const at = (text: string) => Date.parse(december(text));
const begun = () => new Story('21T09:00').inbound('21T09:00');
const firstReply = (story: Story, until: string | null = null) =>
  story.clock('first-reply', until) as ClockState;

describe('attainment', () => {
  it('counts open breaches at once, breaches for ever, and neither cancelled clocks nor ones without a target', () => {
    const met = firstReply(begun().reply('21T10:00'));
    const late = firstReply(begun(), '22T09:00');
    const missed = firstReply(begun().reply('22T10:00'));
    const spam = { type: 'case.marked-spam.v1', data: { reason: 'x' } } as const;
    const cancelled = firstReply(begun().add('21T10:00', 'agent', spam));
    const lateThenCancelled = firstReply(begun().add('22T10:00', 'agent', spam));
    const running = firstReply(begun());
    const aimless = { ...met, promise: { ...met.promise, targetMinutes: null } };
    expect(attainmentOf([met, late, missed, cancelled, lateThenCancelled, running, aimless])).toEqual({
      met: 1,
      breached: 3,
      undecided: 1,
      ratio: 0.25,
    });
    expect(attainmentOf([running]).ratio).toBeNull();
    expect(attainmentByClock([met]).map(({ clock }) => clock)).toEqual(['first-reply']);
  });
});

describe('a badge', () => {
  const shown = (story: Story, now: string) => {
    const clock = firstReply(story);
    const { colour, label, businessMs, wallMs } = countdownOf(clock, at(now), calendars);
    return [
      colour,
      label,
      businessMs === null ? null : businessMs / 60_000,
      wallMs === null ? null : wallMs / 60_000,
    ];
  };

  it('counts down in hours, minutes, and seconds near the end, then says how late it is', () => {
    expect(shown(begun(), '21T09:00')).toEqual(['green', '4 h 00 min', 240, 240]);
    expect(shown(begun(), '21T10:59:59.999')[0]).toBe('green');
    expect(shown(begun(), '21T11:00')[0]).toBe('amber');
    expect(shown(begun(), '21T12:12').slice(0, 2)).toEqual(['red', '48 min']);
    expect(shown(begun(), '21T12:55:51').slice(0, 2)).toEqual(['red', '4:09']);
    expect(shown(begun(), '21T13:00').slice(0, 2)).toEqual(['red', '0:00']);
    expect(shown(begun(), '21T13:12')).toEqual(['red', 'late 12 min', -12, -12]);
  });

  it('tells time left in business hours and on the wall, and when to look again', () => {
    const story = new Story('21T16:00').inbound('21T16:00');
    expect(shown(story, '21T20:00')).toEqual(['green', '3 h 00 min', 180, 960]);
    const badge = countdownOf(firstReply(story), at('21T16:30:20'), calendars);
    expect(
      countdownOf(firstReply(story), at('21T16:30:20') + (badge.refreshMs ?? 0) - 1, calendars).label,
    ).toBe(badge.label);
    expect(
      countdownOf(firstReply(story), at('21T16:30:20') + (badge.refreshMs ?? 0), calendars).label,
    ).not.toBe(badge.label);
    expect(countdownOf(firstReply(story), at('21T20:00'), calendars).isCounting).toBe(false);
  });

  it('shows paused, met, missed, cancelled and nothing to keep', () => {
    const of = (clock: Partial<ClockState>) => countdownOf(clock as ClockState, at('22T10:00'), calendars);
    expect(of(begun().status('21T10:00', 'pending').clock('agent-work'))).toMatchObject({
      colour: 'paused',
      label: 'paused, 9 h 00 min left',
    });
    expect(of(firstReply(begun().reply('21T10:00'))).colour).toBe('met');
    expect(of(firstReply(begun().reply('22T09:30'))).colour).toBe('missed');
    const aimless = replayClocks({
      history: begun().events,
      policies: policySet('v', [{ ...standard, targets: {} }]),
      until: null,
    });
    expect(of(aimless.clocks.clocks.find(({ clock }) => clock === 'first-reply') ?? {})).toMatchObject({
      colour: 'none',
      label: 'no target',
    });
  });
});

describe('an explanation', () => {
  it('has the sentence and the stretches that a person can add up', () => {
    const story = new Story('23T16:30').inbound('23T16:30');
    const { sentence, stretches, totalMs } = explainClock(firstReply(story), at('24T10:00'), calendars);
    expect(sentence).toBe(
      'first-reply 1 under standard (version v1), normal: 4 h in the hours of office; counted 1 h 30 min so far; due Mon 2026-12-28 09:30 (UTC)',
    );
    expect(totalMs.open).toBe(240 * 60_000);
    expect(stretches.filter(({ why }) => why === 'holiday').map(({ name }) => name)).toContain(
      '2026-12-24 Christmas Eve',
    );
  });
});

describe('re-basing', () => {
  it('tells beforehand which due times move and which breaches appear, and that a breach stays', () => {
    const preview = (story: Story, now: string) => {
      const { facts, clocks } = replayClocks({ history: story.events, policies, until: null });
      return previewRebase({ clocks, facts, policies: fast, now: december(now), reason: 'new' });
    };
    const early = preview(begun(), '21T09:20').moved.find(({ clock }) => clock === 'first-reply');
    expect(early).toMatchObject({
      dueBefore: december('21T13:00'),
      dueAfter: december('21T09:30'),
      breachAppears: false,
      policyAfter: 'fast',
    });
    const late = preview(begun(), '21T10:00').moved.find(({ clock }) => clock === 'first-reply');
    expect(late).toMatchObject({ dueAfter: december('21T10:00'), breachAppears: true });
    const breached = preview(begun(), '21T14:00').moved.find(({ clock }) => clock === 'first-reply');
    expect(breached).toMatchObject({ dueAfter: december('21T13:00'), breachAppears: false, keeps: 'breach' });
  });
});

describe('the end of a shift', () => {
  it('demands a handover of a crisis case that is owed an answer, until it was handed over', () => {
    const shift = { userId: 'mara', from: december('21T08:00'), to: december('21T16:00') };
    const story = begun();
    const ask = (isCrisis: boolean) => {
      const { facts, clocks } = replayClocks({ history: story.events, policies, until: null });
      return demandsHandover({ facts, isCrisis, clocks: clocks.clocks, shift }).demanded;
    };
    expect([ask(true), ask(false)]).toEqual([true, false]);
    story.add('21T09:30', 'agent', {
      type: 'case.handed-over.v1',
      data: { from: 'ben', to: 'mara', note: 'taken on late' },
    });
    expect(ask(true)).toBe(true);
    story.add('21T15:50', 'agent', {
      type: 'case.handed-over.v1',
      data: { from: 'mara', to: 'ben', note: 'n' },
    });
    expect(ask(true)).toBe(false);
  });
});
