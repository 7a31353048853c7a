import type { ClockState } from '../../../core/sla/clock-state.ts';

/** Nothing is promised: the clock runs for the figures alone. */
export function isOnlyMeasured({ promise, override }: ClockState): boolean {
  return promise.targetMinutes === null && override === null;
}
