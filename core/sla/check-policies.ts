import { calendarsThatDoNotOpen } from '../calendar/named-calendars.ts';
import { priorities } from '../case/priority.ts';
import { didYouMean } from '../validation/did-you-mean.ts';
import { fieldPath } from '../validation/explain-issues.ts';
import { checkTargets } from './check-targets.ts';
import { clockNames } from './clock-name.ts';
import { clockRules } from './clock-rules.ts';
import { type Policy, targetOf } from './policy.ts';
import { policyGaps } from './policy-gaps.ts';
import { compareMatches } from './policy-overlap.ts';
import { error, type PolicyProblem, warning } from './policy-problem.ts';
import type { PolicySet } from './policy-set.ts';

export type { PolicyProblem };

/**
 * What the fields alone cannot tell: names that point nowhere, ties, policies that are never reached or
 * overlap, cases that none matches, targets that make no sense together.
 * @param at epoch ms from which calendars must open; null where it does not matter any more that they do.
 */
export function checkPolicies(set: PolicySet, at: number | null): PolicyProblem[] {
  const shut = at === null ? [] : calendarsThatDoNotOpen(set.calendars, at);
  return [
    ...set.policies.flatMap((policy, i) => referenceProblems(set, policy, i)),
    ...shut.map((detail) => error(detail.field ?? '', detail.message)),
    ...duplicateIds(set.policies),
    ...pairProblems(set.policies),
    ...set.policies.flatMap((_, i) => checkTargets(set, i, at)),
    ...gaps(set.policies).map((message) => warning('policies', message)),
  ];
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

function gaps(policies: readonly Policy[]): string[] {
  return policies.length === 0
    ? ['there is none, so no case has a due time; write one without a match']
    : policyGaps(policies);
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
