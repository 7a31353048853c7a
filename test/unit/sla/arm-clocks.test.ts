import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArmedClock, armClocks, type WakeAtOf, wokenClock } from '../../../core/sla/arm-clocks.ts';
import { afterWaking, replayClocks } from '../../../core/sla/clock-history.ts';
import { type CaseClocks, type ClockState, isOpenClock } from '../../../core/sla/clock-state.ts';
import { decideClocks } from '../../../core/sla/decide-clocks.ts';
import { clocksToKeep } from '../../../core/sla/keep-clocks.ts';
import { nextMark } from '../../../core/sla/next-mark.ts';
import { wakeClocks } from '../../../core/sla/settle-clock.ts';
import { applySlaEvent, type SlaCase } from '../../../core/sla/sla-case.ts';
import type { SlaEvent } from '../../../core/sla/sla-fact.ts';
import { type Instant, toEpochMs, toInstant } from '../../../core/time/instant.ts';
import { anyHistory, laterPolicies, policies } from './history-arbitrary.ts';
import { december, Story } from './story.ts';

const atMark: WakeAtOf = (clock) => nextMark(clock)?.at ?? null;

interface Execution {
  readonly clock: ClockState['clock'];
  readonly instance: number;
  readonly epoch: number;
  readonly at: Instant;
}

/** A desk whose clocks are looked at by executions alone: no event settles what time brings, but when it comes. */
class Desk {
  clocks: CaseClocks | null = null;
  armed: readonly ArmedClock[] = [];
  asleep: Execution[] = [];
  /** What must never be, as it was seen. */
  readonly problems: string[] = [];
  readonly #names = new Set<string>();
  #facts: SlaCase | null = null;
  #force = policies;

  take(event: SlaEvent): void {
    this.#facts = applySlaEvent(this.#facts, event);
    if (event.type === 'case.rebased.v1')
      this.#force = event.data.policyVersion === 'v2' ? laterPolicies : policies;
    const { after } = decideClocks({
      before: this.clocks,
      event,
      caseAfter: this.#facts,
      policies: this.#force,
    });
    this.clocks = { ...after, clocks: clocksToKeep(after.clocks) };
    const { armed, starts } = armClocks(this.armed, this.clocks.clocks, atMark);
    this.armed = armed;
    for (const start of starts) {
      const name = `${start.clock} ${start.instance} ${start.epoch}`;
      if (this.#names.has(name)) this.problems.push(`${name} was started before`);
      this.#names.add(name);
      this.asleep.push(start);
    }
  }

  /** Wakes what is to wake by `now`, each so many ms late and asked so many times. */
  passTime(now: Instant, lateMs: number, asked: number): void {
    for (;;) {
      const next = this.asleep.toSorted((a, b) => a.at.localeCompare(b.at))[0];
      if (next === undefined || this.clocks === null) return;
      const wokeAt = toInstant(toEpochMs(next.at) + lateMs);
      if (wokeAt > now) return;
      this.asleep = this.asleep.filter((execution) => execution !== next);
      for (let i = 0; i < asked; i++) this.#wake(next, wokeAt, i === asked - 1);
    }
  }

  #wake(execution: Execution, now: Instant, isLast: boolean): void {
    if (this.clocks === null) return;
    const own = this.clocks.clocks.filter(
      ({ clock, instance }) => clock === execution.clock && instance === execution.instance,
    );
    const clocks = afterWaking(this.clocks, wakeClocks(own, now));
    const woken = wokenClock(this.armed, execution, clocks.clocks, now, atMark);
    if (woken.kind === 'stale') return;
    this.clocks = clocks;
    this.armed = woken.armed;
    if (woken.kind === 'wait' && isLast) this.asleep.push({ ...execution, at: woken.at });
  }

  check(): void {
    for (const clock of this.clocks?.clocks ?? []) {
      const own = this.asleep.filter(
        (execution) => execution.clock === clock.clock && execution.instance === clock.instance,
      );
      const entry = this.armed.find(
        (armed) => armed.clock === clock.clock && armed.instance === clock.instance,
      );
      const live = own.filter(({ epoch }) => epoch === entry?.epoch);
      const which = `${clock.clock} ${clock.instance} has ${live.length} live executions`;
      if (live.length > 1) this.problems.push(which);
      const wake = isOpenClock(clock) ? atMark(clock) : null;
      if (wake === null) continue;
      if (live.length === 0) this.problems.push(`${which} and is to be looked at ${wake}`);
      const at = live[0]?.at ?? '';
      if (at !== entry?.at) this.problems.push(`${which}, asleep until ${at} and stored as ${entry?.at}`);
      if (at > wake) this.problems.push(`${which}, asleep until ${at}, to be looked at ${wake}`);
    }
  }
}

describe('the executions of clocks', () => {
  const timers = fc.record({
    lateMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 7_200_000 })),
    asked: fc.integer({ min: 1, max: 3 }),
  });

  it('are one live one a clock, asleep no longer than its next look, and never of the same name', () => {
    fc.assert(
      fc.property(anyHistory, timers, (history, { lateMs, asked }) => {
        const desk = new Desk();
        let latest = '';
        for (const event of history) {
          latest = event.at > latest ? event.at : latest;
          desk.passTime(latest, lateMs, asked);
          desk.take(event);
          desk.check();
        }
        for (let hours = 0; hours < 240; hours += 8) {
          desk.passTime(toInstant(toEpochMs(latest) + hours * 3_600_000), lateMs, asked);
          desk.check();
        }
        expect(desk.problems).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('alone, however late and often they wake, find what a replay finds', () => {
    fc.assert(
      fc.property(anyHistory, timers, (history, { lateMs, asked }) => {
        const desk = new Desk();
        let latest = '';
        for (const event of history) {
          latest = event.at > latest ? event.at : latest;
          desk.passTime(latest, lateMs, asked);
          desk.take(event);
        }
        desk.passTime('2027-06-01T00:00:00.000Z', lateMs, asked);
        const versions = { v1: policies, v2: laterPolicies };
        const replayed = replayClocks({ history, policies, versions, until: '2027-06-01T00:00:00.000Z' });
        expect(desk.clocks?.clocks).toEqual(clocksToKeep(replayed.clocks.clocks));
        expect(desk.asleep).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  const clocksOf = (story: Story, now: string | null = null) => clocksToKeep(story.clocks(now));
  const begun = () => new Story('21T09:00').inbound('21T09:00');
  const firstReply = (armed: readonly ArmedClock[]) => armed.find(({ clock }) => clock === 'first-reply');

  it('are started for an earlier look only: a later one and a pause leave them asleep', () => {
    const story = begun();
    const first = armClocks([], clocksOf(story), atMark);
    expect(firstReply(first.starts)).toEqual({
      clock: 'first-reply',
      instance: 1,
      epoch: 1,
      at: december('21T11:00'),
    });
    const raised = armClocks(first.armed, clocksOf(story.priority('21T09:10', 'urgent')), atMark);
    expect(raised.starts).toEqual([
      { clock: 'first-reply', instance: 1, epoch: 2, at: december('21T09:30') },
    ]);
    const lowered = armClocks(raised.armed, clocksOf(story.priority('21T09:20', 'low')), atMark);
    expect(lowered).toEqual({ armed: raised.armed, starts: [] });
    const woken = wokenClock(
      lowered.armed,
      { clock: 'first-reply', instance: 1, epoch: 2 },
      clocksOf(story),
      december('21T09:30'),
      atMark,
    );
    expect(woken).toMatchObject({ kind: 'wait', at: december('21T11:00') });
    const held = armClocks(lowered.armed, clocksOf(story.status('21T09:40', 'pending')), atMark);
    expect(held).toEqual({ armed: lowered.armed, starts: [] });
  });

  it('are stale under another epoch, and end where nothing is to be looked at', () => {
    const story = begun().status('21T09:10', 'pending');
    const { armed } = armClocks([], clocksOf(begun()), atMark);
    const work = { clock: 'agent-work', instance: 1, epoch: 1 } as const;
    const at = (woken: Parameters<typeof wokenClock>[1], clocks = clocksOf(story)) =>
      wokenClock(armed, woken, clocks, december('21T14:00'), atMark);
    expect(at({ ...work, epoch: 2 })).toEqual({ kind: 'stale' });
    expect(at({ ...work, instance: 2 })).toEqual({ kind: 'stale' });
    const ended = at(work);
    expect(ended.kind).toBe('none');
    const after = ended.kind === 'none' ? ended.armed : [];
    expect(after.find(({ clock }) => clock === 'agent-work')).toEqual({ ...work, at: null });
    const resumed = armClocks(after, clocksOf(story.status('21T15:00', 'open')), atMark);
    expect(resumed.starts.find(({ clock }) => clock === 'agent-work')).toMatchObject({ epoch: 2 });
  });

  it('are forgotten when their clock has ended for good, and numbered on where reopening carries it on', () => {
    const story = begun();
    const { armed } = armClocks([], clocksOf(story), atMark);
    const solved = armClocks(armed, clocksOf(story.reply('21T09:10').status('21T09:20', 'solved')), atMark);
    expect(solved.armed.map(({ clock }) => clock).toSorted()).toEqual(['agent-work', 'total-resolution']);
    const work = { clock: 'agent-work', instance: 1, epoch: 1 } as const;
    const slept = wokenClock(solved.armed, work, clocksOf(story), december('21T14:00'), atMark);
    expect(slept.kind).toBe('none');
    const after = slept.kind === 'none' ? slept.armed : [];
    const reopened = armClocks(after, clocksOf(story.status('22T09:00', 'open')), atMark);
    expect(reopened.starts.find(({ clock }) => clock === 'agent-work')).toMatchObject({ epoch: 2 });
    // The other one still sleeps and will do.
    expect(reopened.starts.find(({ clock }) => clock === 'total-resolution')).toBeUndefined();
  });

  it('do not wait for what is past: that is to be handled first', () => {
    const story = begun();
    const { armed } = armClocks([], clocksOf(story), atMark);
    const wake = () =>
      wokenClock(
        armed,
        { clock: 'first-reply', instance: 1, epoch: 1 },
        clocksOf(story),
        december('21T11:00'),
        atMark,
      );
    expect(wake).toThrow(
      'first-reply 1: 2026-12-21T11:00:00.000Z is not after 2026-12-21T11:00:00.000Z; handle what is due before asking for the next look',
    );
  });
});
