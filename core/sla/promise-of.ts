import type { Priority } from '../case/priority.ts';
import type { ClockName } from './clock-name.ts';
import { clockRules } from './clock-rules.ts';
import type { ClockState } from './clock-state.ts';
import { matchPolicy } from './match-policy.ts';
import type { ClockPromise } from './metric-event.ts';
import { type Policy, targetOf } from './policy.ts';
import type { PolicySet } from './policy-set.ts';
import type { SlaCase } from './sla-case.ts';

/** Policy and priority of a case, looked up once for all its clocks. */
export interface PolicyInForce {
  readonly set: PolicySet;
  /** Null when none matches. */
  readonly policy: Policy | null;
  readonly priority: Priority;
  readonly isCrisis: boolean;
}

export function policyInForce(set: PolicySet, facts: SlaCase): PolicyInForce {
  return {
    set,
    policy: matchPolicy(set.policies, facts).policy,
    priority: facts.priority,
    isCrisis: set.crisisCategories.includes(facts.category),
  };
}

/** What is promised for a clock now. `terms` are a department's own calendar and minutes. */
export function promiseOf(
  { set, policy, priority, isCrisis }: PolicyInForce,
  clock: ClockName,
  terms: ClockState['terms'],
): ClockPromise {
  const target = policy === null ? null : targetOf(policy, clock, priority);
  const rule = clockRules[clock];
  // A department's calendar is of the configuration that sent the question, which this version may not know.
  const ofDepartment =
    terms?.calendar != null && Object.hasOwn(set.calendars, terms.calendar) ? terms.calendar : null;
  const named = ofDepartment ?? target?.calendar ?? null;
  const isAroundTheClock = rule.closedHours === 'never' || (rule.neverPausesInCrisis && isCrisis);
  const usual = rule.closedHours === 'pause' ? (policy?.calendar ?? null) : null;
  return {
    policyId: policy?.id ?? null,
    policyVersion: set.version,
    priority,
    targetMinutes: terms?.minutes ?? target?.minutes ?? null,
    calendar: isAroundTheClock ? null : (named ?? usual),
    warnings: policy?.warnings ?? [],
  };
}

export function isSamePromise(a: ClockPromise, b: ClockPromise): boolean {
  return (
    a.policyId === b.policyId &&
    a.policyVersion === b.policyVersion &&
    a.priority === b.priority &&
    a.targetMinutes === b.targetMinutes &&
    a.calendar === b.calendar &&
    a.warnings.length === b.warnings.length &&
    a.warnings.every((percent, i) => percent === b.warnings[i])
  );
}
