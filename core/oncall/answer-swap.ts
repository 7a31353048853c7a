import { DomainError } from '../errors.ts';
import { toInstant } from '../time/instant.ts';
import { type Swap, type SwapAnswer, swapStateAt } from './swap.ts';
import { swapProblems } from './swap-problems.ts';
import { swapRefusal } from './swap-refusal.ts';
import type { Schedules } from './with-swap.ts';

export interface SwapReply {
  readonly as: SwapAnswer;
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
}

/**
 * The swap with its answer; the first one counts. Only the one who is asked accepts or declines, only the
 * requester withdraws. What is accepted holds against the schedules as they are now, not as they were when it
 * was asked: the overrides of `overridesOf` go to the end of theirs in the same commit.
 * @throws DomainError `forbidden` `swap.not-yours`; `conflict` `swap.closed` once it is answered or expired;
 * `conflict` `swap.refused` when the schedules do not allow it any more.
 */
export function answerSwap(schedules: Schedules, swap: Swap, { as, by, at }: SwapReply): Swap {
  const entitled = as === 'withdrawn' ? swap.requestedBy : swap.askedOf;
  if (by !== entitled)
    throw new DomainError('forbidden', 'swap.not-yours', `only ${entitled} can say that it is ${as}`);
  const state = swapStateAt(swap, at);
  if (state !== 'requested') {
    const what =
      swap.answered === null
        ? `it expired at ${swap.expiresAt}, when the first shift began; ask for another`
        : `${swap.answered.by} has ${swap.answered.as} it at ${swap.answered.at}`;
    throw new DomainError('conflict', 'swap.closed', what);
  }
  if (as === 'accepted') {
    const problems = swapProblems(schedules, swap, at);
    if (problems.length > 0) throw swapRefusal('conflict', problems);
  }
  return { ...swap, answered: { as, by, at: toInstant(at) } };
}
