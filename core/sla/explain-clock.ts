import type { NamedCalendars } from '../calendar/calendar-named.ts';
import { type Stretches, stretchesOf } from '../calendar/stretches.ts';
import { zoneOf } from '../calendar/zone.ts';
import { toEpochMs } from '../time/instant.ts';
import type { ClockState } from './clock-state.ts';
import { calendarOf, elapsedMsAt } from './clock-sums.ts';
import { lengthOf, momentOf } from './time-words.ts';

export interface ClockExplanation extends Stretches {
  /** Such as `next-reply 2 under standard (version 7), high: 4 h, due Mon 2026-11-23 10:30 (Europe/London)`. */
  readonly sentence: string;
  /** From the start to the due time, or to `now` where there is none or it is past. Epoch ms. */
  readonly from: number;
  readonly to: number;
}

/** A clock in words and stretches: what counted, what did not and why, by which policy. @param now epoch ms */
export function explainClock(clock: ClockState, now: number, calendars: NamedCalendars): ClockExplanation {
  const calendar = calendarOf(clock.promise, calendars);
  const from = toEpochMs(clock.startedAt);
  const ended = clock.endedAt === null ? now : toEpochMs(clock.endedAt);
  const to = Math.max(
    from,
    clock.endedAt === null && clock.dueAt !== null ? Math.max(toEpochMs(clock.dueAt), from) : ended,
  );
  const pauses = clock.pauses.map(({ from: start, to: end, why }) => ({
    period: [toEpochMs(start), end === null ? Number.POSITIVE_INFINITY : toEpochMs(end)] as const,
    name: why,
  }));
  return {
    sentence: sentenceOf(clock, now, calendars),
    from,
    to,
    ...stretchesOf({ calendar, from, to, pauses }),
  };
}

function sentenceOf(clock: ClockState, now: number, calendars: NamedCalendars): string {
  const { promise, override } = clock;
  const zone = zoneOf(calendarOf(promise, calendars).timezone);
  const policy =
    promise.policyId === null ? 'no policy' : `${promise.policyId} (version ${promise.policyVersion})`;
  const target = promise.targetMinutes === null ? 'no target' : lengthOf(promise.targetMinutes * 60_000);
  const counts = promise.calendar === null ? 'around the clock' : `in the hours of ${promise.calendar}`;
  const parts = [
    `${clock.clock} ${clock.instance} under ${policy}, ${promise.priority}: ${target} ${counts}`,
  ];
  const moment = (at: string) => `${momentOf(toEpochMs(at), zone)} (${zone.id})`;
  parts.push(`counted ${lengthOf(elapsedMsAt(clock, now, calendars))} so far`);
  if (clock.graceMs > 0) parts.push(`${lengthOf(clock.graceMs)} of grace since it reopened`);
  if (clock.dueAt !== null) parts.push(`due ${moment(clock.dueAt)}`);
  if (override !== null) parts.push(`set by ${override.setBy}: ${override.reason}`);
  if (clock.pausedSince !== null) parts.push(`paused since ${moment(clock.pausedSince)}`);
  if (clock.breachedAt !== null) parts.push(`was due and not kept ${moment(clock.breachedAt)}`);
  if (clock.endedAt !== null) parts.push(`${clock.state} ${moment(clock.endedAt)}: ${clock.endedWhy}`);
  return parts.join('; ');
}
