import type { Calendar } from '../calendar/calendar.ts';
import { calendarNamed, type NamedCalendars } from '../calendar/calendar-named.ts';
import { openTimeOf } from '../calendar/open-time.ts';
import type { Period } from '../calendar/periods.ts';
import { toEpochMs, toInstant } from '../time/instant.ts';
import type { ClockPause, ClockState } from './clock-state.ts';
import type { ClockPromise, ClockSums, DueOverride } from './metric-event.ts';

const aroundTheClock: Calendar = { timezone: 'UTC' };

/** The calendar of a promise. @throws DomainError `missing` `calendar.unknown` */
export function calendarOf(promise: ClockPromise, calendars: NamedCalendars): Calendar {
  return promise.calendar === null ? aroundTheClock : calendarNamed(calendars, promise.calendar);
}

/** Time counted until `at` (epoch ms): what was counted at the last event, and open time since if it runs. */
export function elapsedMsAt(clock: ClockState, at: number, calendars: NamedCalendars): number {
  if (clock.state !== 'running') return clock.elapsedMs;
  const open = openTimeOf(calendarOf(clock.promise, calendars));
  return clock.elapsedMs + open.elapsed(toEpochMs(clock.countedAt), at);
}

/** Open time of another promise from a start, less pauses: what would have been counted under it all along. */
export function recountMs(
  promise: ClockPromise,
  startedAt: string,
  pauses: readonly ClockPause[],
  at: number,
  calendars: NamedCalendars,
): number {
  const stretches = pauses.map(({ from, to }): Period => [toEpochMs(from), to === null ? at : toEpochMs(to)]);
  return openTimeOf(calendarOf(promise, calendars)).elapsed(toEpochMs(startedAt), at, stretches);
}

export interface SumsInput {
  /** Epoch ms. */
  readonly at: number;
  readonly promise: ClockPromise;
  readonly elapsedMs: number;
  readonly graceMs: number;
  readonly isRunning: boolean;
  readonly warned: readonly number[];
  readonly breachedAt: string | null;
  readonly override: DueOverride | null;
  readonly calendars: NamedCalendars;
}

/**
 * When a clock is due that has counted so much by `at`. A change never makes a promise late before the
 * change: time that is used up already is due at `at`.
 */
export function sumsAt(input: SumsInput): ClockSums {
  const { promise, elapsedMs, graceMs, override } = input;
  if (override !== null) return overriddenSums(input, override);
  if (promise.targetMinutes === null)
    return { elapsedMs, remainingMs: null, dueAt: null, nextWarnings: [], override };
  const allowedMs = Math.round(promise.targetMinutes * 60_000) + graceMs;
  const remainingMs = Math.max(0, allowedMs - elapsedMs);
  if (!input.isRunning) return { elapsedMs, remainingMs, dueAt: null, nextWarnings: [], override };
  const after = (ms: number) =>
    toInstant(ms <= 0 ? input.at : openTimeOf(calendarOf(promise, input.calendars)).after(input.at, ms));
  const dueAt = remainingMs === 0 && input.breachedAt !== null ? input.breachedAt : after(remainingMs);
  const nextWarnings = warningsOf(
    input,
    (percent) => Math.round((allowedMs * percent) / 100) - elapsedMs,
  ).map(({ percent, leftMs }) => ({ percent, at: after(leftMs) }));
  return { elapsedMs, remainingMs, dueAt, nextWarnings, override };
}

function overriddenSums(input: SumsInput, override: DueOverride): ClockSums {
  const { at, elapsedMs } = input;
  const due = toEpochMs(override.dueAt);
  const open = openTimeOf(calendarOf(input.promise, input.calendars));
  const remainingMs = open.elapsed(at, due);
  if (!input.isRunning) return { elapsedMs, remainingMs, dueAt: null, nextWarnings: [], override };
  const leftUntil = (percent: number) => due - Math.round((override.spanMs * (100 - percent)) / 100) - at;
  const nextWarnings = warningsOf(input, leftUntil).map(({ percent, leftMs }) => ({
    percent,
    at: toInstant(at + Math.max(0, leftMs)),
  }));
  return { elapsedMs, remainingMs, dueAt: override.dueAt, nextWarnings, override };
}

/** Warnings above the last one that went out; of several that are past by now, only the highest. */
function warningsOf(
  { promise, warned, breachedAt }: SumsInput,
  leftUntil: (percent: number) => number,
): { percent: number; leftMs: number }[] {
  if (breachedAt !== null) return [];
  const above = Math.max(0, ...warned);
  const marks = promise.warnings
    .filter((percent) => percent > above)
    .toSorted((a, b) => a - b)
    .map((percent) => ({ percent, leftMs: leftUntil(percent) }));
  const lastPast = marks.findLastIndex(({ leftMs }) => leftMs <= 0);
  return marks.slice(Math.max(0, lastPast));
}
