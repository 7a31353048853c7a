import type { Instant } from '../time/instant.ts';
import { afterWaking } from './clock-history.ts';
import type { ClockName } from './clock-name.ts';
import { type CaseClocks, type ClockState, isOpenClock } from './clock-state.ts';
import { decideClocks } from './decide-clocks.ts';
import { matchPolicy } from './match-policy.ts';
import type { MetricEvent } from './metric-event.ts';
import type { PolicySet } from './policy-set.ts';
import { wakeClocks } from './settle-clock.ts';
import type { SlaCase } from './sla-case.ts';
import type { SlaEvent } from './sla-fact.ts';

export interface RebaseInput {
  readonly clocks: CaseClocks;
  readonly facts: SlaCase;
  readonly policies: PolicySet;
  readonly now: Instant;
  readonly reason: string;
}

/** How one clock would move. */
export interface RebasedClock {
  readonly clock: ClockName;
  readonly instance: number;
  readonly dueBefore: Instant | null;
  readonly dueAfter: Instant | null;
  readonly policyBefore: string | null;
  readonly policyAfter: string | null;
  /** It would be late at once. */
  readonly breachAppears: boolean;
  /** An earlier breach, or a date set by a person, stays as it is. */
  readonly keeps: 'breach' | 'override' | null;
}

export interface RebasePreview {
  readonly caseId: string;
  /** The case would be without a policy. */
  readonly unmatched: boolean;
  /** Open clocks whose due time or policy would change. */
  readonly moved: readonly RebasedClock[];
  /** What would be recorded. */
  readonly events: readonly MetricEvent[];
}

/**
 * What re-basing a case onto another version would do, and does: the preview is `decideClocks` on the event
 * that would be recorded. A promise that the new version has used up already is due at `now`, and late a
 * millisecond later; `breachAppears` tells that beforehand.
 */
export function previewRebase({ clocks, facts, policies, now, reason }: RebaseInput): RebasePreview {
  const settled = afterWaking(clocks, wakeClocks(clocks.clocks, now));
  const event: SlaEvent = {
    type: 'case.rebased.v1',
    caseId: clocks.caseId,
    seq: clocks.seq + 1,
    at: now,
    actor: { kind: 'system', name: 'rebase preview' },
    data: { policyVersion: policies.version, reason },
  };
  const { after, events } = decideClocks({ before: settled, event, caseAfter: facts, policies });
  const moved = settled.clocks.filter(isOpenClock).flatMap((before) => {
    const next = after.clocks.find(
      ({ clock, instance }) => clock === before.clock && instance === before.instance,
    );
    return next === undefined || !hasMoved(before, next) ? [] : [movedClock(before, next, now)];
  });
  return {
    caseId: clocks.caseId,
    unmatched: matchPolicy(policies.policies, facts).policy === null,
    moved,
    events,
  };
}

function hasMoved(before: ClockState, after: ClockState): boolean {
  return (
    before.dueAt !== after.dueAt ||
    // What a running clock has left is another sum at each moment.
    (before.state === 'paused' && before.remainingMs !== after.remainingMs) ||
    before.promise.policyId !== after.promise.policyId
  );
}

function movedClock(before: ClockState, after: ClockState, now: Instant): RebasedClock {
  return {
    clock: before.clock,
    instance: before.instance,
    dueBefore: before.dueAt,
    dueAfter: after.dueAt,
    policyBefore: before.promise.policyId,
    policyAfter: after.promise.policyId,
    breachAppears: before.breachedAt === null && after.dueAt !== null && after.dueAt <= now,
    keeps: before.breachedAt !== null ? 'breach' : before.override === null ? null : 'override',
  };
}
