import { Temporal } from 'temporal-polyfill';
import type { Layer, Schedule } from '../../../core/oncall/schedule.ts';
import { naiveInstant } from '../calendar/naive-instant.ts';

/**
 * A second opinion on who is on call, written as plainly as possible and as differently as possible: it
 * counts every turn from the first with Temporal's own calendar, and knows no arithmetic on epochs.
 * Knows layers; temporary schedules and overrides are simple enough to be held by tables.
 */
export class NaiveRota {
  readonly #layers: {
    priority: number;
    turns: number[] | null;
    shifts: number[];
    windows: [number, number][] | null;
    until: number | null;
    layer: Layer;
  }[];

  /** Right for instants in [from, to), epoch ms. */
  constructor(schedule: Schedule, from: number, to: number) {
    const zone = schedule.timezone;
    this.#layers = schedule.layers.map((layer) => ({
      layer,
      priority: layer.priority,
      ...turnsOf(layer, zone, to),
      windows: windowsOf(layer, zone, from, to),
      until: layer.until === undefined ? null : naiveInstant(Temporal.PlainDateTime.from(layer.until), zone),
    }));
  }

  onCall(at: number): string[] {
    const present = this.#layers.flatMap(({ layer, priority, turns, shifts, windows, until }) => {
      if (until !== null && at >= until) return [];
      let users = layer.users.flat();
      if (turns !== null) {
        const turn = turns.findLastIndex((start) => start <= at);
        if (turn < 0 || at >= (shifts[turn] ?? 0)) return [];
        const member = layer.users[turn % layer.users.length] ?? [];
        users = typeof member === 'string' ? [member] : member;
      }
      if (windows !== null && !windows.some(([start, end]) => at >= start && at < end)) return [];
      return [{ priority, users }];
    });
    const top = Math.max(...present.map((entry) => entry.priority));
    return [...new Set(present.filter((entry) => entry.priority === top).flatMap((entry) => entry.users))];
  }
}

function turnsOf(layer: Layer, zone: string, to: number): { turns: number[] | null; shifts: number[] } {
  const { rotation } = layer;
  if (rotation === undefined) return { turns: null, shifts: [] };
  const start = Temporal.PlainDateTime.from(rotation.start);
  const unit = { hourly: 'hours', daily: 'days', weekly: 'weeks', monthly: 'months' }[rotation.type];
  const localOf = (turn: number) => start.add({ [unit]: turn * rotation.length });
  const turns: number[] = [];
  const shifts: number[] = [];
  for (let turn = 0; turns.length === 0 || (turns.at(-1) ?? 0) < to; turn++) {
    turns.push(naiveInstant(localOf(turn), zone));
    const next = naiveInstant(localOf(turn + 1), zone);
    const end =
      layer.shiftMinutes === undefined
        ? next
        : naiveInstant(localOf(turn).add({ minutes: layer.shiftMinutes }), zone);
    shifts.push(Math.min(next, end));
  }
  return { turns, shifts };
}

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function windowsOf(layer: Layer, zone: string, from: number, to: number): [number, number][] | null {
  if (layer.restrictions === undefined || layer.restrictions.length === 0) return null;
  const dateOf = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const last = dateOf(to).add({ days: 3 });
  const windows: [number, number][] = [];
  for (
    let date = dateOf(from).subtract({ days: 3 });
    Temporal.PlainDate.compare(date, last) < 0;
    date = date.add({ days: 1 })
  ) {
    for (const { days, start = '00:00', end = '24:00' } of layer.restrictions) {
      if (days?.includes(names[date.dayOfWeek - 1] ?? '') === false) continue;
      const opens = date.toPlainDateTime(start);
      const sameDay =
        end === '24:00' ? date.add({ days: 1 }).toPlainDateTime('00:00') : date.toPlainDateTime(end);
      const closes = Temporal.PlainDateTime.compare(sameDay, opens) > 0 ? sameDay : sameDay.add({ days: 1 });
      windows.push([naiveInstant(opens, zone), naiveInstant(closes, zone)]);
    }
  }
  return windows;
}
