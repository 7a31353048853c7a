import { type Stretches, stretchesOf } from '../../../../core/calendar/stretches.ts';
import { type ClockName, clockNames } from '../../../../core/sla/clock-name.ts';
import type { ClockState } from '../../../../core/sla/clock-state.ts';
import { calendarOf } from '../../../../core/sla/clock-sums.ts';
import { dueAt } from '../../../../core/sla/due.ts';
import { type MatchFacts, matchPolicy, type PolicyChoice } from '../../../../core/sla/match-policy.ts';
import type { ClockPromise } from '../../../../core/sla/metric-event.ts';
import type { PolicySet } from '../../../../core/sla/policy-set.ts';
import { promiseOf } from '../../../../core/sla/promise-of.ts';

export interface Question {
  readonly facts: MatchFacts;
  /** When the case is created, epoch ms. */
  readonly at: number;
}

/** A department that promises something of its own. */
export interface DepartmentTerms {
  readonly id: string;
  readonly name: string;
  readonly terms: ClockState['terms'];
}

export interface ForeseenClock {
  /** Unique in an answer. */
  readonly key: string;
  readonly clock: ClockName;
  /** The department whose own terms these are; null for what the policy says. */
  readonly department: string | null;
  readonly promise: ClockPromise;
  /** Epoch ms. */
  readonly due: number;
  readonly why: string;
  /** The zone in which its hours are written. */
  readonly timezone: string;
  /** From the start to the due time, each stretch counted or not. */
  readonly stretches: Stretches;
}

export interface Foreseen {
  readonly choice: PolicyChoice;
  /** Those with a target, in the order of `clockNames`. */
  readonly clocks: readonly ForeseenClock[];
}

/** What would be promised to a case, were each clock to start at `at`: the engine's own maths. */
export function foresee(
  set: PolicySet,
  { facts, at }: Question,
  departments: readonly DepartmentTerms[],
): Foreseen {
  const choice = matchPolicy(set.policies, facts);
  const isCrisis = set.crisisCategories.includes(facts.category);
  const force = { set, policy: choice.policy, priority: facts.priority, isCrisis };
  const clocks = clockNames.flatMap((clock) => {
    const usual = { key: clock, clock, department: null, promise: promiseOf(force, clock, null) };
    if (clock !== 'department') return [usual];
    const own = departments.map(({ id, name, terms }) => ({
      key: `${clock} ${id}`,
      clock,
      department: name,
      promise: promiseOf(force, clock, terms),
    }));
    return [usual, ...own];
  });
  return { choice, clocks: clocks.flatMap((clock) => foreseeClock(set, clock, at)) };
}

function foreseeClock(
  set: PolicySet,
  clock: Pick<ForeseenClock, 'key' | 'clock' | 'department' | 'promise'>,
  at: number,
): ForeseenClock[] {
  const { targetMinutes } = clock.promise;
  if (targetMinutes === null) return [];
  const calendar = calendarOf(clock.promise, set.calendars);
  const { due, why } = dueAt({ calendar, start: at, minutes: targetMinutes });
  // Only a pause without end holds a promise back, and there is none here.
  if (due === null) throw new RangeError(`${clock.key}: no due time without a pause`);
  const stretches = stretchesOf({ calendar, from: at, to: due, most: 40 });
  return [{ ...clock, due, why, timezone: calendar.timezone, stretches }];
}
