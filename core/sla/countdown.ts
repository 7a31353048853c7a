import type { NamedCalendars } from '../calendar/calendar-named.ts';
import { type OpenTime, openTimeOf } from '../calendar/open-time.ts';
import { type Instant, toEpochMs } from '../time/instant.ts';
import { calendarOf } from './clock-sums.ts';
import type { Countable } from './next-promise.ts';

export type BadgeColour = 'green' | 'amber' | 'red' | 'paused' | 'met' | 'missed' | 'none';

export interface Countdown {
  /** `amber` from the first warning on, `red` from the last one or when late, `none` without a due time. */
  readonly colour: BadgeColour;
  /** What the badge shows, such as `2 h 05 min`, `4:09` in the last ten minutes, or `late 12 min`. */
  readonly label: string;
  /** Counted time left, ms; below 0 is how late it is in counted time. Null without a due time. */
  readonly businessMs: number | null;
  /** Until it is due on the wall clock, ms; below 0 when it is late. Null while paused. */
  readonly wallMs: number | null;
  readonly dueAt: Instant | null;
  /** Now the calendar is open: the counted time is going down. */
  readonly isCounting: boolean;
  /** Label and colour hold for so many ms, and may then be others; null when only an event changes them. */
  readonly refreshMs: number | null;
}

/** From here on the badge counts seconds. */
const secondsBelowMs = 600_000;
/** A badge need not be asked for more often than this, though its label holds longer. */
const slowestRefreshMs = 60_000;

/**
 * What a badge shows of a clock at `now` (epoch ms), from the same state as the engine. Ended clocks show how
 * they ended, paused ones what they have left.
 */
export function countdownOf(clock: Countable, now: number, calendars: NamedCalendars): Countdown {
  const still = { wallMs: null, dueAt: clock.dueAt, isCounting: false, refreshMs: null };
  if (clock.state === 'met') return { ...still, colour: 'met', label: 'met', businessMs: null };
  if (clock.state === 'missed') return { ...still, colour: 'missed', label: 'missed', businessMs: null };
  if (clock.state === 'cancelled') return { ...still, colour: 'none', label: 'cancelled', businessMs: null };
  if (clock.state === 'paused') {
    const left = clock.remainingMs === null ? '' : `, ${leftText(clock.remainingMs)} left`;
    const label = `paused${clock.breachedAt === null ? left : ', late'}`;
    return { ...still, colour: 'paused', label, businessMs: clock.remainingMs };
  }
  // A breach stays in sight also where a later version of the policies promises nothing any more.
  const dueAt = clock.dueAt ?? clock.breachedAt;
  if (dueAt === null) return { ...still, colour: 'none', label: 'no target', businessMs: null };
  return runningCountdown(clock, dueAt, now, calendars);
}

function runningCountdown(
  clock: Countable,
  dueAt: Instant,
  now: number,
  calendars: NamedCalendars,
): Countdown {
  const due = toEpochMs(dueAt);
  const open = openTimeOf(calendarOf(clock.promise, calendars));
  const isLate = now > due || clock.breachedAt !== null;
  const lateFrom = clock.breachedAt === null ? due : Math.min(due, toEpochMs(clock.breachedAt));
  const businessMs = isLate ? -open.elapsed(lateFrom, now) : open.elapsed(now, due);
  const wallMs = isLate ? lateFrom - now : due - now;
  // A date that a person set may lie in closed hours: there its wall clock is what is left.
  const isByWall = clock.override !== null || (isLate && businessMs === 0);
  const shownMs = Math.abs(isByWall ? wallMs : businessMs);
  const isCounting = open.isOpen(now) || clock.override !== null;
  return {
    colour: isLate ? 'red' : colourOf(clock, now),
    label: isLate ? `late ${leftText(shownMs)}` : leftText(shownMs),
    businessMs,
    wallMs,
    dueAt,
    isCounting,
    refreshMs: Math.min(
      isCounting || isByWall ? refreshMs(shownMs, isLate) : untilOpening(open, now),
      // Also where it is due as the doors close, and nothing counts any more.
      ...(isLate ? [] : [due + 1 - now]),
      ...clock.nextWarnings.map(({ at }) => toEpochMs(at) - now).filter((ms) => ms > 0),
    ),
  };
}

/** Holidays may keep it shut for longer than a search is worth. */
function untilOpening(open: OpenTime, now: number): number {
  if (open.elapsed(now, now + slowestRefreshMs) === 0) return slowestRefreshMs;
  return Math.max(1, open.nextOpening(now) - now);
}

/** By the warnings of the policy, also where their timer has not come yet. */
function colourOf({ promise, warned, nextWarnings }: Countable, now: number): BadgeColour {
  const past = nextWarnings.filter(({ at }) => toEpochMs(at) <= now).map(({ percent }) => percent);
  const reached = Math.max(0, ...warned, ...past);
  const percents = promise.warnings.toSorted((a, b) => a - b);
  if (reached === 0) return 'green';
  return percents.length > 1 && reached >= (percents.at(-1) ?? 100) ? 'red' : 'amber';
}

/** Rounded down, so that a badge never shows more than there is. */
function leftText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  if (ms < secondsBelowMs) return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 100) return `${hours} h ${two(minutes % 60)} min`;
  return `${hours} h`;
}

function refreshMs(shownMs: number, isLate: boolean): number {
  const unit = shownMs < secondsBelowMs ? 1000 : 60_000;
  const within = shownMs % unit;
  return isLate ? unit - within : within + 1;
}
