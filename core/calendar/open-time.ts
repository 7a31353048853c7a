import { DomainError } from '../errors.ts';
import type { Calendar } from './calendar.ts';
import { type Closure, Closures } from './closures.ts';
import { dayNumber } from './local-day.ts';
import { type Opening, weekOf } from './openings.ts';
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
  /** Weeks by the day from which they hold, latest first. */
  readonly #weeks: readonly { readonly from: number; readonly week: readonly (readonly Opening[])[] }[];
  readonly #closures: Closures;
  readonly #days = new Map<number, readonly Period[]>();

  constructor(calendar: Calendar) {
    this.zone = zoneOf(calendar.timezone);
    const versions = (calendar.versions ?? []).map(({ from, hours }) => ({
      from: dayNumber(from),
      week: weekOf(hours),
    }));
    this.#weeks = [
      { from: Number.NEGATIVE_INFINITY, week: weekOf(calendar.hours) },
      ...versions,
    ].toReversed();
    this.#closures = new Closures(calendar);
  }

  isOpen(at: number): boolean {
    for (const [from, to] of this.periodsIn(at, at + 1)) return from <= at && at < to;
    return false;
  }

  /** The first open instant at or after `at`, epoch ms. @throws DomainError `invalid` `calendar.never-opens` */
  nextOpening(at: number): number {
    for (const [from] of this.periodsIn(at, at + horizonDays * dayMs)) return Math.max(from, at);
    const message = 'does not open within a hundred years; remove holidays or add open hours';
    throw new DomainError('invalid', 'calendar.never-opens', message, {
      details: [{ field: 'calendar', message }],
    });
  }

  /** Open time in [from, to) less pauses, in ms; 0 when `to` is not after `from`. */
  elapsed(from: number, to: number, pauses: readonly Period[] = []): number {
    if (to <= from) return 0;
    const removed = joined(pauses);
    let sum = 0;
    for (const [opens, closes] of this.periodsIn(from, to)) {
      const open: Period = [Math.max(opens, from), Math.min(closes, to)];
      if (removed.length === 0) sum += open[1] - open[0];
      else for (const [start, end] of without(open, removed)) sum += end - start;
    }
    return sum;
  }

  /**
   * The instant at which `ms` (above 0) of open time have passed since `start`: `periodsFrom` added up, but
   * without its generator, as this runs for every clock.
   * @throws as `periodsFrom`.
   */
  after(start: number, ms: number): number {
    let left = ms;
    const first = this.#firstDay(start);
    for (let day = first; day < first + horizonDays; day++) {
      const periods = this.#days.get(day) ?? this.#periodsOf(day);
      for (const period of periods) {
        const closes = period[1];
        if (closes <= start) continue;
        const opens = period[0] > start ? period[0] : start;
        if (closes - opens >= left) return opens + left;
        left -= closes - opens;
      }
    }
    throw beyondHorizon();
  }

  /**
   * Openings that end after `at`, in order. They touch where hours do, and a period may begin before `at`.
   * @throws DomainError `invalid` `calendar.horizon` when the reader goes on for more than a hundred years.
   */
  *periodsFrom(at: number): Generator<Period> {
    const first = this.#firstDay(at);
    for (let day = first; day < first + horizonDays; day++) {
      for (const period of this.#periodsOf(day)) if (period[1] > at) yield period;
    }
    throw beyondHorizon();
  }

  /**
   * Openings that touch [from, to), in order; none is no error.
   * @throws DomainError `invalid` `calendar.horizon` when that is more than a hundred years.
   */
  *periodsIn(from: number, to: number): Generator<Period> {
    if (to - from > horizonDays * dayMs) throw beyondHorizon();
    // Where the clock goes back over midnight, the next day's hours have begun before `to` shows that day.
    const end = Math.floor(this.zone.wallAt(to) / dayMs) + 2;
    for (let day = this.#firstDay(from); day < end; day++) {
      for (const period of this.#periodsOf(day)) {
        if (period[0] >= to) return;
        if (period[1] > from) yield period;
      }
    }
  }

  /** Yesterday's hours may run over midnight into today. */
  #firstDay(at: number): number {
    return Math.floor(this.zone.wallAt(at) / dayMs) - 1;
  }

  #periodsOf(day: number): readonly Period[] {
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    // Hours over midnight may reach into a day of another version, or one with hours of its own.
    const until = this.#openingsOn(day - 1).at(-1)?.[1] ?? Number.NEGATIVE_INFINITY;
    const periods = this.#openingsOn(day).flatMap(([from, to]): Period[] => {
      if (from >= until) return [[from, to]];
      return to > until ? [[until, to]] : [];
    });
    this.#days.set(day, periods);
    return periods;
  }

  #openingsOn(day: number): Period[] {
    const own = this.#closures.days.get(day);
    const weekday = (((day + 4) % 7) + 7) % 7; // 1970-01-01 was a Thursday.
    const openings = own?.openings ?? this.#weeks.find(({ from }) => from <= day)?.week[weekday] ?? [];
    if (openings.length === 0) return [];
    const closed = [own?.openings === null ? day : null, this.#closures.days.has(day + 1) ? day + 1 : null]
      .filter((date) => date !== null)
      .map((date) => this.#period(date, 0, 1440));
    return openings
      .map(({ start, end }) => this.#period(day, start, end))
      .flatMap((period) => {
        const ranges = this.#closures.rangesIn(period[0], period[1]);
        return without(period, joined([...closed, ...ranges.map((range) => range.period)]));
      });
  }

  #period(day: number, start: number, end: number): Period {
    const midnight = day * dayMs;
    return [this.zone.instantOf(midnight + start * minuteMs), this.zone.instantOf(midnight + end * minuteMs)];
  }

  /** Holidays and closed ranges that touch [from, to), with their names; a part-day holiday is its whole day. */
  closuresIn(from: number, to: number): Closure[] {
    const found = this.#closures.rangesIn(from, to);
    const lastDay = Math.floor(this.zone.wallAt(to) / dayMs);
    for (let day = Math.floor(this.zone.wallAt(from) / dayMs); day <= lastDay; day++) {
      const own = this.#closures.days.get(day);
      const period = own && this.#period(day, 0, 1440);
      if (own && period && period[0] < to && period[1] > from) found.push({ period, name: own.name });
    }
    return found.toSorted((a, b) => a.period[0] - b.period[0]);
  }
}

function beyondHorizon(): DomainError {
  const message = 'more than a hundred years are needed; lower minutes, shorten the pauses or add open hours';
  return new DomainError('invalid', 'calendar.horizon', message, {
    details: [{ field: 'minutes', message }],
  });
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
