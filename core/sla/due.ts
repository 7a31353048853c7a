import type { Calendar } from '../calendar/calendar.ts';
import { openTimeOf } from '../calendar/open-time.ts';
import { joined, type Period, without } from '../calendar/periods.ts';
import { DomainError } from '../errors.ts';
import { explainDue } from './explain-due.ts';

export interface DueInput {
  /** As `calendarSchema` gives it; must not be changed after the first call. */
  readonly calendar: Calendar;
  /** Epoch ms. */
  readonly start: number;
  /** Open minutes that may pass, 0 or more; counted to the millisecond. */
  readonly minutes: number;
  /** Stretches that do not count, epoch ms, in any order; they may overlap. One that has not ended: Infinity. */
  readonly pauses?: readonly Period[];
}

export interface Due {
  /** Epoch ms; null while a pause without end holds it. */
  readonly due: number | null;
  /** The stretches that counted and why others did not, so that a person can check the sum. */
  readonly why: string;
}

export interface Counted {
  /** The stretches that count, in order; the last one ends when it is due. Empty for 0 minutes. */
  readonly periods: readonly Period[];
  /** What is still to count when a pause without end begins, ms. */
  readonly leftMs: number;
}

/**
 * The first instant at which `minutes` of open time less pauses have passed since `start`. So a sum that is
 * reached exactly at closing time is due then, not at the next opening, and 0 minutes are due at the start.
 * @throws DomainError `invalid` `calendar.horizon` when that is more than a hundred years away, `sla.minutes`
 * for minutes that are no number or negative, `sla.start` for a start that is no instant.
 */
export function dueAt(input: DueInput): Due {
  const counted = countUntilDue(input);
  return { due: dueOf(input, counted), why: explainDue(input, counted) };
}

/** `dueAt` without the words, for when there are very many. Epoch ms, or null while it is paused without end. */
export function dueInstant(input: DueInput): number | null {
  const ms = promisedMs(input);
  if (input.pauses === undefined || input.pauses.length === 0)
    return ms === 0 ? input.start : openTimeOf(input.calendar).after(input.start, ms);
  return dueOf(input, countUntilDue(input));
}

function dueOf(input: DueInput, { periods, leftMs }: Counted): number | null {
  return leftMs > 0 ? null : (periods.at(-1)?.[1] ?? input.start);
}

function promisedMs({ start, minutes }: DueInput): number {
  if (!Number.isFinite(minutes) || minutes < 0)
    throw refused('minutes', `${minutes} is no length of time; write a number of minutes, 0 or more`);
  if (!Number.isFinite(start)) throw refused('start', `${start} is no instant; give it in epoch ms`);
  return Math.round(minutes * 60_000);
}

function refused(field: 'minutes' | 'start', problem: string): DomainError {
  const message = `${field}: ${problem}`;
  return new DomainError('invalid', `sla.${field}`, message, { details: [{ field, message: problem }] });
}

function countUntilDue(input: DueInput): Counted {
  const { calendar, start, pauses = [] } = input;
  const periods: Period[] = [];
  let leftMs = promisedMs(input);
  if (leftMs === 0) return { periods, leftMs };
  const removed = joined(pauses);
  const endless = removed.find(([, to]) => to === Number.POSITIVE_INFINITY);
  for (const [opens, closes] of openTimeOf(calendar).periodsFrom(start)) {
    for (const [from, to] of without([Math.max(opens, start), closes], removed)) {
      const end = Math.min(to, from + leftMs);
      periods.push([from, end]);
      leftMs -= end - from;
      if (leftMs === 0) return { periods, leftMs };
    }
    if (endless !== undefined && closes >= endless[0]) break;
  }
  return { periods, leftMs };
}
