import { type Escalation, type EscalationCause, escalationId } from '../escalation/escalation.ts';
import { tiers } from '../escalation/ladder.ts';
import type { Instant } from '../time/instant.ts';
import { armClocks, type StartedClock } from './arm-clocks.ts';
import type { CaseSla } from './case-sla.ts';
import { escalatesAt, ladderOf, lookAtOf, type NamedLadder } from './clock-ladder.ts';
import type { ClockName } from './clock-name.ts';
import { type CaseClocks, type ClockState, isOpenClock } from './clock-state.ts';
import { clocksToKeep } from './keep-clocks.ts';
import type { PolicySet } from './policy-set.ts';
import { policyInForce } from './promise-of.ts';
import { isSolved, type SlaCase } from './sla-case.ts';
import type { SlaRecord } from './sla-record.ts';

/** What an event or the passing of time does to a case's promises, ready to be stored. */
export interface SlaChange {
  readonly next: CaseSla;
  readonly records: readonly SlaRecord[];
  /** Executions of `sla-clock` to start. */
  readonly starts: readonly StartedClock[];
  readonly opened: readonly Escalation[];
  /** Escalations that are over because the case moved on. */
  readonly closed: readonly Escalation[];
  /** As they were: open ones whose promise is due at another time, is paused or was broken, to be looked at now. */
  readonly moved: readonly Escalation[];
}

const keptEscalations = 20;

/** Clocks and escalations of a case while a change is worked in; `finish` gives what to store. */
export class SlaDraft {
  readonly records: SlaRecord[] = [];
  facts: SlaCase;
  clocks: CaseClocks;
  readonly #before: CaseSla | null;
  readonly #policies: PolicySet;
  readonly #now: Instant;
  readonly #opened: string[] = [];
  readonly #closed: string[] = [];
  readonly #moved: Escalation[] = [];
  #escalations: readonly Escalation[];
  #count: number;

  constructor(
    before: CaseSla | null,
    start: { readonly facts: SlaCase; readonly clocks: CaseClocks },
    policies: PolicySet,
    now: Instant,
  ) {
    this.#before = before;
    this.facts = start.facts;
    this.clocks = start.clocks;
    this.#policies = policies;
    this.#now = now;
    this.#escalations = before?.escalations ?? [];
    this.#count = before?.escalationCount ?? 0;
  }

  /** The ladder of the policy in force; null when it has none. */
  get ladder(): NamedLadder | null {
    return ladderOf(this.#policies, policyInForce(this.#policies, this.facts).policy?.id ?? null);
  }

  openEscalation(cause: EscalationCause, ladder: NamedLadder | null, why: string): void {
    this.#count += 1;
    const { caseId } = this.clocks;
    const escalation: Escalation = {
      id: escalationId(caseId, this.#count),
      caseId,
      number: this.#count,
      cause,
      ladderId: ladder?.id ?? null,
      policyVersion: this.#policies.version,
      state: 'open',
      openedAt: this.#now,
      remindedMinutes: [],
      told: null,
      manual: cause.kind === 'promise' ? null : { level: beginLevel(cause, ladder), at: this.#now },
      round: 0,
      nextStepAt: this.#now,
      taskToken: null,
      acknowledged: null,
      ended: null,
    };
    this.#escalations = [...this.#escalations, escalation];
    this.#opened.push(escalation.id);
    const { id, ladderId } = escalation;
    this.records.push({
      type: 'escalation.opened',
      caseId,
      escalationId: id,
      at: this.#now,
      why,
      cause,
      ladderId,
    });
  }

  finish(): SlaChange {
    for (const escalation of this.#escalations.filter(({ state }) => state === 'open')) {
      const why = this.#overWhy(escalation);
      if (why !== null) this.#end(escalation, why);
      else if (this.#hasMoved(escalation)) this.#look(escalation);
    }
    for (const clock of this.clocks.clocks) {
      const ladder = ladderFor(clock, this.facts, this.#policies);
      const why = escalatesAt(clock, ladder?.ladder ?? null, this.#escalations, this.#now);
      if (why !== null)
        this.openEscalation({ kind: 'promise', clock: clock.clock, instance: clock.instance }, ladder, why);
    }
    const clocks = { ...this.clocks, clocks: clocksToKeep(this.clocks.clocks) };
    const before = this.#before?.armed ?? [];
    const { armed, starts } = armClocks(before, clocks.clocks, (clock) => this.lookAt(clock));
    const next: CaseSla = {
      caseId: clocks.caseId,
      version: (this.#before?.version ?? 0) + 1,
      policyVersion: this.#policies.version,
      facts: this.facts,
      clocks,
      armed,
      escalations: kept(this.#escalations, clocks.clocks),
      escalationCount: this.#count,
      nextLookAt: null,
      ...this.#stillBehind(),
    };
    const named = (ids: readonly string[]) => this.#escalations.filter(({ id }) => ids.includes(id));
    return {
      next: withNextLook(next, this.#policies),
      records: this.records,
      starts,
      opened: named(this.#opened),
      closed: named(this.#closed),
      moved: this.#moved,
    };
  }

  /** Time alone does not make up for an event. */
  #stillBehind(): Pick<CaseSla, 'behindSince'> {
    const { behindSince, clocks } = this.#before ?? {};
    return behindSince !== undefined && clocks?.seq === this.clocks.seq ? { behindSince } : {};
  }

  lookAt(clock: ClockState): Instant | null {
    const ladder = ladderFor(clock, this.facts, this.#policies)?.ladder ?? null;
    return lookAtOf(clock, ladder, this.#escalations);
  }

  #overWhy({ cause, openedAt }: Escalation): string | null {
    const { mergedInto, isSpam, status, handedOverAt } = this.facts;
    const isOwedAfterAll = cause.kind === 'promise' && outlastsMerge(cause.clock);
    if (mergedInto !== null && !isOwedAfterAll) return `the case was merged into ${mergedInto}`;
    if (isSpam) return 'the case is spam';
    if (cause.kind === 'promise') {
      const clock = this.clocks.clocks.find(
        (state) => state.clock === cause.clock && state.instance === cause.instance,
      );
      return clock !== undefined && isOpenClock(clock)
        ? null
        : `${cause.clock}: ${clock?.endedWhy ?? 'the promise is over'}`;
    }
    if (isSolved(status)) return `the case is ${status}`;
    if (cause.kind === 'handover' && handedOverAt !== null && handedOverAt >= openedAt)
      return 'the case was handed over';
    return null;
  }

  #hasMoved({ cause }: Escalation): boolean {
    if (cause.kind !== 'promise') return false;
    const isIt = ({ clock, instance }: ClockState) => clock === cause.clock && instance === cause.instance;
    const before = this.#before?.clocks.clocks.find(isIt);
    const after = this.clocks.clocks.find(isIt);
    return before?.dueAt !== after?.dueAt || before?.breachedAt !== after?.breachedAt;
  }

  /** Its workflow waits for a time that no longer holds. */
  #look(escalation: Escalation): void {
    const woken: Escalation = { ...escalation, nextStepAt: this.#now, taskToken: null };
    this.#escalations = this.#escalations.map((other) => (other.id === escalation.id ? woken : other));
    this.#moved.push(escalation);
  }

  #end(escalation: Escalation, why: string): void {
    const ended: Escalation = {
      ...escalation,
      state: 'ended',
      nextStepAt: null,
      ended: { at: this.#now, why },
    };
    this.#escalations = this.#escalations.map((other) => (other.id === escalation.id ? ended : other));
    if (this.#opened.includes(escalation.id)) this.#opened.splice(this.#opened.indexOf(escalation.id), 1);
    else this.#closed.push(escalation.id);
    const { caseId, id } = escalation;
    this.records.push({ type: 'escalation.ended', caseId, escalationId: id, at: this.#now, why });
  }
}

/** `nextLookAt` from the clocks and escalations as they are. */
export function withNextLook(sla: CaseSla, policies: PolicySet): CaseSla {
  const ladder = (clock: ClockState) => ladderFor(clock, sla.facts, policies)?.ladder ?? null;
  const looks = [
    ...sla.clocks.clocks.map((clock) => lookAtOf(clock, ladder(clock), sla.escalations)),
    ...sla.escalations.map(({ state, nextStepAt }) => (state === 'open' ? nextStepAt : null)),
    sla.behindSince ?? null,
  ].filter((at) => at !== null);
  return { ...sla, nextLookAt: looks.toSorted()[0] ?? null };
}

/** The ladder that tells of a clock. Of a case that went on as another one, and of spam, nobody is told. */
function ladderFor(
  clock: ClockState,
  { mergedInto, isSpam }: SlaCase,
  policies: PolicySet,
): NamedLadder | null {
  if (isSpam || (mergedInto !== null && !outlastsMerge(clock.clock))) return null;
  return ladderOf(policies, clock.promise.policyId);
}

/** What a merge does not cancel is owed still: the answer of a department to the case that asked. */
function outlastsMerge(clock: ClockName): boolean {
  return clock === 'department';
}

/** Of those that are over the last for people to see, and any of an open promise: it must not begin anew. */
function kept(escalations: readonly Escalation[], clocks: readonly ClockState[]): Escalation[] {
  const last = escalations.filter(({ state }) => state !== 'open').slice(-keptEscalations);
  const isOpen = clocks.filter(isOpenClock);
  const isOfOpen = ({ cause }: Escalation) =>
    cause.kind === 'promise' &&
    isOpen.some(({ clock, instance }) => clock === cause.clock && instance === cause.instance);
  return escalations.filter((each) => each.state === 'open' || last.includes(each) || isOfOpen(each));
}

/** A rung that the ladder does not have is the next one above it; the top where there is none. */
function beginLevel(cause: EscalationCause, ladder: NamedLadder | null): number {
  const tier =
    cause.kind === 'manual' && 'tier' in cause.to
      ? cause.to.tier
      : cause.kind === 'handover'
        ? 'lead'
        : 'agent';
  const levels = ladder?.ladder.levels ?? [];
  const found = levels.findIndex((level) => tiers.indexOf(level.tier) >= tiers.indexOf(tier));
  return found === -1 ? Math.max(0, levels.length - 1) : found;
}
