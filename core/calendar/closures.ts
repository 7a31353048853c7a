import type { Calendar } from './calendar.ts';
import { readRange } from './closed-range.ts';
import { dayNumber } from './local-day.ts';
import { type Opening, readOpenings } from './openings.ts';
import type { Period } from './periods.ts';

/** A time that is closed for a reason of its own. */
export interface Closure {
  readonly period: Period;
  /** The holiday's name, else its date or dates. */
  readonly name: string;
}

/** The days of a calendar that are not as their weekday, ready to be asked by day (days since 1970-01-01). */
export class Closures {
  /**
   * Days on which the usual hours do not hold. `openings` replace those that begin on the day; null is a whole
   * holiday, which leaves a night that begins on it its hours after midnight.
   */
  readonly days: ReadonlyMap<number, { readonly name: string; readonly openings: readonly Opening[] | null }>;
  /** Closed ranges by their start. */
  readonly ranges: readonly Closure[];
  readonly #longestMs: number;

  /** @throws RangeError for a range that the schema has refused. */
  constructor(calendar: Calendar) {
    const days = new Map<number, { name: string; openings: Opening[] | null }>();
    const ranges: Closure[] = [];
    for (const holiday of calendar.holidays ?? []) {
      if (typeof holiday === 'string') {
        // A date may come twice, bare and with its name; the name says more.
        if (!days.has(dayNumber(holiday))) days.set(dayNumber(holiday), { name: holiday, openings: null });
      } else if ('date' in holiday) {
        const name = holiday.name === undefined ? holiday.date : `${holiday.date} ${holiday.name}`;
        const openings = holiday.hours === undefined ? null : readOpenings(holiday.hours);
        days.set(dayNumber(holiday.date), { name, openings });
      } else {
        const period = readRange(holiday, calendar.timezone);
        if (typeof period === 'string') throw new RangeError(`holiday ${holiday.from}: ${period}`);
        ranges.push({ period, name: holiday.name ?? `${holiday.from} to ${holiday.to}` });
      }
    }
    this.days = days;
    this.ranges = ranges.toSorted((a, b) => a.period[0] - b.period[0]);
    this.#longestMs = Math.max(0, ...ranges.map(({ period }) => period[1] - period[0]));
  }

  /** The ranges that touch [from, to), in the order of their start. */
  rangesIn(from: number, to: number): Closure[] {
    const found: Closure[] = [];
    for (let i = this.#firstFrom(from - this.#longestMs); i < this.ranges.length; i++) {
      const range = this.ranges[i];
      if (range === undefined || range.period[0] >= to) break;
      if (range.period[1] > from) found.push(range);
    }
    return found;
  }

  /** The index of the first range that begins at `at` or later. */
  #firstFrom(at: number): number {
    let [low, high] = [0, this.ranges.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.ranges[middle]?.period[0] ?? at) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
