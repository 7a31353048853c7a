import { DomainError } from '../errors.ts';
import { ClockDraft } from './clock-draft.ts';
import { clockNames } from './clock-name.ts';
import { clockRules } from './clock-rules.ts';
import { type ClockSignal, signalOf } from './clock-signal.ts';
import { type CaseClocks, type ClockState, isOpenClock } from './clock-state.ts';
import type { MetricEvent } from './metric-event.ts';
import { moveClocks, moveOf } from './move-clocks.ts';
import type { PolicySet } from './policy-set.ts';
import { isSamePromise, type PolicyInForce, policyInForce, promiseOf } from './promise-of.ts';
import { shouldPause } from './should-pause.ts';
import { isSolved, type SlaCase } from './sla-case.ts';
import type { SlaEvent } from './sla-fact.ts';

export interface DecideInput {
  /** Null before the first event of the case. */
  readonly before: CaseClocks | null;
  readonly event: SlaEvent;
  /** The case right after `event` (not after others of the same commit). */
  readonly caseAfter: SlaCase;
  /** The version that the case is pinned to; for `case.rebased.v1` the new one. */
  readonly policies: PolicySet;
}

export interface Decided {
  readonly events: readonly MetricEvent[];
  readonly after: CaseClocks;
}

/**
 * What one event of a case does to its clocks. An event that was worked in before gives nothing; every instant
 * comes from event times, never from when this runs.
 * @throws DomainError `conflict` `sla.gap` when events before it are missing: rebuild from the history.
 */
export function decideClocks({ before, event, caseAfter, policies }: DecideInput): Decided {
  const start = before ?? { caseId: event.caseId, seq: 0, at: event.at, clocks: [] };
  if (event.seq <= start.seq) return { events: [], after: start };
  if (event.seq > start.seq + 1) {
    const message = `${event.caseId}: event ${event.seq} came after ${start.seq}; rebuild the clocks from the history`;
    throw new DomainError('conflict', 'sla.gap', message);
  }
  // Machines disagree about the time by a little; a clock must not run backwards.
  const at = event.at > start.at ? event.at : start.at;
  const draft = new ClockDraft(start, at, event.seq, policies.calendars);
  const force = policyInForce(policies, caseAfter);
  const signal = signalOf(event, caseAfter);
  if (signal !== null) obey(draft, signal, event, caseAfter, force);
  moveClocks(draft, event, caseAfter, force);
  holdOrRelease(draft, caseAfter, force);
  return { events: draft.events, after: { caseId: start.caseId, seq: event.seq, at, clocks: draft.clocks } };
}

/** Ends, then reopens, then starts: a public update ends one keep-informed and begins the next. */
function obey(
  draft: ClockDraft,
  signal: ClockSignal,
  event: SlaEvent,
  facts: SlaCase,
  force: PolicyInForce,
): void {
  for (const clock of draft.open()) {
    const rule = clockRules[clock.clock];
    if (signal.subject !== null && clock.subject !== signal.subject) continue;
    if (rule.fulfilledBy.includes(signal.name) && signal.isHuman)
      draft.fulfil(clock, actorName(event), signal.why);
    else if (rule.cancelledBy.includes(signal.name)) draft.cancel(clock, signal.why);
  }
  if (signal.name === 'reopened') reopen(draft, signal, force);
  for (const name of clockNames) {
    const rule = clockRules[name];
    if (!rule.starts.includes(signal.name) || !mayStart(draft, name, signal, facts)) continue;
    if (draft.open().some((clock) => clock.clock === rule.waitsFor)) continue;
    const terms = termsOf(event);
    const subject = signal.subject;
    draft.start(
      { clock: name, subject, terms, startedAt: draft.at, why: signal.why },
      promiseOf(force, name, terms),
    );
  }
}

function mayStart(
  draft: ClockDraft,
  name: ClockState['clock'],
  signal: ClockSignal,
  facts: SlaCase,
): boolean {
  const rule = clockRules[name];
  const instances = draft.instancesOf(name);
  if (facts.mergedInto !== null && rule.cancelledBy.includes('merged-away')) return false;
  if (rule.onlyWhileUnsolved && (isSolved(facts.status) || facts.mergedInto !== null)) return false;
  if (instances.length === 0) return true;
  if (rule.newInstance === 'never' || signal.onlyFirst) return false;
  return rule.newInstance === 'each' || !instances.some(isOpenClock);
}

/** What changed while it was solved is caught up with first, so that the grace holds under the promise of now. */
function reopen(draft: ClockDraft, signal: ClockSignal, force: PolicyInForce): void {
  for (const clock of draft.clocks) {
    const { reopen: how } = clockRules[clock.clock];
    const isEnded = clock.state === 'met' || clock.state === 'missed';
    if (how === 'stays-ended' || !isEnded) continue;
    const graceMs = how === 'resumes-with-grace' ? (force.policy?.reopenGraceMinutes ?? 0) * 60_000 : 0;
    draft.reopen(caughtUp(draft, clock, signal.why, force), graceMs, signal.why);
  }
}

function caughtUp(draft: ClockDraft, clock: ClockState, why: string, force: PolicyInForce): ClockState {
  const promise = promiseOf(force, clock.clock, clock.terms);
  if (isSamePromise(promise, clock.promise)) return clock;
  const { cause, recount } = moveOf(clock.promise, promise);
  return draft.retarget(clock, promise, { cause, recount, why, override: null });
}

function holdOrRelease(draft: ClockDraft, facts: SlaCase, { isCrisis }: PolicyInForce): void {
  for (const clock of draft.open()) {
    const wanted = shouldPause(clock.clock, facts.status, isCrisis);
    if (wanted && clock.state === 'running') draft.pause(clock, facts.status);
    if (!wanted && clock.state === 'paused') draft.resume(clock, facts.status);
  }
}

function termsOf(event: SlaEvent): ClockState['terms'] {
  if (event.type !== 'consult.sent.v1') return null;
  return { calendar: event.data.calendar, minutes: event.data.minutes };
}

function actorName({ actor }: SlaEvent): string {
  if (actor.kind === 'agent') return actor.userId;
  return actor.kind === 'customer' ? actor.address : actor.name;
}
