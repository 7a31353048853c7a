import { describe, expect, it } from 'vitest';
import type { ClockState } from '../../../core/sla/clock-state.ts';
import { nextMark } from '../../../core/sla/next-mark.ts';
import { december, policySet, Story, standard } from './story.ts';

const begun = (at = '21T09:00') => new Story(at).inbound(at);
const minutes = (ms: number | null | undefined) => (ms ?? Number.NaN) / 60_000;

describe('first-reply', () => {
  it('is due by office hours, met by an agent, and not by a machine or a customer', () => {
    const story = begun('21T16:00').reply('21T16:30', 'system').reply('21T16:31', 'customer');
    expect(story.clock('first-reply')).toMatchObject({ state: 'running', dueAt: december('22T12:00') });
    expect(story.reply('22T12:00').clock('first-reply', '23T00:00')).toMatchObject({
      state: 'met',
      breachedAt: null,
    });
  });

  it('on a Friday evening over Christmas is due after it', () => {
    expect(begun('24T11:00').clock('first-reply')).toMatchObject({ dueAt: december('28T12:00') });
  });

  it('is breached at the instant it was due however late one looks, and stays so', () => {
    const story = begun();
    expect(story.clock('first-reply', '21T13:00')).toMatchObject({ breachedAt: null });
    expect(story.clock('first-reply', '21T13:00:00.001')).toMatchObject({
      state: 'running',
      breachedAt: december('21T13:00'),
    });
    expect(story.clock('first-reply', '30T00:00')).toMatchObject({ breachedAt: december('21T13:00') });
    expect(story.reply('21T15:00').priority('21T15:10', 'low').clock('first-reply')).toMatchObject({
      state: 'missed',
      breachedAt: december('21T13:00'),
      endedAt: december('21T15:00'),
    });
  });

  it('does not begin with machine mail, and is cancelled as spam and as the source of a merge', () => {
    expect(new Story('21T09:00').inbound('21T09:00', 'auto-reply').clock('first-reply')).toEqual({});
    const spam = begun().add('21T09:10', 'agent', { type: 'case.marked-spam.v1', data: { reason: 'x' } });
    expect(spam.clock('first-reply')).toMatchObject({ state: 'cancelled', endedWhy: 'spam: x' });
    expect(spam.inbound('21T09:20').clock('next-reply')).toEqual({});
    const back = spam.add('21T10:00', 'agent', { type: 'case.unmarked-spam.v1', data: { reason: 'not' } });
    expect(back.clock('next-reply')).toMatchObject({ state: 'running', dueAt: december('21T12:00') });
    const merged = begun().add('21T09:10', 'agent', {
      type: 'case.merged-into.v1',
      data: { intoCaseId: 'HW-2' },
    });
    expect(
      merged
        .inbound('21T09:20')
        .clocks()
        .filter(({ state }) => state !== 'cancelled'),
    ).toEqual([]);
  });

  it('warns once a percent, at the instants of open time', () => {
    const story = begun('21T16:00');
    expect(nextMark(story.clock('first-reply') as ClockState)).toMatchObject({
      kind: 'warning',
      percent: 50,
      at: december('22T10:00'),
    });
    expect(story.clock('first-reply', '22T11:30')).toMatchObject({ warned: [50, 80] });
    expect(nextMark(story.clock('first-reply', '22T11:30') as ClockState)).toEqual({
      kind: 'due',
      at: december('22T12:00:00.001'),
    });
  });
});

describe('next-reply', () => {
  it('runs from the oldest unanswered message, again after each answer, and not beside first-reply', () => {
    const story = begun().inbound('21T09:30');
    expect(story.clock('next-reply')).toEqual({});
    story.reply('21T10:00').inbound('21T11:00').inbound('21T11:30');
    expect(story.clock('next-reply')).toMatchObject({
      startedAt: december('21T11:00'),
      dueAt: december('21T13:00'),
    });
    story.status('21T11:40', 'pending').reply('21T12:00').inbound('21T14:00');
    expect(story.clock('next-reply')).toMatchObject({ state: 'met', pauses: [] });
    expect(story.clock('next-reply', null, 2)).toMatchObject({ startedAt: december('21T14:00') });
    expect(story.status('21T14:30', 'solved').clock('next-reply', null, 2)).toMatchObject({
      state: 'cancelled',
    });
  });

  it('begins with the message that a merged case brings', () => {
    const inherit = {
      type: 'case.merged-from.v1',
      data: { fromCaseId: 'HW-2', unansweredSince: december('21T10:00'), participants: [] },
    } as const;
    const story = begun().reply('21T09:30').inbound('21T11:00').add('21T11:10', 'agent', inherit);
    expect(story.clock('next-reply')).toMatchObject({
      startedAt: december('21T10:00'),
      dueAt: december('21T12:00'),
    });
    const silent = begun().reply('21T09:30').add('21T11:10', 'agent', inherit);
    expect(silent.clock('next-reply')).toMatchObject({
      startedAt: december('21T10:00'),
      dueAt: december('21T12:00'),
    });
  });
});

describe('keep-informed', () => {
  it('begins anew with each update, runs around the clock, pauses while pending and ends when solved', () => {
    const story = begun().reply('21T10:00');
    expect(story.clock('keep-informed')).toMatchObject({ dueAt: december('21T18:00') });
    story.status('21T11:00', 'pending');
    expect(story.clock('keep-informed')).toMatchObject({
      state: 'paused',
      dueAt: null,
      remainingMs: 7 * 3_600_000,
    });
    story.status('22T11:00', 'open').reply('22T12:00');
    expect(story.clock('keep-informed')).toMatchObject({ state: 'met' });
    expect(story.clock('keep-informed', null, 2)).toMatchObject({
      state: 'running',
      dueAt: december('22T20:00'),
    });
    expect(
      story
        .status('22T13:00', 'solved')
        .reply('22T14:00')
        .clocks()
        .filter(({ clock }) => clock === 'keep-informed')
        .map(({ state }) => state),
    ).toEqual(['met', 'cancelled']);
  });

  it('never pauses in a crisis category, and goes on when a case becomes one', () => {
    const crisis = new Story('21T09:00')
      .inbound('21T09:00')
      .triage('21T09:00', 'urgent', 'self-harm')
      .reply('21T10:00')
      .status('21T10:01', 'pending');
    expect(crisis.clock('keep-informed')).toMatchObject({ state: 'running', dueAt: december('21T18:00') });
    const turned = begun()
      .reply('21T10:00')
      .status('21T11:00', 'pending')
      .triage('21T13:00', 'urgent', 'self-harm');
    expect(turned.clock('keep-informed')).toMatchObject({ state: 'running', dueAt: december('21T20:00') });
  });
});

describe('department', () => {
  const ask = (consultId: string, calendar: string | null = null) =>
    ({ type: 'consult.sent.v1', data: { consultId, department: 'legal', calendar, minutes: null } }) as const;

  it('counts the hours of the department, one instance a request, each with its own end', () => {
    const story = begun('22T09:00')
      .add('22T11:30', 'agent', ask('c1', 'legal'))
      .add('22T11:30', 'agent', ask('c2'));
    expect(story.clock('department')).toMatchObject({ subject: 'c1', dueAt: december('28T10:30') });
    expect(story.clock('department', null, 2)).toMatchObject({ subject: 'c2', dueAt: december('22T12:30') });
    story.add('22T11:40', 'system', {
      type: 'consult.answered.v1',
      data: { consultId: 'c2', automatic: true },
    });
    expect(story.clock('department', null, 2)).toMatchObject({ state: 'running' });
    story.add('22T12:00', 'system', {
      type: 'consult.answered.v1',
      data: { consultId: 'c2', automatic: false },
    });
    story.add('22T12:10', 'agent', {
      type: 'consult.withdrawn.v1',
      data: { consultId: 'c1', reason: 'done' },
    });
    expect(
      story
        .clocks()
        .filter(({ clock }) => clock === 'department')
        .map(({ state }) => state),
    ).toEqual(['cancelled', 'met']);
  });
});

describe('work and resolution', () => {
  it('pause as the table says, by the clock on the wall', () => {
    const story = begun('21T09:00')
      .status('21T10:00', 'on-hold')
      .status('21T12:00', 'pending')
      .status('21T13:00', 'open');
    const elapsed = (name: 'agent-work' | 'first-resolution') => minutes(story.clock(name).elapsedMs);
    expect(story.clock('agent-work')).toMatchObject({ dueAt: december('21T22:00') });
    expect(elapsed('agent-work')).toBe(60);
    expect(elapsed('first-resolution')).toBe(180);
    expect(story.clock('agent-work').pauses?.map(({ why }) => why)).toEqual(['on-hold']);
  });

  it('are met by a solve of a person; a solve of the desk holds them', () => {
    const story = begun().status('21T10:00', 'solved', 'system');
    expect(story.clock('first-resolution')).toMatchObject({ state: 'paused' });
    expect(
      story.status('21T11:00', 'open').status('21T12:00', 'solved').clock('first-resolution'),
    ).toMatchObject({ state: 'met' });
  });

  it('go on when the case reopens: not first-resolution, agent-work as it stood, total-resolution with a grace', () => {
    const story = begun('21T09:00').status('21T18:50', 'solved').status('23T09:00', 'open');
    expect(story.clock('first-resolution')).toMatchObject({ state: 'met' });
    expect(story.clock('agent-work')).toMatchObject({ state: 'running', dueAt: december('23T09:10') });
    expect(story.clock('total-resolution').pauses).toEqual([
      { from: december('21T18:50'), to: december('23T09:00'), why: 'solved' },
    ]);
    const late = begun('21T09:00').status('23T08:50', 'solved').status('27T09:00', 'open');
    expect(late.clock('total-resolution')).toMatchObject({
      dueAt: december('27T10:00'),
      graceMs: 50 * 60_000,
    });
    expect(late.clock('total-resolution', '27T09:59')).toMatchObject({ breachedAt: null });
  });
});

describe('emergency-ack', () => {
  const page = { type: 'page.opened.v1', data: { pageId: 'p', why: 'risk' } } as const;
  const ack = {
    type: 'page.acknowledged.v1',
    data: { pageId: 'p', userId: 'mara', via: 'console' },
  } as const;

  it('never pauses, is met by an acknowledgement and not by a reply, and runs again at each rise', () => {
    const story = begun('19T03:00')
      .triage('19T03:00', 'emergency', 'self-harm')
      .add('19T03:00', 'system', page);
    story.status('19T03:01', 'pending').reply('19T03:02');
    expect(story.clock('emergency-ack')).toMatchObject({ state: 'running', dueAt: december('19T03:05') });
    story.add('19T03:04', 'system', ack).triage('19T03:10', 'emergency', 'self-harm');
    expect(story.clocks().filter(({ clock }) => clock === 'emergency-ack')).toMatchObject([{ state: 'met' }]);
    story.add('19T03:20', 'system', page).add('19T03:21', 'system', page);
    expect(story.clock('emergency-ack', null, 2)).toMatchObject({
      state: 'running',
      dueAt: december('19T03:25'),
    });
    expect(story.clock('emergency-ack', null, 3)).toEqual({});
    story.add('19T03:22', 'agent', {
      type: 'page.cancelled.v1',
      data: { pageId: 'p', userId: 'mara', reason: 'drill' },
    });
    expect(story.clock('emergency-ack', null, 2)).toMatchObject({
      state: 'cancelled',
      endedWhy: 'cancelled by mara: drill',
    });
  });
});

describe('a promise that changes', () => {
  it('keeps the time that has passed when the priority goes up and down', () => {
    const story = begun('21T09:00').priority('21T09:40', 'urgent');
    expect(story.clock('first-reply')).toMatchObject({ dueAt: december('21T10:00'), elapsedMs: 40 * 60_000 });
    expect(story.priority('21T09:50', 'low').clock('first-reply')).toMatchObject({
      dueAt: december('21T13:00'),
    });
  });

  it('is never late before the change that shortened it', () => {
    const story = begun('21T09:00').priority('21T11:00', 'urgent');
    expect(story.clock('first-reply', '21T12:00')).toMatchObject({
      dueAt: december('21T11:00'),
      breachedAt: december('21T11:00'),
    });
  });

  it('has no due time until a policy matches, and then counts from its start', () => {
    const input = { policies: policySet('v1', [{ ...standard, match: { tags: ['vip'] } }]) };
    const story = begun('21T09:00');
    expect(story.clock('first-reply', null, 1, input)).toMatchObject({
      dueAt: null,
      promise: { policyId: null },
    });
    story.add('21T10:00', 'agent', { type: 'case.tagged.v1', data: { tags: ['vip'] } });
    expect(story.clock('first-reply', null, 1, input)).toMatchObject({ dueAt: december('21T13:00') });
  });

  it('stays where a person set it, through priorities, and moves by the whole of a pause', () => {
    const set = (dueAt: string | null) =>
      ({
        type: 'clock.due-overridden.v1',
        data: { clock: 'agent-work', instance: 1, dueAt, reason: 'court' },
      }) as const;
    const story = begun('21T09:00')
      .add('21T10:00', 'agent', set(december('21T20:00')))
      .priority('21T10:30', 'urgent');
    expect(story.clock('agent-work')).toMatchObject({
      dueAt: december('21T20:00'),
      override: { reason: 'court', setBy: 'mara' },
    });
    story.status('21T19:00', 'pending').status('22T09:00', 'open');
    expect(story.clock('agent-work')).toMatchObject({ dueAt: december('22T10:00') });
    story.add('22T09:00', 'agent', set(null));
    expect(story.clock('agent-work')).toMatchObject({ override: null, dueAt: december('22T09:00') });
    expect(() =>
      story
        .status('22T09:01', 'solved')
        .add('22T09:02', 'agent', set(december('23T20:00')))
        .clocks(),
    ).toThrow(/no open agent-work/);
  });

  it('moves to another version only by a re-base', () => {
    const v2 = policySet('v2', [{ ...standard, id: 'faster', targets: { 'first-reply': { normal: 60 } } }]);
    const story = begun('21T09:00')
      .inbound('21T09:10')
      .add('21T09:30', 'agent', {
        type: 'case.rebased.v1',
        data: { policyVersion: 'v2', reason: 'new year' },
      });
    expect(story.clock('first-reply')).toMatchObject({ dueAt: december('21T13:00') });
    expect(story.clock('first-reply', null, 1, { versions: { v2 } })).toMatchObject({
      dueAt: december('21T10:00'),
      promise: { policyId: 'faster', policyVersion: 'v2' },
    });
    expect(() => story.clocks(null, { versions: {} })).toThrow(/no policy version "v2"/);
  });
});

describe('time that runs backwards', () => {
  it('is taken as the latest time seen, so that no clock runs backwards', () => {
    const story = begun('21T09:00').reply('21T10:00').inbound('21T09:59');
    expect(story.clock('next-reply')).toMatchObject({
      startedAt: december('21T10:00'),
      dueAt: december('21T12:00'),
    });
  });
});
