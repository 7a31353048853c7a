import type { OpenClock } from './open-clocks.ts';
import type { Wakes } from './wake-times.ts';

/** From the first millisecond at which the clock was late until its breach was committed, ms; NaN when it never was. */
export function lateBy({ caseId, dueAt }: OpenClock, { doneAt }: Wakes): number {
  return (doneAt.get(caseId) ?? Number.NaN) - (dueAt + 1);
}
