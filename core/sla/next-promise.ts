import type { Instant } from '../time/instant.ts';
import type { ClockState } from './clock-state.ts';

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

/**
 * The promise that presses most: of those that run the next due, else of the paused ones that with least left. One
 * that was broken presses from then on, also where a re-base took its target away.
 */
export function nextPromise(clocks: readonly ClockState[]): Countable | null {
  const running = clocks
    .filter((clock) => clock.state === 'running' && pressesAt(clock) !== null)
    .toSorted((a, b) => ((pressesAt(a) ?? '') < (pressesAt(b) ?? '') ? -1 : 1));
  const paused = clocks
    .filter(({ state, remainingMs }) => state === 'paused' && remainingMs !== null)
    .toSorted((a, b) => (a.remainingMs ?? 0) - (b.remainingMs ?? 0));
  const first = running[0] ?? paused[0];
  return first === undefined ? null : countable(first);
}

/** By when somebody should have acted; null when nothing is promised, or it waits. */
export function pressesAt({ dueAt, breachedAt }: Pick<Countable, 'dueAt' | 'breachedAt'>): Instant | null {
  return dueAt ?? breachedAt;
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
