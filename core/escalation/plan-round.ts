import { mostTargets } from '../page/plan-attempt.ts';
import { type ClockState, isOpenClock } from '../sla/clock-state.ts';
import { type Instant, toEpochMs, toInstant } from '../time/instant.ts';
import {
  type Audience,
  noticesFor,
  noticesForDepartment,
  noticesForEveryone,
  noticesForUser,
} from './audience.ts';
import type { Escalation } from './escalation.ts';
import type { EscalationEvent, EscalationNotice } from './escalation-event.ts';
import type { Ladder, Reminder } from './ladder.ts';
import { ladderOfLastResort } from './ladder-of-last-resort.ts';
import { type EscalationState, nextEscalationStep } from './next-escalation-step.ts';

const minuteMs = 60_000;
const mostToldUsers = 100;
/** How soon an escalation that waits for its promise to go on looks by itself; it is woken when that happens. */
const idleMs = 24 * 60 * minuteMs;

export interface RoundInput {
  /** An open one. */
  readonly escalation: Escalation;
  readonly ladder: Ladder;
  /** The promise that it is about; null where it is about none, or the promise is gone. */
  readonly clock: ClockState | null;
  readonly audience: Audience;
  readonly now: Instant;
}

export interface PlannedRound {
  readonly kind: 'notify' | 'wait' | 'end';
  /** The escalation after it. With `notify` its round is one more. */
  readonly next: Escalation;
  readonly records: readonly EscalationEvent[];
  /** May be empty when nobody at all can be reached. */
  readonly notices: readonly EscalationNotice[];
}

/** What an escalation does now, whom it tells, and when it looks again. A repeat at the same instant waits. */
export function planRound(asked: RoundInput): PlannedRound {
  const input = { ...asked, escalation: withRemindersToCome(asked) };
  const { escalation, ladder, now } = input;
  if (escalation.round === 0 && isByName(escalation)) return tellByName(input);
  const step = nextEscalationStep(ladder, stateOf(input), toEpochMs(now));
  switch (step.kind) {
    case 'end':
      return end(input, step.why);
    case 'idle':
      return wait(input, toEpochMs(now) + idleMs);
    case 'wait':
      return wait(input, step.until);
    case 'remind':
      return remind(input, step.reminder);
    case 'notify':
      return climb(input, step.level);
  }
}

/**
 * The notices of the last planned round once more, for a plan whose answer was lost before anything was sent.
 * They come of the same ladder and round, so that whoever was told knows them by their keys.
 */
export function noticesOfRound(input: RoundInput): readonly EscalationNotice[] {
  const { escalation, ladder, audience } = input;
  const { told, remindedMinutes } = escalation;
  const planned = escalation.round - 1;
  if (told !== null) return capped(noticesOfLevel(input, told.level), planned);
  if (isByName(escalation)) return noticesByName(input);
  const nearest = Math.min(...remindedMinutes);
  const reminder = ladder.reminders.find(({ beforeMinutes }) => beforeMinutes === nearest);
  return reminder === undefined
    ? []
    : capped(noticesFor(reminder.targets, reminder.channels, audience), planned);
}

/** A reminder that lies ahead again, as the promise was given more time, is to be given again. */
function withRemindersToCome({ escalation, clock, now }: RoundInput): Escalation {
  if (clock?.dueAt == null) return escalation;
  const dueMs = toEpochMs(clock.dueAt);
  const isPast = (beforeMinutes: number) => dueMs - beforeMinutes * minuteMs <= toEpochMs(now);
  return { ...escalation, remindedMinutes: escalation.remindedMinutes.filter(isPast) };
}

function stateOf({ escalation, clock }: RoundInput): EscalationState {
  const { cause, told, manual } = escalation;
  const at = (entry: { level: number; at: Instant } | null) =>
    entry === null ? null : { level: entry.level, at: toEpochMs(entry.at) };
  return {
    dueAt: clock?.dueAt == null ? null : toEpochMs(clock.dueAt),
    breachedAt: clock?.breachedAt == null ? null : toEpochMs(clock.breachedAt),
    isSettled: cause.kind === 'promise' && (clock === null || !isOpenClock(clock)),
    remindedMinutes: escalation.remindedMinutes,
    manual: at(manual),
    told: at(told),
    acknowledgedAt: null,
  };
}

function end({ escalation, now }: RoundInput, why: string): PlannedRound {
  const next: Escalation = { ...escalation, state: 'ended', nextStepAt: null, ended: { at: now, why } };
  return {
    kind: 'end',
    next,
    records: [{ ...common(next, now), type: 'escalation.ended', why }],
    notices: [],
  };
}

function wait({ escalation }: RoundInput, untilMs: number): PlannedRound {
  return {
    kind: 'wait',
    next: { ...escalation, nextStepAt: toInstant(untilMs) },
    records: [],
    notices: [],
  };
}

function remind(input: RoundInput, { beforeMinutes, targets, channels }: Reminder): PlannedRound {
  const { escalation, audience, clock, now } = input;
  const notices = capped(noticesFor(targets, channels, audience), escalation.round);
  const why = `${clock?.clock} is due ${clock?.dueAt}${notices.length === 0 ? '; it reached nobody' : ''}`;
  const next = { ...escalation, remindedMinutes: [...escalation.remindedMinutes, beforeMinutes] };
  const record = { ...common(next, now), type: 'escalation.reminded', beforeMinutes, notices, why } as const;
  return told(input, next, [record], notices);
}

/** From this level on, each that reaches nobody is recorded and left for the next one at once. */
function climb(input: RoundInput, from: number): PlannedRound {
  const { escalation, ladder, now } = input;
  const top = ladder.levels.length - 1;
  const records: EscalationEvent[] = [];
  for (let level = from; ; level++) {
    const notices = capped(noticesOfLevel(input, level), escalation.round);
    const tier = ladder.levels[level]?.tier ?? 'head';
    const why = `${reasonOf(input)}${notices.length === 0 ? '; this level reached nobody' : ''}`;
    records.push({ ...common(escalation, now), type: 'escalation.notified', level, tier, notices, why });
    if (notices.length > 0 || level >= top)
      return told(input, { ...escalation, told: { level, at: now } }, records, notices);
  }
}

/** Never silent: where the top reaches nobody, it reaches everyone. */
function noticesOfLevel({ ladder, audience }: RoundInput, index: number): readonly EscalationNotice[] {
  const isTop = index >= ladder.levels.length - 1;
  if (isTop && ladder === ladderOfLastResort) return noticesForEveryone('everyone', audience);
  const level = ladder.levels[index];
  const notices = level === undefined ? [] : noticesFor(level.targets, level.channels, audience);
  if (notices.length > 0 || !isTop) return notices;
  return noticesForEveryone('everyone: the top of the ladder reached nobody', audience);
}

function isByName({ cause }: Escalation): boolean {
  return cause.kind === 'manual' && !('tier' in cause.to);
}

/** The person or department that was named comes first, with the wait of the first level; then the ladder. */
function tellByName(input: RoundInput): PlannedRound {
  const { escalation, ladder, now } = input;
  const notices = noticesByName(input);
  const waitMs = (ladder.levels[0]?.waitMinutes ?? 0) * minuteMs;
  const at = notices.length === 0 ? now : toInstant(toEpochMs(now) + waitMs);
  const above = ladder.levels.findIndex(({ tier }) => tier !== 'agent');
  const level = above === -1 ? ladder.levels.length - 1 : above;
  const next = { ...escalation, manual: { level, at } };
  const { cause } = escalation;
  const tier = cause.kind === 'manual' && 'department' in cause.to ? 'department' : 'person';
  const why = `${reasonOf(input)}${notices.length === 0 ? '; it reached nobody' : ''}`;
  const record = {
    ...common(next, now),
    type: 'escalation.notified',
    level: -1,
    tier,
    notices,
    why,
  } as const;
  if (notices.length > 0) return told(input, next, [record], notices);
  const climbed = climb({ ...input, escalation: next }, level);
  return { ...climbed, records: [record, ...climbed.records] };
}

function noticesByName({ escalation: { cause }, audience }: RoundInput): readonly EscalationNotice[] {
  if (cause.kind !== 'manual') return [];
  const why = `named by ${cause.by}`;
  if ('user' in cause.to) return noticesForUser(cause.to.user, why, audience);
  if ('department' in cause.to) return noticesForDepartment(cause.to.department, why, audience);
  return [];
}

/** What follows from a round that tells somebody: one round more, and the next look. */
function told(
  input: RoundInput,
  after: Escalation,
  records: readonly EscalationEvent[],
  notices: readonly EscalationNotice[],
): PlannedRound {
  const nowMs = toEpochMs(input.now);
  const step = nextEscalationStep(input.ladder, stateOf({ ...input, escalation: after }), nowMs);
  const untilMs = step.kind === 'wait' ? step.until : step.kind === 'idle' ? nowMs + idleMs : nowMs;
  const next = {
    ...after,
    round: after.round + 1,
    nextStepAt: toInstant(untilMs),
    taskToken: null,
    toldUsers: toldUsers(after, notices),
  };
  return { kind: 'notify', next, records, notices };
}

function toldUsers(
  { toldUsers: before = [] }: Escalation,
  notices: readonly EscalationNotice[],
): readonly string[] {
  const now = notices.map(({ userId }) => userId).filter((userId) => userId !== null);
  return [...new Set([...before, ...now])].slice(-mostToldUsers);
}

/** Those whose turn it is in a round; all of them, unless they are more than one execution can carry. */
function capped(notices: readonly EscalationNotice[], round: number): readonly EscalationNotice[] {
  if (notices.length <= mostTargets) return notices;
  const start = (round * mostTargets) % notices.length;
  return [...notices.slice(start), ...notices.slice(0, start)].slice(0, mostTargets);
}

function reasonOf({ escalation: { cause, told: before }, clock }: RoundInput): string {
  if (before !== null) return `nobody has answered since ${before.at}`;
  if (cause.kind === 'manual') return `escalated by ${cause.by}`;
  if (cause.kind === 'handover') return `the shift of ${cause.from} ended at ${cause.shiftEndedAt}`;
  return `${cause.clock} was due ${clock?.breachedAt} and nobody had kept it`;
}

function common(
  { id, caseId }: Escalation,
  at: Instant,
): Pick<EscalationEvent, 'caseId' | 'escalationId' | 'at'> {
  return { caseId, escalationId: id, at };
}
