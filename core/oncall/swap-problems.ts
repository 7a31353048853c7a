import type { ErrorDetail } from '../errors.ts';
import { toInstant } from '../time/instant.ts';
import { didYouMean } from '../validation/did-you-mean.ts';
import { ownValue } from '../validation/own-value.ts';
import { resolve } from './resolve.ts';
import { legsOf, type Swap, type SwapLeg } from './swap.ts';
import { type Schedules, withSwap } from './with-swap.ts';

const longestDays = 92;

/**
 * Why a swap cannot be, with schedules as they are at `at` (epoch ms): a shift that is not its giver's, has
 * begun, or that would put its taker on call twice. Empty when it can. Whatever passes takes nobody's place but
 * the giver's, and leaves each shift to exactly its taker.
 */
export function swapProblems(schedules: Schedules, swap: Swap, at: number): ErrorDetail[] {
  const legs = legsOf(swap);
  if (legs.length === 0)
    return [{ field: 'gives', message: 'nothing is swapped; name a shift to give, one to take, or both' }];
  if (swap.requestedBy === swap.askedOf)
    return [{ field: 'askedOf', message: 'is the one who asks; name somebody else' }];
  const found = legs.flatMap((leg) => legProblem(schedules, leg, at));
  return found.length > 0 ? found : legs.flatMap((leg) => resultProblem(withSwap(schedules, swap), leg));
}

function legProblem(schedules: Schedules, leg: SwapLeg, at: number): ErrorDetail[] {
  const { from, to, giver, taker } = leg;
  const problem = (part: string, message: string) => [{ field: `${leg.field}.${part}`, message }];
  const schedule = ownValue(schedules, leg.schedule);
  if (schedule === null) {
    const meant = didYouMean(leg.schedule, Object.keys(schedules));
    return problem('schedule', `there is no schedule "${leg.schedule.slice(0, 60)}"${meant}`);
  }
  if (to <= from) return problem('to', 'is not after from; swap the two or correct one');
  if (to - from > longestDays * 86_400_000)
    return problem('to', `is more than ${longestDays} days after from; swap less at once`);
  if (from <= at) return problem('from', 'has begun; swap what is still to come');
  const { spans, gaps } = resolve(schedule, from, to);
  const notTheirs = [...gaps, ...spans.filter(({ onCall }) => !onCall.includes(giver))];
  if (notTheirs.length > 0) {
    const first = toInstant(Math.min(...notTheirs.map((piece) => piece.from)));
    return problem('from', `${giver} is not on call at ${first}; name a time within one of their shifts`);
  }
  const both = spans.find(({ onCall }) => onCall.includes(taker));
  if (both !== undefined)
    return problem(
      'from',
      `${taker} is on call too at ${toInstant(both.from)}; name a time at which they are not`,
    );
  return [];
}

/** @param after the schedules with the swap. */
function resultProblem(after: Schedules, leg: SwapLeg): ErrorDetail[] {
  const { from, to, taker } = leg;
  return Object.entries(after).flatMap(([id, schedule]) => {
    const { spans } = resolve(schedule, from, to);
    const on = spans.filter(({ onCall }) => onCall.includes(taker));
    if (id === leg.schedule) {
      const covered = on.reduce((sum, span) => sum + span.to - span.from, 0);
      if (covered === to - from) return [];
      const message = 'lies in a temporary schedule, in which no swap counts; change its shifts instead';
      return [{ field: `${leg.field}.from`, message }];
    }
    const twice = on[0];
    if (twice === undefined) return [];
    const message = `would put ${taker} on call twice: they have "${id}" at ${toInstant(twice.from)}; swap that as well`;
    return [{ field: `${leg.field}.from`, message }];
  });
}
