import * as z from 'zod';
import { instantHint, readInstant } from '../calendar/instant-text.ts';
import { zoneOf } from '../calendar/zone.ts';
import { toInstant } from '../time/instant.ts';
import { ownValue } from '../validation/own-value.ts';
import { strictObject } from '../validation/strict-object.ts';
import { userId } from './schedule.ts';
import { legsOf, type Swap, type SwappedShift } from './swap.ts';
import { swapProblems } from './swap-problems.ts';
import { swapRefusal } from './swap-refusal.ts';
import type { Schedules } from './with-swap.ts';

const shift = strictObject({
  schedule: z.string().min(1).max(128),
  from: z.string().max(80),
  to: z.string().max(80),
});

/** What one writes to ask for a swap. Times without an offset are local times of the schedule. */
export const swapRequestSchema = strictObject({
  askedOf: userId,
  gives: shift.optional(),
  takes: shift.optional(),
});

export type SwapRequest = z.infer<typeof swapRequestSchema>;

/**
 * A swap that waits for the answer of the one who is asked, until the first of its shifts begins.
 * @param by the one who asks, and consents by asking. @param at epoch ms.
 * @throws DomainError `invalid` `swap.refused` with every reason in `details`.
 */
export function requestSwap(
  schedules: Schedules,
  request: SwapRequest,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: number },
): Swap {
  const swap: Swap = {
    id,
    requestedBy: by,
    askedOf: request.askedOf,
    gives: readShift(schedules, 'gives', request.gives),
    takes: readShift(schedules, 'takes', request.takes),
    requestedAt: toInstant(at),
    expiresAt: toInstant(at),
    answered: null,
  };
  const problems = swapProblems(schedules, swap, at);
  if (problems.length > 0) throw swapRefusal('invalid', problems);
  return { ...swap, expiresAt: toInstant(Math.min(...legsOf(swap).map(({ from }) => from))) };
}

/** Written times as instants; of an unknown schedule as they are, for `swapProblems` to say that it is. */
function readShift(schedules: Schedules, field: string, written: SwapRequest['gives']): SwappedShift | null {
  if (written === undefined) return null;
  const zone = zoneOf(ownValue(schedules, written.schedule)?.timezone ?? 'UTC');
  const read = (part: 'from' | 'to') => {
    const instant = readInstant(written[part], zone);
    if (instant !== null) return toInstant(instant.at);
    const message = `"${written[part].slice(0, 40)}" is not a time; ${instantHint}`;
    throw swapRefusal('invalid', [{ field: `${field}.${part}`, message }]);
  };
  return { schedule: written.schedule, from: read('from'), to: read('to') };
}
