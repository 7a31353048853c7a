import { type ClockState, isOpenClock } from './clock-state.ts';

/** What a badge needs to know of a clock. */
export type Countable = Pick<
  ClockState,
  | 'clock'
  | 'instance'
  | 'state'
  | 'dueAt'
  | 'breachedAt'
  | 'remainingMs'
  | 'warned'
  | 'nextWarnings'
  | 'override'
  | 'promise'
>;

/** The promise that presses most: of those that run the next due, else of the paused ones that with least left. */
export function nextPromise(clocks: readonly ClockState[]): Countable | null {
  const promised = clocks.filter(
    (clock) => isOpenClock(clock) && (clock.dueAt ?? clock.remainingMs) !== null,
  );
  const running = promised
    .filter(({ dueAt }) => dueAt !== null)
    .toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1));
  const paused = promised.toSorted((a, b) => (a.remainingMs ?? 0) - (b.remainingMs ?? 0));
  const first = running[0] ?? paused[0];
  return first === undefined ? null : countable(first);
}

export function countable(clock: Countable): Countable {
  const { instance, state, dueAt, breachedAt, remainingMs, warned, nextWarnings, override, promise } = clock;
  return {
    clock: clock.clock,
    instance,
    state,
    dueAt,
    breachedAt,
    remainingMs,
    warned,
    nextWarnings,
    override,
    promise,
  };
}
