import type { Instant } from '../time/instant.ts';
import { type WokenClock, wokenClock } from './arm-clocks.ts';
import type { CaseSla } from './case-sla.ts';
import { afterWaking } from './clock-history.ts';
import { decideClocks } from './decide-clocks.ts';
import type { MetricEvent } from './metric-event.ts';
import type { PolicySet } from './policy-set.ts';
import { wakeClocks } from './settle-clock.ts';
import { applySlaEvent } from './sla-case.ts';
import { type SlaChange, SlaDraft, withNextLook } from './sla-change.ts';
import type { SlaEvent } from './sla-fact.ts';

/**
 * What the events of one commit do to a case's promises.
 * @param policies the version that the case is pinned to; for `case.rebased.v1` the new one.
 * @throws DomainError `conflict` `sla.gap` when events before them are missing
 */
export function followEvents(input: {
  /** Null for a new case. */
  readonly before: CaseSla | null;
  readonly events: readonly [SlaEvent, ...SlaEvent[]];
  readonly policies: PolicySet;
}): SlaChange {
  const { before, events, policies } = input;
  const [first] = events;
  const last = events.at(-1) ?? first;
  const facts = before?.facts ?? applySlaEvent(null, first);
  const clocks = before?.clocks ?? { caseId: first.caseId, seq: first.seq - 1, at: first.at, clocks: [] };
  const draft = new SlaDraft(before, { facts, clocks }, policies, last.at);
  for (const event of events) {
    draft.facts = applySlaEvent(event.type === 'case.created.v1' ? null : draft.facts, event);
    const decided = decideClocks({ before: draft.clocks, event, caseAfter: draft.facts, policies });
    draft.clocks = decided.after;
    draft.records.push(...decided.events);
    if (event.type === 'case.escalated.v1') {
      const by = event.actor.kind === 'agent' ? event.actor.userId : event.actor.kind;
      const { to, reason } = event.data;
      draft.openEscalation({ kind: 'manual', by, reason, to }, draft.ladder, reason);
    }
  }
  return draft.finish();
}

/** What the passing of time until `now` brought: warnings, breaches, escalations; mostly nothing. */
export function followTime(before: CaseSla, policies: PolicySet, now: Instant): SlaChange {
  const draft = new SlaDraft(before, before, policies, now);
  const woken: readonly MetricEvent[] = wakeClocks(before.clocks.clocks, now);
  draft.clocks = afterWaking(before.clocks, woken);
  draft.records.push(...woken);
  return draft.finish();
}

export type WokenSla =
  | { readonly kind: 'stale' }
  | {
      readonly kind: 'followed';
      readonly change: SlaChange;
      /** When this execution looks again; null when it ends. */
      readonly nextAt: Instant | null;
    };

/** What an execution of `sla-clock` that woke at `now` does. */
export function followWake(before: CaseSla, woken: WokenClock, policies: PolicySet, now: Instant): WokenSla {
  const isOf = ({ clock, instance }: WokenClock) => clock === woken.clock && instance === woken.instance;
  if (before.armed.find(isOf)?.epoch !== woken.epoch) return { kind: 'stale' };
  const draft = new SlaDraft(before, before, policies, now);
  const marks = wakeClocks(before.clocks.clocks, now);
  draft.clocks = afterWaking(before.clocks, marks);
  draft.records.push(...marks);
  const change = draft.finish();
  const after = wokenClock(change.next.armed, woken, change.next.clocks.clocks, now, (clock) =>
    draft.lookAt(clock),
  );
  if (after.kind === 'stale') return after;
  const next = withNextLook({ ...change.next, armed: after.armed }, policies);
  return { kind: 'followed', change: { ...change, next }, nextAt: after.kind === 'wait' ? after.at : null };
}
