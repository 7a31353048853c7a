import { onCall } from './on-call.ts';
import { type Gap, type Resolved, resolveThrough, type Span } from './resolve-through.ts';
import type { Schedule } from './schedule.ts';
import { dutyOf, type ScheduleDuty } from './schedule-duty.ts';

export type { Gap, Resolved, Span };

/**
 * Who is on duty through [from, to), epoch ms: the same answers as `onCall` at every instant of it.
 * @throws DomainError `invalid` `oncall.range` when `to` is not after `from`, or more than five years are asked.
 */
export function resolve(schedule: Schedule, from: number, to: number): Resolved {
  const duty = dutyOf(schedule);
  return resolveThrough({ at: (at) => onCall(schedule, at), nextEdge: (at) => nextEdge(duty, at) }, from, to);
}

function nextEdge(duty: ScheduleDuty, at: number): number {
  const next = duty.layers.reduce(
    (edge, layer) => Math.min(edge, layer.nextEdge(at)),
    Number.POSITIVE_INFINITY,
  );
  return Math.min(next, firstAfter(duty.edges, at));
}

/** By halving: a rota that has been swapped for years has thousands of overrides. */
function firstAfter(sorted: readonly number[], at: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return sorted[low] ?? Number.POSITIVE_INFINITY;
}
