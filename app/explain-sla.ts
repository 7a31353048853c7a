import type { StretchWhy } from '../core/calendar/stretches.ts';
import { zoneOf } from '../core/calendar/zone.ts';
import { afterWaking } from '../core/sla/clock-history.ts';
import type { ClockState } from '../core/sla/clock-state.ts';
import { calendarOf, elapsedMsAt } from '../core/sla/clock-sums.ts';
import { countdownOf } from '../core/sla/countdown.ts';
import { explainClock } from '../core/sla/explain-clock.ts';
import { matchPolicy } from '../core/sla/match-policy.ts';
import { byPressure } from '../core/sla/next-promise.ts';
import type { PolicySet } from '../core/sla/policy-set.ts';
import { wakeClocks } from '../core/sla/settle-clock.ts';
import { lengthOf, momentOf } from '../core/sla/time-words.ts';
import { type Instant, toEpochMs, toInstant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { policySetNamed } from './pinned-policies.ts';
import { requireCase } from './require-case.ts';

/** A piece of time from the start of a promise to its due time. */
export interface ExplainedStretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly counted: boolean;
  readonly why: StretchWhy;
  /** The holiday's or the pause's. */
  readonly name: string | null;
  readonly ms: number;
}

export interface ExplainedClock {
  readonly sentence: string;
  /** The sum, for a person to check: what was promised, what has counted, what is left. */
  readonly sum: string;
  /** False for a clock without a target: it only measures. */
  readonly isPromised: boolean;
  /** The zone in which the stretches are best read. */
  readonly timezone: string;
  /** The calendar whose open time counts, or `around the clock`. */
  readonly counts: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly stretches: readonly ExplainedStretch[];
  /** So many are left out in the middle. */
  readonly hidden: number;
  readonly totalMs: Readonly<Record<StretchWhy, number>>;
  readonly left: {
    readonly label: string;
    /** Counted time; below 0 is how late it is. Null without a due time. */
    readonly businessMs: number | null;
    readonly wallMs: number | null;
  };
  /** The due time on that zone's clock; null while paused, ended or without a target. */
  readonly due: string | null;
}

export interface ExplainedSla {
  readonly caseId: string;
  readonly at: Instant;
  readonly policyVersion: string | null;
  readonly policy: { readonly id: string; readonly name: string } | null;
  /** Why this policy, and why not the ones before it. */
  readonly why: string;
  readonly clocks: readonly { readonly clock: ClockState; readonly explanation: ExplainedClock }[];
}

/**
 * Each promise of a case with every stretch of time, counted or not and why.
 * @throws DomainError `case.missing`, `sla.policy-version`
 */
export async function explainSla(
  caseId: string,
  ports: Pick<Ports, 'store' | 'config' | 'clock'>,
): Promise<ExplainedSla> {
  const { id } = await requireCase(caseId, ports);
  const now = ports.clock.now();
  const at = toInstant(now);
  const sla = await ports.store.getSla(id);
  if (sla === null)
    return { caseId: id, at, policyVersion: null, policy: null, why: 'it has no clocks yet', clocks: [] };
  const policies = await policySetNamed(sla.policyVersion, ports);
  const { policy, why } = matchPolicy(policies.policies, sla.facts);
  // What is past by now is told as past, also where its timer is a moment late.
  const { clocks } = afterWaking(sla.clocks, wakeClocks(sla.clocks.clocks, at));
  return {
    caseId: id,
    at,
    policyVersion: sla.policyVersion,
    policy: policy === null ? null : { id: policy.id, name: policy.name },
    why,
    clocks: clocks
      .toSorted(byPressure)
      .map((clock) => ({ clock, explanation: explainedClock(clock, now, policies) })),
  };
}

/** A clock as it stands at `now`, epoch ms. */
export function explainedClock(clock: ClockState, now: number, { calendars }: PolicySet): ExplainedClock {
  const { sentence, from, to, stretches, hidden, totalMs } = explainClock(clock, now, calendars);
  const { timezone } = calendarOf(clock.promise, calendars);
  const { label, businessMs, wallMs } = countdownOf(clock, now, calendars);
  return {
    sentence,
    sum: sumOf(clock, elapsedMsAt(clock, now, calendars), totalMs.open),
    isPromised: clock.promise.targetMinutes !== null || clock.override !== null,
    timezone,
    counts: clock.promise.calendar ?? 'around the clock',
    from: toInstant(from),
    to: toInstant(to),
    stretches: stretches.map((stretch) => ({
      from: toInstant(stretch.from),
      to: toInstant(stretch.to),
      counted: stretch.why === 'open',
      why: stretch.why,
      name: stretch.name ?? null,
      ms: stretch.to - stretch.from,
    })),
    hidden,
    totalMs,
    left: { label, businessMs, wallMs },
    due: clock.dueAt === null ? null : momentOf(toEpochMs(clock.dueAt), zoneOf(timezone)),
  };
}

function sumOf(clock: ClockState, countedMs: number, stretchesMs: number): string {
  const { promise, graceMs, override, dueAt, startedAt } = clock;
  const counted = `${lengthOf(countedMs)} counted`;
  if (override !== null)
    return `${counted}; the date was set by hand, so the target does not decide: ${override.reason}`;
  if (promise.targetMinutes === null) return `${counted}; nothing is promised`;
  const allowedMs = Math.round(promise.targetMinutes * 60_000) + graceMs;
  const allowed =
    graceMs === 0 ? lengthOf(allowedMs) : `${lengthOf(allowedMs)} (${lengthOf(graceMs)} of it grace)`;
  const leftMs = allowedMs - countedMs;
  const left = leftMs >= 0 ? `${lengthOf(leftMs)} left` : `${lengthOf(-leftMs)} too long`;
  const sum = `${allowed} promised, ${counted}, ${left}`;
  // The stretches up to the due time add up to the promise, unless it was another one for a while.
  if (dueAt === null || toEpochMs(dueAt) < toEpochMs(startedAt) || stretchesMs === allowedMs) return sum;
  return `${sum}; the stretches add up to ${lengthOf(stretchesMs)}, because the target or its hours changed while it ran`;
}
