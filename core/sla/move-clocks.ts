import { DomainError } from '../errors.ts';
import { type Instant, toEpochMs, toInstant } from '../time/instant.ts';
import type { ClockDraft } from './clock-draft.ts';
import { clockRules } from './clock-rules.ts';
import { type ClockState, isOpenClock } from './clock-state.ts';
import type { ClockPromise, RetargetCause } from './metric-event.ts';
import { isSamePromise, type PolicyInForce, promiseOf } from './promise-of.ts';
import { isSolved, type SlaCase } from './sla-case.ts';
import type { SlaEvent } from './sla-fact.ts';

const furthestMs = 10 * 366 * 86_400_000;

/** Re-targets what an event leaves open: another policy or priority, a person's date, a re-base, a merge. */
export function moveClocks(draft: ClockDraft, event: SlaEvent, facts: SlaCase, force: PolicyInForce): void {
  if (event.type === 'clock.due-overridden.v1') return override(draft, event);
  if (event.type === 'case.merged-from.v1') {
    inherit(draft, event, force);
    if (force.isCrisis && !isSolved(facts.status)) keepInformed(draft, event.data.fromCaseId, force);
  }
  for (const clock of draft.open()) {
    const promise = promiseOf(force, clock.clock, clock.terms);
    const { cause, recount } = moveOf(clock.promise, promise);
    // Never go silent: a date that was fine before it turned out to be a crisis puts nothing off any more.
    const isHeld = force.isCrisis && clockRules[clock.clock].neverPausesInCrisis;
    const isFreed = isHeld && draft.isPutOff(clock, promise, recount);
    if (!isFreed && isSamePromise(promise, clock.promise)) continue;
    const why =
      event.type === 'case.rebased.v1'
        ? event.data.reason
        : `${event.type}: ${promise.policyId ?? 'no policy'}, ${promise.priority}`;
    draft.retarget(clock, promise, { cause, recount, why, ...(isFreed && { override: null }) });
  }
}

/** Another version, and a first policy, count again from the start; anything else keeps what was counted. */
export function moveOf(
  before: ClockPromise,
  after: ClockPromise,
): { cause: RetargetCause; recount: boolean } {
  if (before.policyVersion !== after.policyVersion) return { cause: 'rebase', recount: true };
  // Until a policy matched there was no calendar to count in.
  if (before.policyId === null && after.policyId !== null) return { cause: 'first-target', recount: true };
  return { cause: 'case-changed', recount: false };
}

/** @throws DomainError `missing` `sla.clock` when the case has no such clock that is open. */
function override(draft: ClockDraft, event: SlaEvent & { type: 'clock.due-overridden.v1' }): void {
  const { clock: name, instance, dueAt, reason } = event.data;
  const clock = draft.clocks.find((state) => state.clock === name && state.instance === instance);
  if (clock === undefined || !isOpenClock(clock)) {
    const message = `${event.caseId} has no open ${name} clock number ${instance}; name one that runs or is paused`;
    throw new DomainError('missing', 'sla.clock', message, { details: [{ field: 'clock', message }] });
  }
  const setBy = event.actor.kind === 'agent' ? event.actor.userId : event.actor.kind;
  const override = dueAt === null ? null : { ...dateOf(dueAt, draft.at), setAt: draft.at, reason, setBy };
  draft.retarget(clock, clock.promise, { cause: 'override', why: reason, override });
}

/** A change never makes a promise late before the change. @throws DomainError `invalid` `sla.due-date` */
function dateOf(dueAt: Instant, now: Instant): { dueAt: Instant; spanMs: number } {
  const spanMs = Math.max(0, toEpochMs(dueAt) - toEpochMs(now));
  if (spanMs <= furthestMs) return { dueAt: toInstant(toEpochMs(now) + spanMs), spanMs };
  const message = `${dueAt} is no time within ten years; choose an earlier date`;
  throw new DomainError('invalid', 'sla.due-date', `dueAt: ${message}`, {
    details: [{ field: 'dueAt', message }],
  });
}

/** Whoever waited longest is still waiting: the reply clock begins when the inherited message came. */
function inherit(
  draft: ClockDraft,
  event: SlaEvent & { type: 'case.merged-from.v1' },
  force: PolicyInForce,
): void {
  const { unansweredSince, fromCaseId } = event.data;
  if (unansweredSince === null) return;
  const why = `merged with ${fromCaseId}, whose message waits since ${unansweredSince}`;
  const startedAt = unansweredSince < draft.at ? unansweredSince : draft.at;
  const running = draft.open().find((state) => state.clock === 'first-reply' || state.clock === 'next-reply');
  if (running !== undefined) {
    if (startedAt >= running.startedAt) return;
    const promise = promiseOf(force, running.clock, running.terms);
    draft.retarget(running, promise, { cause: 'merge', why, recount: true, startedAt });
    return;
  }
  const clock: ClockState['clock'] =
    draft.instancesOf('first-reply').length === 0 ? 'first-reply' : 'next-reply';
  draft.start({ clock, subject: null, terms: null, startedAt, why }, promiseOf(force, clock, null));
}

/** Never go silent: what the other case owed ended with it. Whoever is owed an answer hears by that. */
function keepInformed(draft: ClockDraft, fromCaseId: string, force: PolicyInForce): void {
  const owed: readonly ClockState['clock'][] = ['first-reply', 'next-reply', 'keep-informed'];
  if (draft.open().some(({ clock }) => owed.includes(clock))) return;
  const why = `merged with ${fromCaseId}, and somebody is to be kept informed`;
  const start = { clock: 'keep-informed', subject: null, terms: null, startedAt: draft.at, why } as const;
  draft.start(start, promiseOf(force, 'keep-informed', null));
}
