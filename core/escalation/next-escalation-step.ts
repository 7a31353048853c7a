import type { Ladder, Level, Reminder } from './ladder.ts';

const minuteMs = 60_000;

/** Where an escalation stands, as re-read from the store at every step. Instants are epoch ms. */
export interface EscalationState {
  /** When the promise is due; null while it is paused or has no due time. */
  readonly dueAt: number | null;
  /** When it was missed; null before. */
  readonly breachedAt: number | null;
  /** The promise is kept or gone: met, missed and answered since, or cancelled. */
  readonly isSettled: boolean;
  /** `beforeMinutes` of the reminders that went out for this due time. */
  readonly remindedMinutes: readonly number[];
  /** A person escalated by hand, to this level (index) at this instant; it needs no breach. */
  readonly manual: { readonly level: number; readonly at: number } | null;
  /** The last level that was told, and when; null before the first. */
  readonly told: { readonly level: number; readonly at: number } | null;
  /** When someone took it on; null while nobody has. */
  readonly acknowledgedAt: number | null;
}

export type EscalationStep =
  | { readonly kind: 'remind'; readonly reminder: Reminder; readonly at: number }
  | { readonly kind: 'notify'; readonly level: number; readonly notice: Level; readonly at: number }
  | { readonly kind: 'wait'; readonly until: number }
  /** Nothing is due until the state changes: the promise is paused, or its breach is about to be recorded. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'end'; readonly why: string };

/**
 * What an escalation does now. Asked again with the state that follows, it gives the next step; a late or
 * repeated timer changes nothing. `at` is when the step was due, at or before `now`.
 */
export function nextEscalationStep(ladder: Ladder, state: EscalationState, now: number): EscalationStep {
  if (state.acknowledgedAt !== null) return { kind: 'end', why: 'someone has taken it on' };
  if (state.manual === null && state.isSettled)
    return { kind: 'end', why: 'the promise is kept or cancelled' };
  const begin = state.manual ?? (state.breachedAt === null ? null : { level: 0, at: state.breachedAt });
  if (begin === null) return nextReminder(ladder, state, now);
  return nextLevel(ladder, state, begin, now);
}

/** Of several reminders that are past, only the one nearest to the due time still says something new. */
function nextReminder(
  ladder: Ladder,
  { dueAt, remindedMinutes }: EscalationState,
  now: number,
): EscalationStep {
  if (dueAt === null) return { kind: 'idle' };
  const nearest = Math.min(...remindedMinutes, Number.POSITIVE_INFINITY);
  const rest = ladder.reminders
    .filter(({ beforeMinutes }) => beforeMinutes < nearest)
    .toSorted((a, b) => b.beforeMinutes - a.beforeMinutes);
  const atOf = (reminder: Reminder) => dueAt - reminder.beforeMinutes * minuteMs;
  // Past due, the clock's own breach comes next; a reminder would be too late.
  if (now > dueAt) return { kind: 'idle' };
  const past = rest.findLast((reminder) => atOf(reminder) <= now);
  if (past !== undefined) return { kind: 'remind', reminder: past, at: atOf(past) };
  const next = rest.find((reminder) => atOf(reminder) > now);
  return { kind: 'wait', until: next === undefined ? dueAt + 1 : atOf(next) };
}

function nextLevel(
  ladder: Ladder,
  { told }: EscalationState,
  begin: { level: number; at: number },
  now: number,
): EscalationStep {
  const top = ladder.levels.length - 1;
  // Raised by hand above the level that was told last: at once, without its wait.
  if (told === null || told.level < begin.level)
    return notify(ladder, Math.min(begin.level, top), begin.at, now);
  const waitMinutes = ladder.levels[Math.min(told.level, top)]?.waitMinutes ?? 0;
  if (told.level < top) return notify(ladder, told.level + 1, told.at + waitMinutes * minuteMs, now);
  if (ladder.repeatLastMinutes !== undefined)
    return notify(ladder, top, told.at + ladder.repeatLastMinutes * minuteMs, now);
  const until = told.at + waitMinutes * minuteMs;
  if (until > now) return { kind: 'wait', until };
  return { kind: 'end', why: 'the last level was told and nobody has answered' };
}

function notify(ladder: Ladder, level: number, at: number, now: number): EscalationStep {
  if (at > now) return { kind: 'wait', until: at };
  const notice = ladder.levels[level];
  if (notice === undefined) throw new RangeError(`the ladder has no level ${level}`);
  return { kind: 'notify', level, notice, at };
}
