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
  let next = Number.POSITIVE_INFINITY;
  const consider = (edge: number) => {
    if (edge > at && edge < next) next = edge;
  };
  for (const layer of duty.layers) consider(layer.nextEdge(at));
  const shifts = duty.temporary.flatMap((entry) => entry.shifts);
  for (const period of [...duty.overrides, ...duty.temporary, ...shifts]) {
    consider(period.from);
    consider(period.to);
  }
  return next;
}
