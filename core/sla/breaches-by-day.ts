import { dateOfDay } from '../calendar/local-day.ts';
import { zoneOf } from '../calendar/zone.ts';
import { toEpochMs } from '../time/instant.ts';
import type { ClockState } from './clock-state.ts';

const dayMs = 86_400_000;

export interface BreachDay {
  /** YYYY-MM-DD in the zone that was asked for. */
  readonly day: string;
  readonly draft: number;
  /** Null when the draft is set against nothing. */
  readonly current: number | null;
}

/**
 * Breaches by the local day on which they came, from the first day with one to the last, the days between
 * included: what a chart draws as it is.
 */
export function breachesByDay(
  draft: readonly ClockState[],
  current: readonly ClockState[] | null,
  timezone: string,
): BreachDay[] {
  const zone = zoneOf(timezone);
  const count = (clocks: readonly ClockState[]) => {
    const days = new Map<number, number>();
    for (const { breachedAt } of clocks) {
      if (breachedAt === null) continue;
      const day = Math.floor(zone.wallAt(toEpochMs(breachedAt)) / dayMs);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    return days;
  };
  const sides = { draft: count(draft), current: current === null ? null : count(current) };
  const known = [...sides.draft.keys(), ...(sides.current?.keys() ?? [])].toSorted((a, b) => a - b);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    day: dateOfDay(first + i),
    draft: sides.draft.get(first + i) ?? 0,
    current: sides.current === null ? null : (sides.current.get(first + i) ?? 0),
  }));
}
