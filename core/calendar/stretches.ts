import type { Calendar } from './calendar.ts';
import type { Closure } from './closures.ts';
import { type OpenTime, openTimeOf } from './open-time.ts';
import { joined, type Period, without } from './periods.ts';

export type StretchWhy = 'open' | 'closed' | 'holiday' | 'paused';

/** From inclusive, to exclusive, epoch ms. Only `open` counts; `name` is the holiday's or the pause's. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly why: StretchWhy;
  readonly name?: string;
}

export interface Stretches {
  /** In order and without a gap, but for `hidden` ones in the middle. */
  readonly stretches: readonly Stretch[];
  /** How many were left out after the first half of `stretches`; 0 when all are there. */
  readonly hidden: number;
  /** Of all stretches, the hidden ones too. */
  readonly totalMs: Readonly<Record<StretchWhy, number>>;
}

export interface StretchesInput {
  readonly calendar: Calendar;
  /** Epoch ms. */
  readonly from: number;
  readonly to: number;
  /** A pause counts as one in open time; in closed hours nothing counts anyway. `period` may end at Infinity. */
  readonly pauses?: readonly Closure[];
  /** At most so many stretches are listed. */
  readonly most?: number;
}

/** Each stretch of a time, counted or not and why, so that a person can check a sum by hand. */
export function stretchesOf({ calendar, from, to, pauses = [], most = 200 }: StretchesInput): Stretches {
  const open = openTimeOf(calendar);
  const totalMs = { open: 0, closed: 0, holiday: 0, paused: 0 };
  const half = Math.max(1, Math.floor(most / 2));
  const head: Stretch[] = [];
  let tail: Stretch[] = [];
  let count = 0;
  for (const stretch of allStretches(open, from, to, pauses)) {
    totalMs[stretch.why] += stretch.to - stretch.from;
    count++;
    if (head.length < half) head.push(stretch);
    else tail.push(stretch);
    if (tail.length >= 2 * half) tail = tail.slice(-half);
  }
  const last = tail.slice(-half);
  return { stretches: [...head, ...last], hidden: count - head.length - last.length, totalMs };
}

function* allStretches(
  open: OpenTime,
  from: number,
  to: number,
  pauses: readonly Closure[],
): Generator<Stretch> {
  let at = from;
  for (const [opens, closes] of joinedPeriods(open, from, to)) {
    if (opens > at) yield* split([at, opens], open.closuresIn(at, opens), 'closed', 'holiday');
    yield* split([opens, closes], pauses, 'open', 'paused');
    at = closes;
  }
  if (at < to) yield* split([at, to], open.closuresIn(at, to), 'closed', 'holiday');
}

/** Open periods cut to [from, to), those that touch as one: around the clock is no list of days. */
function* joinedPeriods(open: OpenTime, from: number, to: number): Generator<Period> {
  let held: [number, number] | null = null;
  if (to <= from) return;
  for (const [opens, closes] of open.periodsIn(from, to)) {
    const period: [number, number] = [Math.max(opens, from), Math.min(closes, to)];
    if (held !== null && period[0] <= held[1]) held[1] = period[1];
    else {
      if (held !== null) yield held;
      held = period;
    }
  }
  if (held !== null) yield held;
}

/** A period in pieces: inside one of `parts` (the earliest names it) or outside. */
function split(
  [from, to]: Period,
  parts: readonly Closure[],
  outside: StretchWhy,
  inside: StretchWhy,
): Stretch[] {
  const pieces: Stretch[] = [];
  let rest: Period[] = [[from, to]];
  for (const { period, name } of parts) {
    for (const piece of rest) {
      const start = Math.max(piece[0], period[0]);
      const end = Math.min(piece[1], period[1]);
      if (start < end) pieces.push({ from: start, to: end, why: inside, name });
    }
    const removed = joined([period]);
    rest = rest.flatMap((piece) => without(piece, removed));
  }
  const left = rest.map(([start, end]): Stretch => ({ from: start, to: end, why: outside }));
  return [...pieces, ...left].toSorted((a, b) => a.from - b.from);
}
