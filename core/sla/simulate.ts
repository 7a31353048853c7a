import type { Instant } from '../time/instant.ts';
import { type Attainment, attainmentOf } from './attainment.ts';
import { replayClocks } from './clock-history.ts';
import { type ClockName, clockNames } from './clock-name.ts';
import type { ClockState } from './clock-state.ts';
import type { PolicySet } from './policy-set.ts';
import type { SlaEvent } from './sla-fact.ts';

export interface SimulateInput {
  /** Histories of cases, each in any order. */
  readonly histories: readonly (readonly SlaEvent[])[];
  readonly draft: PolicySet;
  /** What the draft is set against; null to show the draft alone. */
  readonly current: PolicySet | null;
  /** Cases are followed until then, epoch text; what is late by then counts. */
  readonly until: Instant;
}

export interface SimulatedClock {
  readonly clock: ClockName;
  readonly draft: Attainment;
  readonly current: Attainment | null;
}

/** A promise that one side breaks and the other keeps or has none of. */
export interface SimulatedChange {
  readonly caseId: string;
  readonly clock: ClockName;
  readonly instance: number;
  readonly draftBreachedAt: Instant | null;
  readonly currentBreachedAt: Instant | null;
}

export interface Simulation {
  readonly cases: number;
  readonly byClock: readonly SimulatedClock[];
  readonly changes: readonly SimulatedChange[];
  /** Cases that no policy of the draft matches at their end. */
  readonly unmatched: readonly string[];
}

/** Replays what people did under another set of promises: who would have been late, side by side. */
export function simulate({ histories, draft, current, until }: SimulateInput): Simulation {
  const runs = histories.map((history) => ({
    draft: replayClocks({ history, policies: draft, until }),
    current: current === null ? null : replayClocks({ history, policies: current, until }),
  }));
  const draftClocks = runs.flatMap((run) => run.draft.clocks.clocks);
  const currentClocks = current === null ? null : runs.flatMap((run) => run.current?.clocks.clocks ?? []);
  const of = (clocks: readonly ClockState[], name: ClockName) =>
    attainmentOf(clocks.filter(({ clock }) => clock === name));
  return {
    cases: runs.length,
    byClock: clockNames.map((clock) => ({
      clock,
      draft: of(draftClocks, clock),
      current: currentClocks === null ? null : of(currentClocks, clock),
    })),
    changes: currentClocks === null ? [] : changesBetween(draftClocks, currentClocks),
    unmatched: runs
      .filter((run) => run.draft.clocks.clocks.some(({ promise }) => promise.policyId === null))
      .map((run) => run.draft.clocks.caseId),
  };
}

/** The clocks of both sides are the same, as events start them and policies only set their times. */
function changesBetween(draft: readonly ClockState[], current: readonly ClockState[]): SimulatedChange[] {
  const keyOf = ({ caseId, clock, instance }: ClockState) => `${caseId} ${clock} ${instance}`;
  const known = new Map(current.map((state) => [keyOf(state), state]));
  return draft.flatMap((state) => {
    const currentBreachedAt = known.get(keyOf(state))?.breachedAt ?? null;
    if ((state.breachedAt === null) === (currentBreachedAt === null)) return [];
    const { caseId, clock, instance, breachedAt } = state;
    return [{ caseId, clock, instance, draftBreachedAt: breachedAt, currentBreachedAt }];
  });
}
