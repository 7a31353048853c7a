import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replayClocks } from '../../../core/sla/clock-history.ts';
import type { ClockState } from '../../../core/sla/clock-state.ts';
import { countdownOf } from '../../../core/sla/countdown.ts';
import { dueInstant } from '../../../core/sla/due.ts';
import { settleClock } from '../../../core/sla/settle-clock.ts';
import type { SlaEvent } from '../../../core/sla/sla-fact.ts';
import { toEpochMs, toInstant } from '../../../core/time/instant.ts';
import { anyHistory, laterPolicies, policies, until } from './history-arbitrary.ts';
import { december, policySet, Story, standard } from './story.ts';

const versions = { v1: policies, v2: laterPolicies };
const minute = 60_000;
const set = (dueAt: string | null) =>
  ({
    type: 'clock.due-overridden.v1',
    data: {
      clock: 'agent-work',
      instance: 1,
      dueAt: dueAt === null ? null : december(dueAt),
      reason: 'court',
    },
  }) as const;
const begun = () => new Story('21T09:00').inbound('21T09:00');

describe('a date that a person sets', () => {
  it('warns by its own time, also where the old target had warned before', () => {
    // 10 h from 09:00: 80 % were gone at 17:00.
    const story = begun().add('21T18:00', 'agent', set('22T18:00'));
    const clock = story.clock('agent-work') as ClockState;
    expect(clock.warned).toEqual([]);
    expect(clock.nextWarnings).toEqual([
      { percent: 50, at: december('22T06:00') },
      { percent: 80, at: december('22T13:12') },
    ]);
    const { calendars } = policySet('v1', [standard]);
    expect(countdownOf(clock, toEpochMs(december('21T18:01')), calendars).colour).toBe('green');
    expect(countdownOf(clock, toEpochMs(december('22T06:00')), calendars).colour).toBe('amber');
  });

  it('warns no second time when the priority changes, and by the target again when it is taken back', () => {
    const story = begun().add('21T10:00', 'agent', set('21T20:00'));
    expect(story.clock('agent-work', '21T15:30')).toMatchObject({ warned: [50] });
    story.priority('21T16:00', 'urgent');
    expect(story.clock('agent-work', '21T17:00')).toMatchObject({ warned: [50] });
    story.add('21T17:30', 'agent', set(null));
    expect(story.clock('agent-work')).toMatchObject({ dueAt: december('21T19:00'), warned: [50] });
    expect(story.clock('agent-work', '21T17:31')).toMatchObject({ warned: [50, 80] });
  });

  it('during a pause moves by the rest of the pause, and has as much left while it lasts', () => {
    const story = begun().status('21T09:30', 'pending').add('21T10:00', 'agent', set('21T12:00'));
    expect(story.clock('agent-work')).toMatchObject({ state: 'paused', remainingMs: 120 * minute });
    story.priority('21T10:30', 'urgent');
    expect(story.clock('agent-work')).toMatchObject({ state: 'paused', remainingMs: 120 * minute });
    story.status('21T11:00', 'open');
    expect(story.clock('agent-work')).toMatchObject({ state: 'running', dueAt: december('21T13:00') });
    story.status('21T11:30', 'pending').status('21T11:45', 'open');
    expect(story.clock('agent-work')).toMatchObject({ dueAt: december('21T13:15') });
  });
});

describe('a promise that a change shortens', () => {
  it('gives of the warnings that are past by then only the highest, and at once', () => {
    const clock = begun().priority('21T09:55', 'urgent').clock('first-reply') as ClockState;
    expect(clock.nextWarnings).toEqual([{ percent: 80, at: december('21T09:55') }]);
    expect(settleClock(clock, december('21T09:55'))).toMatchObject([
      { type: 'warn', percent: 80, at: december('21T09:55') },
    ]);
  });

  it('is warned of and late at one moment where it is used up', () => {
    const clock = begun().priority('21T10:30', 'urgent').clock('first-reply') as ClockState;
    expect(settleClock(clock, december('21T10:30:00.001'))).toMatchObject([
      { type: 'warn', percent: 80, at: december('21T10:30') },
      { type: 'breach', at: december('21T10:30') },
    ]);
  });
});

describe('a merge', () => {
  const merge = (unansweredSince: string) =>
    ({
      type: 'case.merged-from.v1',
      data: { fromCaseId: 'HW-2', unansweredSince: december(unansweredSince), participants: [] },
    }) as const;

  it('moves the start of the reply clock back to an older message, and never on to a later one', () => {
    const story = begun().add('21T11:00', 'agent', merge('21T10:00'));
    expect(story.clock('first-reply')).toMatchObject({
      startedAt: december('21T09:00'),
      dueAt: december('21T13:00'),
    });
    const older = new Story('21T10:00').inbound('21T10:00').add('21T11:00', 'agent', merge('21T09:30'));
    expect(older.clock('first-reply')).toMatchObject({
      startedAt: december('21T09:30'),
      dueAt: december('21T13:30'),
    });
  });
});

describe('a case that reopens', () => {
  it('gets no grace for a promise that was broken before: that stays broken', () => {
    const story = begun().status('23T10:00', 'solved').status('24T10:00', 'open');
    expect(story.clock('total-resolution')).toMatchObject({
      state: 'running',
      breachedAt: december('23T09:00'),
      dueAt: december('23T09:00'),
      graceMs: 0,
    });
  });

  it('has its grace under the priority that it has by then', () => {
    const tight = policySet('v1', [
      { ...standard, targets: { 'total-resolution': { normal: 2880, urgent: 120 } }, reopenGraceMinutes: 60 },
    ]);
    const story = begun()
      .status('21T12:00', 'solved')
      .priority('21T12:30', 'urgent')
      .status('21T14:00', 'open');
    // 3 h were counted of what are now 2 h: used up, but for the grace.
    expect(story.clock('total-resolution', null, 1, { policies: tight })).toMatchObject({
      state: 'running',
      dueAt: december('21T15:00'),
      graceMs: 120 * minute,
      promise: { priority: 'urgent' },
    });
  });

  it('counts again without the solved time where it was re-based meanwhile', () => {
    const v1 = policySet('v1', [{ ...standard, targets: { 'total-resolution': { normal: 600 } } }]);
    const v2 = policySet('v2', [
      { ...standard, targets: { 'total-resolution': { normal: { minutes: 300, calendar: 'office' } } } },
    ]);
    const story = new Story('21T08:00')
      .inbound('21T08:00')
      .status('21T11:00', 'solved')
      .add('21T11:30', 'agent', { type: 'case.rebased.v1', data: { policyVersion: 'v2', reason: 'r' } })
      .status('21T13:00', 'open');
    // 09:00 to 11:00 of the office's hours are counted; 3 h are left.
    expect(story.clock('total-resolution', null, 1, { policies: v1, versions: { v2 } })).toMatchObject({
      elapsedMs: 120 * minute,
      dueAt: december('21T16:00'),
      graceMs: 0,
      promise: { policyVersion: 'v2' },
    });
  });
});

describe('pauses of a clock', () => {
  it('move its due time by their open overlap, and by no more', () => {
    const office = policySet('v1', [
      { ...standard, targets: { 'agent-work': { normal: { minutes: 900, calendar: 'office' } } } },
    ]);
    const { office: calendar } = office.calendars;
    if (calendar === undefined) throw new Error('the office has hours');
    const marks = fc.uniqueArray(fc.integer({ min: 1, max: 6 * 1440 }), {
      minLength: 1,
      maxLength: 8,
      size: 'max',
    });
    fc.assert(
      fc.property(marks, (unsorted) => {
        const start = Date.UTC(2026, 11, 21, 8, 30);
        const times = unsorted.toSorted((a, b) => a - b).map((after) => start + after * minute);
        const story = new Story('21T08:30');
        times.forEach((at, i) => {
          story.status(toInstant(at).slice(8, 23), i % 2 === 0 ? 'pending' : 'open');
        });
        const pauses = times.flatMap((from, i): [number, number][] =>
          i % 2 === 0 ? [[from, times[i + 1] ?? Number.POSITIVE_INFINITY]] : [],
        );
        const reached = dueInstant({ calendar, start, minutes: 900, pauses });
        // The due instant is in time: a pause that begins at it holds the promise until it ends.
        const holds = pauses.find(([from]) => from === reached)?.[1] ?? reached;
        const due = holds === Number.POSITIVE_INFINITY ? null : holds;
        const clock = story.clock('agent-work', '31T00:00', 1, { policies: office }) as ClockState;
        if (due === null) expect([clock.state, clock.breachedAt]).toEqual(['paused', null]);
        else expect(clock.breachedAt ?? clock.dueAt).toBe(toInstant(due));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a stretch that is chopped in two', () => {
  /** The history with an event that means nothing to clocks put in before the event of this index. */
  function chopped(history: readonly SlaEvent[], index: number): SlaEvent[] {
    const next = history[index];
    const first = history[0];
    if (next === undefined || first === undefined) return [...history];
    const nothing: SlaEvent = {
      type: 'message.received.v1',
      caseId: first.caseId,
      seq: 0,
      at: next.at,
      actor: { kind: 'system', name: 'desk' },
      data: {
        messageId: 'x',
        from: { address: 'robot@example.com', name: '' },
        automated: 'auto-reply',
        isPrivate: false,
        flags: [],
        why: '',
      },
    };
    return [...history.slice(0, index), nothing, ...history.slice(index)].map((event, i) => ({
      ...event,
      seq: i + 1,
    }));
  }

  const bare = ({ clocks }: { clocks: { clocks: readonly ClockState[] } }) =>
    clocks.clocks.map((clock) => ({ ...clock, lastSeq: null }));

  it('counts the same as in one', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(40), (history, where) => {
        const index = 1 + (where % history.length);
        const whole = replayClocks({ history, policies, versions, until });
        const parts = replayClocks({ history: chopped(history, index), policies, versions, until });
        expect(bare(parts)).toEqual(bare(whole));
      }),
      { numRuns: 150 },
    );
  });

  it('by a priority that goes up and comes back at once leaves the due time where it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 239 }), (after) => {
        const at = toInstant(Date.UTC(2026, 11, 21, 9, after)).slice(8, 23);
        const expected = december('21T13:00');
        const there = begun().priority(at, 'high').priority(at, 'normal');
        expect(there.clock('first-reply')).toMatchObject({ dueAt: expected, breachedAt: null });
        expect(begun().priority(at, 'low').priority(at, 'normal').clock('first-reply')).toMatchObject({
          dueAt: expected,
          breachedAt: null,
        });
      }),
      { numRuns: 120 },
    );
  });
});
