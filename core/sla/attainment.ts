import type { Priority } from '../case/priority.ts';
import { type ClockName, clockNames } from './clock-name.ts';
import type { ClockState } from './clock-state.ts';

export interface Attainment {
  readonly met: number;
  /** Missed, or late and still open. */
  readonly breached: number;
  /** Neither yet: running in time, or paused. */
  readonly undecided: number;
  /** met / (met + breached); null when there is neither. */
  readonly ratio: number | null;
}

/**
 * How many promises were kept. A breach counts from its instant, kept later or not, and also when the clock was
 * cancelled after it. Cancelled clocks and clocks without a target count on no side.
 */
export function attainmentOf(clocks: readonly ClockState[]): Attainment {
  let [met, breached, undecided] = [0, 0, 0];
  for (const { state, breachedAt, promise, override } of clocks) {
    if (breachedAt !== null) breached++;
    else if (promise.targetMinutes === null && override === null) continue;
    else if (state === 'met') met++;
    else if (state !== 'cancelled') undecided++;
  }
  const decided = met + breached;
  return { met, breached, undecided, ratio: decided === 0 ? null : met / decided };
}

/** By clock, in the order of `clockNames`; clocks that no case has are left out. */
export function attainmentByClock(
  clocks: readonly ClockState[],
): { clock: ClockName; attainment: Attainment }[] {
  return clockNames.flatMap((clock) => {
    const own = clocks.filter((state) => state.clock === clock);
    return own.length === 0 ? [] : [{ clock, attainment: attainmentOf(own) }];
  });
}

/** By the priority that the promise was made at last. */
export function attainmentByPriority(clocks: readonly ClockState[]): ReadonlyMap<Priority, Attainment> {
  const groups = Map.groupBy(clocks, ({ promise }) => promise.priority);
  return new Map([...groups].map(([priority, own]) => [priority, attainmentOf(own)]));
}
