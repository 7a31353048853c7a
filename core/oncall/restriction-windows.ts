import type { Zone } from '../calendar/zone.ts';
import { readRestrictionDay } from './restriction-day.ts';
import type { Restriction } from './schedule.ts';
import { readTimeOfDay } from './time-of-day.ts';

const dayMs = 86_400_000;
/** A window comes back after seven days; on a day that a zone skipped it is empty, but still an edge. */
const daysAhead = 7;

interface Window {
  /** By weekday, Sunday 0: whether the window starts on that day. */
  readonly onDay: readonly boolean[];
  readonly startMs: number;
  /** After the midnight that begins the day of the start; beyond 24 hours when it runs over midnight. */
  readonly endMs: number;
}

/** The times of day and week at which a layer is on duty: the union of its restrictions. */
export class RestrictionWindows {
  readonly #zone: Zone;
  readonly #windows: readonly Window[];

  constructor(restrictions: readonly Restriction[], zone: Zone) {
    this.#zone = zone;
    this.#windows = restrictions.map(readWindow);
  }

  /** Start is inclusive, end exclusive. */
  isOpen(at: number): boolean {
    const today = Math.floor(this.#zone.wallAt(at) / dayMs);
    // Tomorrow too: where midnight came twice, tomorrow's window may have begun before the clock went back.
    for (let day = today - 1; day <= today + 1; day++) {
      for (const window of this.#windows) {
        if (window.onDay[weekdayOf(day)] !== true) continue;
        const midnight = day * dayMs;
        if (this.#zone.instantOf(midnight + window.startMs) > at) continue;
        if (at < this.#zone.instantOf(midnight + window.endMs)) return true;
      }
    }
    return false;
  }

  /** The next start or end of a window after `at`. */
  nextEdge(at: number): number {
    const today = Math.floor(this.#zone.wallAt(at) / dayMs);
    let next = Number.POSITIVE_INFINITY;
    for (let day = today - 1; day <= today + daysAhead && this.#zone.instantOf(day * dayMs) < next; day++) {
      for (const window of this.#windows) {
        if (window.onDay[weekdayOf(day)] !== true) continue;
        const start = this.#zone.instantOf(day * dayMs + window.startMs);
        const end = this.#zone.instantOf(day * dayMs + window.endMs);
        if (start > at) next = Math.min(next, start);
        else if (end > at) next = Math.min(next, end);
      }
    }
    return next;
  }
}

/** @throws RangeError when a day or time cannot be read; the schema has refused that. */
function readWindow(restriction: Restriction): Window {
  const start = readTimeOfDay(restriction.start ?? '00:00');
  const end = readTimeOfDay(restriction.end ?? '24:00');
  const days = restriction.days?.map(readRestrictionDay);
  if (start === null || end === null || days?.includes(null) === true) {
    throw new RangeError(`restriction ${JSON.stringify(restriction)} cannot be read`);
  }
  const onDay = [0, 1, 2, 3, 4, 5, 6].map((day) => days === undefined || days.includes(day));
  return { onDay, startMs: start, endMs: end > start ? end : end + dayMs };
}

/** 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}
