import type { Calendar } from '../calendar/calendar.ts';
import { type Priority, priorities, priorityRank } from '../case/priority.ts';
import { toInstant } from '../time/instant.ts';
import { fieldPath } from '../validation/explain-issues.ts';
import { ownValue } from '../validation/own-value.ts';
import { type ClockName, clockNames } from './clock-name.ts';
import { clockRules } from './clock-rules.ts';
import { dueOrNever, endlessTarget, someMonday } from './endless-target.ts';
import { type Policy, targetOf } from './policy.ts';
import { error, type PolicyProblem, warning } from './policy-problem.ts';
import type { PolicySet } from './policy-set.ts';

const hourMs = 3_600_000;
/** Every six hours of two weeks: each part of the day on each weekday, twice. */
const sampleStarts = Array.from({ length: 56 }, (_, i) => i * 6 * hourMs);
const alwaysOpen: Calendar = { timezone: 'UTC' };

/** A target with the calendar that it is really counted in. */
interface Promised {
  readonly priority: Priority;
  readonly minutes: number;
  /** Null: around the clock. */
  readonly calendarId: string | null;
  /** Null when there is none of that name, which is told elsewhere. */
  readonly calendar: Calendar | null;
}

/**
 * Targets that make no sense together: none for some priorities, a more urgent case that is due later, and
 * one that no desk lives to see, which the clocks could not work out.
 * @param at epoch ms from which calendars are read.
 */
export function checkTargets(set: PolicySet, i: number, at: number | null): PolicyProblem[] {
  const policy = set.policies[i];
  if (policy === undefined) throw new RangeError(`there is no policies[${i}]`);
  const asked = priorities.filter((priority) => policy.match.priorities?.includes(priority) ?? true);
  const start = at ?? someMonday;
  return [
    ...clockNames.flatMap((clock): PolicyProblem[] => {
      const field = fieldPath(['policies', i, 'targets', clock]);
      const promised = promisedBy(set, policy, clock, asked);
      const tooLong = promised.flatMap((target) => endless(target, start));
      return [
        ...missing(policy, clock, asked).map((message) => warning(field, message)),
        ...tooLong.map((message) => error(field, message)),
        ...(tooLong.length === 0 ? inversions(promised, start) : []).map((message) =>
          warning(field, message),
        ),
      ];
    }),
    ...noFirstReply(policy, i, asked),
  ];
}

function promisedBy(
  set: PolicySet,
  policy: Policy,
  clock: ClockName,
  asked: readonly Priority[],
): Promised[] {
  const { closedHours } = clockRules[clock];
  return asked.flatMap((priority) => {
    const target = targetOf(policy, clock, priority);
    if (target === null) return [];
    const usual = closedHours === 'pause' ? policy.calendar : null;
    const calendarId = closedHours === 'never' ? null : (target.calendar ?? usual);
    const calendar = calendarId === null ? alwaysOpen : ownValue(set.calendars, calendarId);
    return [{ priority, minutes: target.minutes, calendarId, calendar }];
  });
}

function missing(policy: Policy, clock: ClockName, asked: readonly Priority[]): string[] {
  const without = asked.filter((priority) => targetOf(policy, clock, priority) === null);
  if (clock === 'emergency-ack')
    return without.includes('emergency')
      ? ['has no target for emergency; such a case would page without a due time']
      : [];
  if (without.length === 0 || without.length === asked.length) return [];
  return [`has no target for ${without.join(', ')}; such cases have no due time there`];
}

function noFirstReply(policy: Policy, i: number, asked: readonly Priority[]): PolicyProblem[] {
  if (asked.some((priority) => targetOf(policy, 'first-reply', priority) !== null)) return [];
  const message = 'promises no first-reply; a first message has no due time';
  return [warning(fieldPath(['policies', i, 'targets']), message)];
}

function endless({ priority, minutes, calendarId, calendar }: Promised, start: number): string[] {
  const problem = calendar === null ? null : endlessTarget(calendar, minutes, start);
  return problem === null ? [] : [`${priority} (${calendarId ?? 'around the clock'}): ${problem}`];
}

/** A more urgent case that may wait longer is probably a swap. */
function inversions(promised: readonly Promised[], start: number): string[] {
  const sorted = promised.toSorted((a, b) => priorityRank(a.priority) - priorityRank(b.priority));
  return sorted.slice(1).flatMap((calm, i) => {
    const urgent = sorted[i] ?? calm;
    if (urgent.calendarId !== calm.calendarId) return invertedStarts(urgent, calm, start);
    if (urgent.minutes <= calm.minutes) return [];
    return [
      `gives ${urgent.priority} ${urgent.minutes} min but ${calm.priority} only ${calm.minutes}; swap them?`,
    ];
  });
}

/** Minutes of different calendars are compared by when they are due, from many starts. */
function invertedStarts(urgent: Promised, calm: Promised, start: number): string[] {
  const [ofUrgent, ofCalm] = [urgent.calendar, calm.calendar];
  if (ofUrgent === null || ofCalm === null) return [];
  const late = sampleStarts
    .map((after) => start + after)
    .filter((at) => dueOrNever(ofUrgent, urgent.minutes, at) > dueOrNever(ofCalm, calm.minutes, at));
  const [first] = late;
  if (first === undefined) return [];
  const words = ({ priority, minutes, calendarId }: Promised) =>
    `${priority} (${minutes} min, ${calendarId ?? 'around the clock'})`;
  const share = `${late.length} of ${sampleStarts.length} starts, such as ${toInstant(first)}`;
  return [
    `lets ${words(urgent)} wait longer than ${words(calm)} from ${share}; shorten it or count both in one calendar`,
  ];
}
