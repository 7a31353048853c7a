import { type ClockState, isOpenClock } from './clock-state.ts';

/**
 * The clocks that deciding on needs, in their order: every open one, and of each name the ended one with the
 * highest instance. Instances are numbered on from the highest, a first reply is known to have been, and a
 * reopened case finds what goes on; earlier instances are in the metric events.
 */
export function clocksToKeep(clocks: readonly ClockState[]): ClockState[] {
  return clocks.filter((clock) => {
    if (isOpenClock(clock)) return true;
    return !clocks.some(
      (other) => other.clock === clock.clock && other.instance > clock.instance && !isOpenClock(other),
    );
  });
}
