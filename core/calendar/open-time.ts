import { DomainError } from '../errors.ts';
import { type Calendar, type Opening, openingsOf } from './calendar.ts';
import { joined, type Period, without } from './periods.ts';
import { type Zone, zoneOf } from './zone.ts';

const minuteMs = 60_000;
export const dayMs = 86_400_000;
/** A hundred years: no promise is longer, and no search runs for ever. */
const horizonDays = 36_525;

/**
 * The open time of a calendar, as integers: each local day's openings are worked out once, as epoch ms.
 * An opening includes its start and excludes its end. Local times that a change of the clocks repeats or
 * leaves out are read as `Zone.instantOf` says, so neighbouring openings meet exactly.
 */
export class OpenTime {
  readonly zone: Zone;
  readonly #week: readonly (readonly Opening[])[];
  readonly #holidays: ReadonlySet<number>;
  readonly #days = new Map<number, readonly Period[]>();

  constructor(calendar: Calendar) {
    this.zone = zoneOf(calendar.timezone);
    this.#week = [0, 1, 2, 3, 4, 5, 6].map((weekday) => openingsOf(calendar, weekday));
    this.#holidays = new Set(calendar.holidays?.map((date) => Date.parse(`${date}T00:00Z`) / dayMs));
  }

  isOpen(at: number): boolean {
    for (const [from, to] of this.periodsFrom(at)) return from <= at && at < to;
    return false;
  }

  /** The first open instant at or after `at`, epoch ms. @throws as `periodsFrom`. */
  nextOpening(at: number): number {
    for (const [from] of this.periodsFrom(at)) return Math.max(from, at);
    throw new RangeError('unreachable: periodsFrom ends by throwing');
  }

  /** Open time in [from, to) less pauses, in ms; 0 when `to` is not after `from`. */
  elapsed(from: number, to: number, pauses: readonly Period[] = []): number {
    if (to <= from) return 0;
    const removed = joined(pauses);
    let sum = 0;
    for (const [opens, closes] of this.periodsFrom(from)) {
      if (opens >= to) break;
      for (const [start, end] of without([Math.max(opens, from), Math.min(closes, to)], removed))
        sum += end - start;
    }
    return sum;
  }

  /**
   * Openings that end after `at`, in order. They touch where hours do, and a period may begin before `at`.
   * @throws DomainError `invalid` `calendar.horizon` when the reader goes on for more than a hundred years.
   */
  *periodsFrom(at: number): Generator<Period> {
    // Yesterday's hours may run over midnight into today.
    const first = Math.floor(this.zone.wallAt(at) / dayMs) - 1;
    for (let day = first; day < first + horizonDays; day++) {
      for (const period of this.#periodsOf(day)) if (period[1] > at) yield period;
    }
    const message =
      'more than a hundred years are needed; lower minutes, shorten the pauses or add open hours';
    throw new DomainError('invalid', 'calendar.horizon', message, {
      details: [{ field: 'minutes', message }],
    });
  }

  #periodsOf(day: number): readonly Period[] {
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    const weekday = (((day + 4) % 7) + 7) % 7; // 1970-01-01 was a Thursday.
    const closed = [day, day + 1]
      .filter((date) => this.#holidays.has(date))
      .map((date) => this.#period(date, 0, 1440));
    const periods = (this.#week[weekday] ?? [])
      .map(({ start, end }) => this.#period(day, start, end))
      .flatMap((period) => without(period, joined(closed)));
    this.#days.set(day, periods);
    return periods;
  }

  #period(day: number, start: number, end: number): Period {
    const midnight = day * dayMs;
    return [this.zone.instantOf(midnight + start * minuteMs), this.zone.instantOf(midnight + end * minuteMs)];
  }

  /** Whether the local day (days since 1970-01-01) is a holiday. */
  isHoliday(day: number): boolean {
    return this.#holidays.has(day);
  }
}

const known = new WeakMap<Calendar, OpenTime>();

/** The open time of a calendar that its schema has accepted; remembered as long as the object lives unchanged. */
export function openTimeOf(calendar: Calendar): OpenTime {
  let open = known.get(calendar);
  if (open === undefined) {
    open = new OpenTime(calendar);
    known.set(calendar, open);
  }
  return open;
}
