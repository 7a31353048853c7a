import type { Calendar } from '../calendar/calendar.ts';
import { openTimeOf } from '../calendar/open-time.ts';
import { joined, type Period, without } from '../calendar/periods.ts';
import { explainDue } from './explain-due.ts';

export interface DueInput {
  /** As `calendarSchema` gives it; must not be changed after the first call. */
  readonly calendar: Calendar;
  /** Epoch ms. */
  readonly start: number;
  /** Open minutes that may pass; not negative. */
  readonly minutes: number;
  /** Stretches that do not count, epoch ms, in any order; they may overlap. */
  readonly pauses?: readonly Period[];
}

export interface Due {
  /** Epoch ms. */
  readonly due: number;
  /** The stretches that counted and why others did not, so that a person can check the sum. */
  readonly why: string;
}

/**
 * The first instant at which `minutes` of open time less pauses have passed since `start`. So a sum that is
 * reached exactly at closing time is due then, not at the next opening, and 0 minutes are due at the start.
 * @throws DomainError `invalid` `calendar.horizon` when that is more than a hundred years away.
 */
export function dueAt(input: DueInput): Due {
  const counted = countedUntilDue(input);
  return { due: counted.at(-1)?.[1] ?? input.start, why: explainDue(input, counted) };
}

/** `dueAt` without the words, for when there are very many. Epoch ms. */
export function dueInstant(input: DueInput): number {
  return countedUntilDue(input).at(-1)?.[1] ?? input.start;
}

/** The stretches that count, in order; the last one ends when it is due. Empty for 0 minutes. */
function countedUntilDue({ calendar, start, minutes, pauses = [] }: DueInput): Period[] {
  const counted: Period[] = [];
  let left = Math.round(minutes * 60_000);
  if (left <= 0) return counted;
  const removed = joined(pauses);
  for (const [opens, closes] of openTimeOf(calendar).periodsFrom(start)) {
    const rest = without([Math.max(opens, start), closes], removed);
    for (const [from, to] of rest) {
      const end = Math.min(to, from + left);
      counted.push([from, end]);
      left -= end - from;
      if (left === 0) return counted;
    }
  }
  return counted;
}
