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
  const first = clocks.filter((clock) => pressureRank(clock) < 2).toSorted(byPressure)[0];
  return first === undefined ? null : countable(first);
}

/** What presses most first: those that run by their due time, paused ones by what is left, measured ones, ended ones. */
export function byPressure(a: ClockState, b: ClockState): number {
  const byRank = pressureRank(a) - pressureRank(b);
  if (byRank !== 0) return byRank;
  if (pressureRank(a) === 1) return (a.remainingMs ?? 0) - (b.remainingMs ?? 0);
  const [mine, theirs] = [pressesAt(a) ?? '', pressesAt(b) ?? ''];
  return mine === theirs ? 0 : mine < theirs ? -1 : 1;
}

function pressureRank(clock: ClockState): number {
  if (clock.state === 'running') return pressesAt(clock) === null ? 2 : 0;
  if (clock.state === 'paused') return clock.remainingMs === null ? 2 : 1;
  return 3;
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
