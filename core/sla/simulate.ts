import { type Priority, priorities } from '../case/priority.ts';
import type { Instant } from '../time/instant.ts';
import { type Attainment, attainmentOf } from './attainment.ts';
import { type BreachDay, breachesByDay } from './breaches-by-day.ts';
import { clockEvents, type Replayed, type ReplayInput, replayClocks, versionNamed } from './clock-history.ts';
import { type ClockName, clockNames } from './clock-name.ts';
import type { ClockState } from './clock-state.ts';
import type { Policy } from './policy.ts';
import type { PolicySet } from './policy-set.ts';
import type { SlaEvent } from './sla-fact.ts';

/** What happened: each case under the version that it began with, and from a re-base on under the one that it names. */
export interface Happened {
  readonly versions: Readonly<Record<string, PolicySet>>;
  /** By case; a case that is not there stands under `otherwise`. */
  readonly versionOf: ReadonlyMap<string, string>;
  readonly otherwise: string;
}

export interface SimulateInput {
  /** Histories of cases, each in any order. */
  readonly histories: readonly (readonly SlaEvent[])[];
  readonly draft: PolicySet;
  /** What the draft is set against; null to show the draft alone. */
  readonly current: PolicySet | Happened | null;
  /** Cases are followed until then: what people did later is left out, what is late by then counts. */
  readonly until: Instant;
  /** Cases that were created at this instant or later. */
  readonly from?: Instant | undefined;
  /** Cases that were created before this instant. */
  readonly to?: Instant | undefined;
  /** The zone of the days in `breachesByDay`; UTC without it. */
  readonly timezone?: string | undefined;
}

/** What the draft attains beside what is attained now; null when it is set against nothing. */
export interface Sides {
  readonly draft: Attainment;
  readonly current: Attainment | null;
}

export interface SimulatedClock extends Sides {
  readonly clock: ClockName;
}

/** The promises that a policy made last, at a priority. A policy of one side only has made none on the other. */
export interface SimulatedPolicy extends Sides {
  /** Null for cases that no policy matches. */
  readonly policyId: string | null;
  readonly priority: Priority;
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
  readonly all: Sides;
  /** In the order of `clockNames`, each once. */
  readonly byClock: readonly SimulatedClock[];
  /** Policies in the draft's order, then those that only the other side has, then none; most urgent first. */
  readonly byPolicy: readonly SimulatedPolicy[];
  readonly breachesByDay: readonly BreachDay[];
  readonly changes: readonly SimulatedChange[];
  /** Cases that no policy of the draft matches at their end. */
  readonly unmatched: readonly string[];
}

/**
 * Replays what people did under another set of promises: who would have been late, side by side. Re-bases in the
 * histories are left out, for each side holds from the beginning; only what happened has them.
 * @throws DomainError `missing` `sla.policy-version` when a version of what happened is not given
 */
export function simulate(input: SimulateInput): Simulation {
  const { draft, current, until } = input;
  const histories = input.histories.flatMap((history) => chosen(history, input));
  const replay = (side: PolicySet | Happened) =>
    histories.map((history) => replayClocks({ history, until, ...underOf(side, history) }));
  const draftRuns = replay(draft);
  const draftClocks = clocksOf(draftRuns);
  const currentClocks = current === null ? null : clocksOf(replay(current));
  const sidesOf = (isMeant: (clock: ClockState) => boolean): Sides => ({
    draft: attainmentOf(draftClocks.filter(isMeant)),
    current: currentClocks === null ? null : attainmentOf(currentClocks.filter(isMeant)),
  });
  return {
    cases: histories.length,
    all: sidesOf(() => true),
    byClock: clockNames.map((clock) => ({ clock, ...sidesOf((state) => state.clock === clock) })),
    byPolicy: policyRows(draft, current, [...draftClocks, ...(currentClocks ?? [])]).map((row) => ({
      ...row,
      ...sidesOf(({ promise }) => promise.policyId === row.policyId && promise.priority === row.priority),
    })),
    breachesByDay: breachesByDay(draftClocks, currentClocks, input.timezone ?? 'UTC'),
    changes: currentClocks === null ? [] : changesBetween(draftClocks, currentClocks),
    unmatched: draftRuns
      .filter(({ clocks }) => clocks.clocks.some(({ promise }) => promise.policyId === null))
      .map(({ clocks }) => clocks.caseId),
  };
}

/** The history as far as it is followed; nothing when the case is not asked for. */
function chosen(
  history: readonly SlaEvent[],
  { from, to, until }: Pick<SimulateInput, 'from' | 'to' | 'until'>,
): SlaEvent[][] {
  const ordered = clockEvents(history);
  const createdAt = ordered[0]?.at;
  if (createdAt === undefined || createdAt > until) return [];
  if ((from !== undefined && createdAt < from) || (to !== undefined && createdAt >= to)) return [];
  const end = ordered.findIndex(({ at }) => at > until);
  return [end < 0 ? ordered : ordered.slice(0, end)];
}

function clocksOf(runs: readonly Replayed[]): ClockState[] {
  return runs.flatMap(({ clocks }) => clocks.clocks);
}

function underOf(
  side: PolicySet | Happened,
  history: readonly SlaEvent[],
): Pick<ReplayInput, 'policies' | 'versions'> {
  if (!('versionOf' in side)) return { policies: side };
  const { versions, versionOf, otherwise } = side;
  const name = versionOf.get(history[0]?.caseId ?? '') ?? otherwise;
  return { policies: versionNamed(versions, name), versions };
}

function policiesOf(side: PolicySet | Happened | null): readonly Policy[] {
  if (side === null) return [];
  return 'versionOf' in side ? Object.values(side.versions).flatMap((set) => set.policies) : side.policies;
}

function policyRows(
  draft: PolicySet,
  current: PolicySet | Happened | null,
  clocks: readonly ClockState[],
): { policyId: string | null; priority: Priority }[] {
  const written = [...draft.policies, ...policiesOf(current)].map(({ id }) => id);
  const seen = new Set(clocks.map(({ promise }) => `${promise.priority} ${promise.policyId ?? ''}`));
  return [...new Set(written), null].flatMap((policyId) =>
    priorities
      .filter((priority) => seen.has(`${priority} ${policyId ?? ''}`))
      .map((priority) => ({ policyId, priority })),
  );
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
