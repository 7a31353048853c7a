import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../../core/calendar/calendar.ts';
import { naiveInstant } from './naive-instant.ts';

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A second opinion on open time: openings from Temporal's calendar, and sums by walking minute by minute. */
export class NaiveOpen {
  readonly #to: number;
  readonly #openings: [number, number][] = [];
  readonly #closed: { period: [number, number]; spares: number | null }[] = [];

  /** Right for instants in [from, to), epoch ms. */
  constructor(calendar: Calendar, from: number, to: number) {
    this.#to = to;
    const zone = calendar.timezone;
    const dateOf = (at: number) =>
      Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
    const last = dateOf(to).add({ days: 3 });
    for (
      let date = dateOf(from).subtract({ days: 3 });
      Temporal.PlainDate.compare(date, last) < 0;
      date = date.add({ days: 1 })
    ) {
      const midnight = date.toPlainDateTime('00:00');
      const day: [number, number] = [
        naiveInstant(midnight, zone),
        naiveInstant(midnight.add({ days: 1 }), zone),
      ];
      const holidays = (calendar.holidays ?? []).map((holiday) =>
        typeof holiday === 'string' ? { date: holiday } : holiday,
      );
      const own = holidays.find((holiday) => 'date' in holiday && holiday.date === date.toString());
      const special = own !== undefined && 'hours' in own ? own.hours : undefined;
      // Special hours of the day count; what comes over midnight from the day before does not.
      if (own !== undefined)
        this.#closed.push({ period: day, spares: special === undefined ? null : day[0] });
      const name = names[date.dayOfWeek - 1] ?? 'mon';
      const version = calendar.versions?.findLast(({ from: first }) => first <= date.toString());
      const usual = version === undefined ? calendar.hours : version.hours;
      const hours = special ?? (usual === undefined ? [['00:00', '24:00'] as const] : (usual[name] ?? []));
      for (const [start, end] of hours) {
        const opens = date.toPlainDateTime(start);
        const same = end === '24:00' ? midnight.add({ days: 1 }) : date.toPlainDateTime(end);
        const closes = Temporal.PlainDateTime.compare(same, opens) > 0 ? same : same.add({ days: 1 });
        this.#openings.push([naiveInstant(opens, zone), naiveInstant(closes, zone)]);
      }
    }
  }

  isOpen(at: number): boolean {
    const within = ([from, to]: [number, number]) => at >= from && at < to;
    const closed = this.#closed.filter(({ period }) => within(period));
    return this.#openings
      .filter(within)
      .some(([opens]) => closed.every(({ spares }) => spares !== null && opens >= spares));
  }

  /** Only for starts and calendars on whole minutes. Null when it is not due by `to`, beyond which it knows nothing. */
  due(start: number, minutes: number): number | null {
    let left = minutes;
    let at = start;
    while (left > 0) {
      if (at >= this.#to) return null;
      if (this.isOpen(at)) left--;
      at += 60_000;
    }
    return at;
  }
}
