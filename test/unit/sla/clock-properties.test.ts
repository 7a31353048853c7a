import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTimeOf } from '../../../core/calendar/open-time.ts';
import { attainmentOf } from '../../../core/sla/attainment.ts';
import { afterWaking, clockEvents, replayClocks } from '../../../core/sla/clock-history.ts';
import type { CaseClocks } from '../../../core/sla/clock-state.ts';
import { calendarOf, recountMs } from '../../../core/sla/clock-sums.ts';
import { decideClocks } from '../../../core/sla/decide-clocks.ts';
import { foldClocks } from '../../../core/sla/fold-clock.ts';
import type { MetricEvent } from '../../../core/sla/metric-event.ts';
import { nextMark } from '../../../core/sla/next-mark.ts';
import { wakeClocks } from '../../../core/sla/settle-clock.ts';
import { simulate } from '../../../core/sla/simulate.ts';
import { applySlaEvent, type SlaCase } from '../../../core/sla/sla-case.ts';
import type { SlaEvent } from '../../../core/sla/sla-fact.ts';
import { toEpochMs, toInstant } from '../../../core/time/instant.ts';
import { anyHistory, laterPolicies, policies, until } from './history-arbitrary.ts';
import { Story } from './story.ts';

const versions = { v1: policies, v2: laterPolicies };
const replay = (history: readonly SlaEvent[]) => replayClocks({ history, policies, versions, until });

/** Event by event as a desk does it, with timers that wake in between, and each event delivered twice. */
function live(
  history: readonly SlaEvent[],
  wakes: readonly number[],
): { clocks: CaseClocks; events: MetricEvent[] } {
  let clocks: CaseClocks | null = null;
  let facts: SlaCase | null = null;
  let inForce = policies;
  const events: MetricEvent[] = [];
  history.forEach((event, i) => {
    facts = applySlaEvent(facts, event);
    if (event.type === 'case.rebased.v1')
      inForce = event.data.policyVersion === 'v2' ? laterPolicies : policies;
    for (let delivery = 0; delivery < 2; delivery++) {
      const decided = decideClocks({ before: clocks, event, caseAfter: facts, policies: inForce });
      clocks = decided.after;
      events.push(...decided.events);
    }
    const next = history[i + 1];
    const room = next === undefined ? 0 : toEpochMs(next.at) - toEpochMs(event.at);
    for (const wake of wakes) {
      if (clocks === null) continue;
      const woken = wakeClocks(
        clocks.clocks,
        toInstant(toEpochMs(event.at) + Math.floor((room * wake) / 100)),
      );
      clocks = afterWaking(clocks, woken);
      events.push(...woken);
    }
  });
  if (clocks === null) throw new Error('a history has events');
  const woken = wakeClocks((clocks as CaseClocks).clocks, until);
  return { clocks: afterWaking(clocks, woken), events: [...events, ...woken] };
}

describe('the clocks of a case', () => {
  it('are the same for any order of its events and any duplicates', () => {
    const shuffled = anyHistory.chain((history) =>
      fc.tuple(
        fc.constant(history),
        fc.shuffledSubarray([...history, ...history], { minLength: history.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([history, mixed]) => {
        expect(replay(mixed)).toEqual(replay(history));
        expect(clockEvents(mixed)).toEqual(history);
      }),
      { numRuns: 150 },
    );
  });

  it('are rebuilt exactly from their metric events, in any order and twice', () => {
    const mixed = anyHistory.chain((history) => {
      const { clocks, events } = replay(history);
      return fc.tuple(
        fc.constant(clocks.clocks),
        fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
      );
    });
    const byName = (a: { clock: string; instance: number }, b: { clock: string; instance: number }) =>
      a.clock.localeCompare(b.clock) || a.instance - b.instance;
    fc.assert(
      fc.property(mixed, ([stored, events]) => {
        expect(foldClocks(events).toSorted(byName)).toEqual(stored.toSorted(byName));
      }),
      { numRuns: 150 },
    );
  });

  it('do not depend on when timers wake, nor on events that come twice', () => {
    fc.assert(
      fc.property(anyHistory, fc.array(fc.nat(99), { maxLength: 3 }), (history, wakes) => {
        const one = live(
          history,
          wakes.toSorted((a, b) => a - b),
        );
        const other = replay(history);
        expect(one.clocks).toEqual(other.clocks);
        const inOrder = (events: readonly MetricEvent[]) =>
          events.map((event) => JSON.stringify(event)).toSorted();
        expect(inOrder(one.events)).toEqual(inOrder(other.events));
      }),
      { numRuns: 150 },
    );
  });

  it('never lose a breach, never breach before the due time, and leave no mark behind unhandled', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const breaches = new Map<string, string>();
        for (let length = 1; length <= history.length; length++) {
          for (const state of replayClocks({
            history: history.slice(0, length),
            policies,
            versions,
            until: null,
          }).clocks.clocks) {
            const key = `${state.clock} ${state.instance}`;
            const known = breaches.get(key);
            if (known !== undefined) expect(state.breachedAt).toBe(known);
            if (state.breachedAt !== null) breaches.set(key, state.breachedAt);
            if (state.state === 'met') expect(state.breachedAt).toBeNull();
            if (state.state === 'missed') expect(state.breachedAt).not.toBeNull();
          }
        }
        for (const state of replay(history).clocks.clocks) {
          const mark = nextMark(state);
          if (mark !== null) expect(mark.at > until).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('count what a recount of the whole stretch less its pauses gives', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { clocks, events } = replay(history);
        const moved = new Set(
          events
            .filter(({ type }) => type === 'retarget')
            .map(({ clock, instance }) => `${clock} ${instance}`),
        );
        for (const state of clocks.clocks.filter(
          ({ clock, instance }) => !moved.has(`${clock} ${instance}`),
        )) {
          const counted = toEpochMs(state.countedAt);
          expect(state.elapsedMs).toBe(
            recountMs(state.promise, state.startedAt, state.pauses, counted, policies.calendars),
          );
          // What is left, counted on from there, ends at the due time.
          if (state.state !== 'running' || state.dueAt === null || state.breachedAt !== null) continue;
          const open = openTimeOf(calendarOf(state.promise, policies.calendars));
          expect(open.elapsed(counted, toEpochMs(state.dueAt))).toBe(state.remainingMs);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('attain the same under the same promises', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { byClock, changes } = simulate({
          histories: [history],
          draft: policies,
          current: policies,
          until,
        });
        expect(changes).toEqual([]);
        for (const { draft, current } of byClock) expect(draft).toEqual(current);
        // Without re-bases, which a simulation leaves out.
        const all = attainmentOf(replayClocks({ history, policies, until }).clocks.clocks);
        expect(byClock.reduce((sum, { draft }) => sum + draft.breached, 0)).toBe(all.breached);
      }),
      { numRuns: 60 },
    );
  });

  it('are not decided across a gap, nor from a history without its beginning', () => {
    const { events } = new Story('21T09:00').inbound('21T09:00').reply('21T10:00');
    expect(() => replay(events.filter(({ seq }) => seq !== 2))).toThrow(/event 2 is missing/);
    const first = events[0];
    const third = events[2];
    if (first === undefined || third === undefined) throw new Error('the story has three events');
    const { clocks, facts } = replay([first]);
    expect(() => decideClocks({ before: clocks, event: third, caseAfter: facts, policies })).toThrow(
      /event 3 came after 1/,
    );
  });
});
