import { readInstant } from '../calendar/instant-text.ts';
import type { Zone } from '../calendar/zone.ts';
import type { Rotation } from './schedule.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const wallMsPer = { hourly: hourMs, daily: 24 * hourMs, weekly: 168 * hourMs };

/**
 * The turns of one rotation, numbered from 0 at its start. Turns are laid out on the wall clock of the zone,
 * also hourly ones: 12-hour turns from 08:00 stay at 08:00 and 20:00 all year. So a turn over a change of
 * the clocks is an hour shorter or longer, a turn that the clock jumps over lasts no time, and its people
 * keep their place. GoAlert counts hourly turns by the wall clock too (schedule/rotation).
 */
export class Turns {
  readonly #zone: Zone;
  readonly #startAt: number;
  readonly #wallOf: (turn: number) => number;
  readonly #guess: (wall: number) => number;
  readonly #shiftMs: number | null;

  /** @throws RangeError when `rotation.start` cannot be read; the schema has refused that. */
  constructor(rotation: Rotation, shiftMinutes: number | undefined, zone: Zone) {
    const start = readInstant(rotation.start, zone);
    if (start === null) throw new RangeError(`rotation start "${rotation.start}" is not a time`);
    this.#zone = zone;
    this.#startAt = start.at;
    this.#shiftMs = shiftMinutes === undefined ? null : shiftMinutes * minuteMs;
    if (rotation.type === 'monthly') {
      this.#wallOf = (turn) => addMonths(start.wall, turn * rotation.length);
      this.#guess = (wall) => Math.floor((monthOf(wall) - monthOf(start.wall)) / rotation.length);
    } else {
      const period = wallMsPer[rotation.type] * rotation.length;
      this.#wallOf = (turn) => start.wall + turn * period;
      this.#guess = (wall) => Math.floor((wall - start.wall) / period);
    }
  }

  /** The turn that `at` (epoch ms) falls in; null before the first: nobody is on duty before the start. */
  at(at: number): number | null {
    if (at < this.#startAt) return null;
    const wall = this.#zone.wallAt(at);
    let turn = Math.max(0, this.#guess(wall));
    if (turn > 0 && this.#wallOf(turn) > wall) turn--;
    // Where the clock was set back, a hand-off that has passed stays passed the second time round.
    while (this.startOf(turn + 1) <= at) turn++;
    return turn;
  }

  /** First instant of a turn, epoch ms, inclusive. */
  startOf(turn: number): number {
    if (turn === 0) return this.#startAt;
    return Math.max(this.#startAt, this.#zone.instantOf(this.#wallOf(turn)));
  }

  /** End of duty within a turn, epoch ms, exclusive: the whole turn, or its first `shiftMinutes`. */
  dutyEndOf(turn: number): number {
    const next = this.startOf(turn + 1);
    if (this.#shiftMs === null) return next;
    return Math.min(next, this.#zone.instantOf(this.#wallOf(turn) + this.#shiftMs));
  }

  /** The next instant after `at` at which duty may begin or end. */
  nextEdge(at: number): number {
    const turn = this.at(at);
    if (turn === null) return this.#startAt;
    const end = this.dutyEndOf(turn);
    return end > at ? end : this.startOf(turn + 1);
  }
}

/** Months since year 0 of a wall time. */
function monthOf(wall: number): number {
  const date = new Date(wall);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Counted from the start each time, so that the 31st becomes the 28th in February and the 31st again in March. */
function addMonths(wall: number, months: number): number {
  const date = new Date(wall);
  const month = monthOf(wall) + months;
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  const lastDay = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  return (
    Date.UTC(Math.floor(month / 12), month % 12, Math.min(date.getUTCDate(), lastDay)) + (wall - midnight)
  );
}
