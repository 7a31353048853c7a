import type { Instant } from '../time/instant.ts';
import { toEpochMs } from '../time/instant.ts';

/** A stretch of one person's duty on one schedule, from inclusive, to exclusive. */
export interface SwappedShift {
  readonly schedule: string;
  readonly from: Instant;
  readonly to: Instant;
}

export const swapAnswers = ['accepted', 'declined', 'withdrawn'] as const;
export type SwapAnswer = (typeof swapAnswers)[number];
export type SwapState = 'requested' | 'expired' | SwapAnswer;

/**
 * A wish of one person that waits for the consent of another. Without `gives` the requester offers to take a
 * shift over, without `takes` asks for one to be taken; with both they change places.
 */
export interface Swap {
  readonly id: string;
  readonly requestedBy: string;
  readonly askedOf: string;
  /** A shift of the requester, for the one who is asked. */
  readonly gives: SwappedShift | null;
  /** A shift of the one who is asked, for the requester. */
  readonly takes: SwappedShift | null;
  readonly requestedAt: Instant;
  /** From then on it cannot be accepted; never after the first of the shifts has begun. */
  readonly expiresAt: Instant;
  readonly answered: { readonly as: SwapAnswer; readonly by: string; readonly at: Instant } | null;
}

/** A shift of a swap with who has it and who is to have it. */
export interface SwapLeg {
  readonly field: 'gives' | 'takes';
  readonly schedule: string;
  /** Epoch ms. */
  readonly from: number;
  readonly to: number;
  readonly giver: string;
  readonly taker: string;
}

/** The state at `at` (epoch ms). It expires by itself: no timer has to fire for it. */
export function swapStateAt(swap: Swap, at: number): SwapState {
  if (swap.answered !== null) return swap.answered.as;
  return at >= toEpochMs(swap.expiresAt) ? 'expired' : 'requested';
}

export function legsOf(swap: Pick<Swap, 'gives' | 'takes' | 'requestedBy' | 'askedOf'>): SwapLeg[] {
  const { gives, takes, requestedBy, askedOf } = swap;
  const leg = (field: SwapLeg['field'], shift: SwappedShift | null, giver: string, taker: string) =>
    shift === null
      ? []
      : [
          {
            field,
            schedule: shift.schedule,
            from: toEpochMs(shift.from),
            to: toEpochMs(shift.to),
            giver,
            taker,
          },
        ];
  return [...leg('gives', gives, requestedBy, askedOf), ...leg('takes', takes, askedOf, requestedBy)];
}
