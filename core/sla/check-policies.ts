import { calendarsThatDoNotOpen } from '../calendar/named-calendars.ts';
import { type Priority, priorities, priorityRank } from '../case/priority.ts';
import type { ErrorDetail } from '../errors.ts';
import { didYouMean } from '../validation/did-you-mean.ts';
import { fieldPath } from '../validation/explain-issues.ts';
import { clockNames } from './clock-name.ts';
import { clockRules } from './clock-rules.ts';
import { type Policy, targetOf } from './policy.ts';
import { policyGaps } from './policy-gaps.ts';
import { compareMatches } from './policy-overlap.ts';
import type { PolicySet } from './policy-set.ts';

export interface PolicyProblem extends ErrorDetail {
  /** A set with an error is not saved; a warning is shown. */
  readonly severity: 'error' | 'warning';
}

/**
 * What the fields alone cannot tell: names that point nowhere, ties, policies that are never reached or
 * overlap, cases that none matches, targets that make no sense together.
 * @param at epoch ms from which calendars must open.
 */
export function checkPolicies(set: PolicySet, at: number): PolicyProblem[] {
  return [
    ...set.policies.flatMap((policy, i) => referenceProblems(set, policy, i)),
    ...calendarsThatDoNotOpen(set.calendars, at).map((detail) => error(detail.field ?? '', detail.message)),
    ...duplicateIds(set.policies),
    ...pairProblems(set.policies),
    ...set.policies.flatMap((policy, i) => targetProblems(policy, i)),
    ...policyGaps(set.policies).map((message) => warning('policies', message)),
  ];
}

function error(field: string, message: string): PolicyProblem {
  return { severity: 'error', field, message };
}

function warning(field: string, message: string): PolicyProblem {
  return { severity: 'warning', field, message };
}

function referenceProblems(set: PolicySet, policy: Policy, i: number): PolicyProblem[] {
  const calendars = Object.keys(set.calendars);
  const ladders = Object.keys(set.ladders);
  const problems: PolicyProblem[] = [];
  const needCalendar = (path: (string | number)[], id: string) => {
    if (!calendars.includes(id))
      problems.push(
        error(
          fieldPath(['policies', i, ...path]),
          `there is no calendar "${id}"${didYouMean(id, calendars)}`,
        ),
      );
  };
  needCalendar(['calendar'], policy.calendar);
  for (const clock of clockNames) {
    for (const priority of priorities) {
      const calendar = targetOf(policy, clock, priority)?.calendar ?? null;
      if (calendar === null) continue;
      const path = ['targets', clock, priority, 'calendar'];
      needCalendar(path, calendar);
      if (clockRules[clock].closedHours === 'never')
        problems.push(
          error(
            fieldPath(['policies', i, ...path]),
            `${clock} runs around the clock; leave its calendar out`,
          ),
        );
    }
  }
  if (policy.escalation !== undefined && !ladders.includes(policy.escalation)) {
    const message = `there is no ladder "${policy.escalation}"${didYouMean(policy.escalation, ladders)}`;
    problems.push(error(fieldPath(['policies', i, 'escalation']), message));
  }
  return problems;
}

function duplicateIds(policies: readonly Policy[]): PolicyProblem[] {
  return policies.flatMap(({ id }, i) => {
    const first = policies.findIndex((policy) => policy.id === id);
    if (first === i) return [];
    return [
      error(
        fieldPath(['policies', i, 'id']),
        `"${id}" is already policies[${first}]; give each an id of its own`,
      ),
    ];
  });
}

function pairProblems(policies: readonly Policy[]): PolicyProblem[] {
  return policies.flatMap((later, j) =>
    policies.slice(0, j).flatMap((earlier, i): PolicyProblem[] => {
      const field = fieldPath(['policies', j, 'match']);
      const relation = compareMatches(earlier.match, later.match);
      if (relation === 'equal')
        return [
          error(
            field,
            `matches the same cases as ${earlier.id} (policies[${i}]); join the two or change one`,
          ),
        ];
      if (relation === 'covers')
        return [
          warning(field, `is never reached: ${earlier.id} before it matches all its cases; move it up`),
        ];
      if (relation === 'overlaps')
        return [
          warning(field, `overlaps with ${earlier.id} before it, which wins for the cases that both match`),
        ];
      return [];
    }),
  );
}

function targetProblems(policy: Policy, i: number): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const asked = priorities.filter((priority) => policy.match.priorities?.includes(priority) ?? true);
  for (const clock of clockNames) {
    const named = asked.filter((priority) => targetOf(policy, clock, priority) !== null);
    const missing = asked.filter((priority) => !named.includes(priority));
    const field = fieldPath(['policies', i, 'targets', clock]);
    if (named.length > 0 && missing.length > 0 && clock !== 'emergency-ack')
      problems.push(
        warning(field, `has no target for ${missing.join(', ')}; such cases have no due time there`),
      );
    problems.push(...inversions(policy, clock, named).map((message) => warning(field, message)));
  }
  const promisesReply = asked.some((priority) => targetOf(policy, 'first-reply', priority) !== null);
  if (!promisesReply)
    problems.push(
      warning(
        fieldPath(['policies', i, 'targets']),
        'promises no first-reply; a first message has no due time',
      ),
    );
  return problems;
}

/** A more urgent case that may wait longer is probably a swap. */
function inversions(
  policy: Policy,
  clock: (typeof clockNames)[number],
  named: readonly Priority[],
): string[] {
  const sorted = named.toSorted((a, b) => priorityRank(a) - priorityRank(b));
  return sorted.slice(1).flatMap((priority, i) => {
    const before = sorted[i] ?? priority;
    const [urgent, calm] = [targetOf(policy, clock, before), targetOf(policy, clock, priority)];
    // Minutes of different calendars cannot be compared.
    if (urgent === null || calm === null || urgent.calendar !== calm.calendar) return [];
    if (urgent.minutes <= calm.minutes) return [];
    return [`gives ${before} ${urgent.minutes} min but ${priority} only ${calm.minutes}; swap them?`];
  });
}
