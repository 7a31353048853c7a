import { DomainError } from '../errors.ts';
import type { Instant } from '../time/instant.ts';
import type { CaseClocks } from './clock-state.ts';
import { decideClocks } from './decide-clocks.ts';
import { applyMetricEvent } from './fold-clock.ts';
import type { MetricEvent } from './metric-event.ts';
import type { PolicySet } from './policy-set.ts';
import { wakeClocks } from './settle-clock.ts';
import { applySlaEvent, type SlaCase } from './sla-case.ts';
import type { SlaEvent } from './sla-fact.ts';

/**
 * A case's events in the order of their numbers, each once, whatever order and duplicates they came in.
 * @throws DomainError `conflict` `sla.gap` when one is missing.
 */
export function clockEvents(history: readonly SlaEvent[]): SlaEvent[] {
  const bySeq = new Map(history.map((event) => [event.seq, event]));
  const ordered = [...bySeq.values()].toSorted((a, b) => a.seq - b.seq);
  ordered.forEach((event, i) => {
    if (event.seq === i + 1) return;
    throw new DomainError(
      'conflict',
      'sla.gap',
      `${event.caseId}: event ${i + 1} is missing; read the whole history`,
    );
  });
  return ordered;
}

export interface ReplayInput {
  /** Of one case, in any order. */
  readonly history: readonly SlaEvent[];
  /** The version under which the case began. */
  readonly policies: PolicySet;
  /** Versions that `case.rebased.v1` names; without them a re-base is left out, as in a simulation. */
  readonly versions?: Readonly<Record<string, PolicySet>>;
  /** Warnings and breaches until then are added; null for none after the last event. */
  readonly until: Instant | null;
}

export interface Replayed {
  readonly facts: SlaCase;
  readonly clocks: CaseClocks;
  readonly events: readonly MetricEvent[];
}

/** Works a whole history into clocks: what `decideClocks` gives event by event, from nothing. */
export function replayClocks({ history, policies, versions, until }: ReplayInput): Replayed {
  let facts: SlaCase | null = null;
  let clocks: CaseClocks | null = null;
  let inForce = policies;
  const events: MetricEvent[] = [];
  for (const event of clockEvents(history)) {
    facts = applySlaEvent(facts, event);
    if (event.type === 'case.rebased.v1' && versions !== undefined)
      inForce = versionNamed(versions, event.data.policyVersion);
    const decided = decideClocks({ before: clocks, event, caseAfter: facts, policies: inForce });
    clocks = decided.after;
    events.push(...decided.events);
  }
  if (facts === null || clocks === null)
    throw new DomainError('invalid', 'sla.no-creation', 'a case without events has no clocks');
  if (until === null) return { facts, clocks, events };
  const woken = wakeClocks(clocks.clocks, until);
  return { facts, clocks: afterWaking(clocks, woken), events: [...events, ...woken] };
}

/** The clocks with the events of `wakeClocks` folded in. */
export function afterWaking(clocks: CaseClocks, woken: readonly MetricEvent[]): CaseClocks {
  const next = clocks.clocks.map((clock) =>
    woken
      .filter((event) => event.clock === clock.clock && event.instance === clock.instance)
      .reduce(applyMetricEvent, clock),
  );
  return { ...clocks, clocks: next };
}

/** @throws DomainError `missing` `sla.policy-version` */
export function versionNamed(versions: Readonly<Record<string, PolicySet>>, version: string): PolicySet {
  const found = Object.hasOwn(versions, version) ? versions[version] : undefined;
  if (found !== undefined) return found;
  throw new DomainError(
    'missing',
    'sla.policy-version',
    `there is no policy version "${version}"; keep every version that a case was based on`,
  );
}
