import type { Escalation } from '../escalation/escalation.ts';
import type { Ladder } from '../escalation/ladder.ts';
import { type Instant, toEpochMs, toInstant } from '../time/instant.ts';
import type { ClockState } from './clock-state.ts';
import { nextMark } from './next-mark.ts';
import type { PolicySet } from './policy-set.ts';

export interface NamedLadder {
  readonly id: string;
  readonly ladder: Ladder;
}

/** The ladder that the policy of a clock climbs; null when it names none. */
export function ladderOf(policies: PolicySet, policyId: string | null): NamedLadder | null {
  const id = policies.policies.find((policy) => policy.id === policyId)?.escalation;
  const ladder = id === undefined || !Object.hasOwn(policies.ladders, id) ? undefined : policies.ladders[id];
  return id === undefined || ladder === undefined ? null : { id, ladder };
}

/** When the first reminder of a clock opens its escalation; null when none is to come or one was opened. */
export function firstReminderAt(
  clock: ClockState,
  ladder: Ladder | null,
  escalations: readonly Escalation[],
): Instant | null {
  const { dueAt } = clock;
  if (ladder === null || clock.state !== 'running' || clock.breachedAt !== null || dueAt === null)
    return null;
  if (escalations.some((escalation) => isAbout(escalation, clock))) return null;
  const dueMs = toEpochMs(dueAt);
  const startedMs = toEpochMs(clock.startedAt);
  // A reminder that lies before the promise itself began says nothing.
  const times = ladder.reminders
    .map(({ beforeMinutes }) => dueMs - beforeMinutes * 60_000)
    .filter((ms) => ms > startedMs);
  return times.length === 0 ? null : toInstant(Math.min(...times));
}

/** Why a clock opens an escalation at `now`; null when it does not. */
export function escalatesAt(
  clock: ClockState,
  ladder: Ladder | null,
  escalations: readonly Escalation[],
  now: Instant,
): string | null {
  if (ladder === null) return null;
  const { breachedAt } = clock;
  if (breachedAt !== null) {
    const isOpen = clock.state === 'running' || clock.state === 'paused';
    const isClimbed = escalations.some(
      (escalation) =>
        isAbout(escalation, clock) &&
        (escalation.state === 'open' ||
          overAt(escalation) >= breachedAt ||
          escalation.openedAt >= breachedAt),
    );
    return isOpen && !isClimbed ? `${clock.clock} was due ${breachedAt} and nobody had kept it` : null;
  }
  const reminderAt = firstReminderAt(clock, ladder, escalations);
  return reminderAt !== null && reminderAt <= now ? `${clock.clock} is due ${clock.dueAt}` : null;
}

/** When a clock must be looked at next, for a mark of its own or a reminder of its ladder. */
export function lookAtOf(
  clock: ClockState,
  ladder: Ladder | null,
  escalations: readonly Escalation[],
): Instant | null {
  const mark = nextMark(clock)?.at ?? null;
  const reminder = firstReminderAt(clock, ladder, escalations);
  if (mark === null || reminder === null) return mark ?? reminder;
  return mark < reminder ? mark : reminder;
}

function isAbout({ cause }: Escalation, { clock, instance }: ClockState): boolean {
  return cause.kind === 'promise' && cause.clock === clock && cause.instance === instance;
}

function overAt({ acknowledged, ended }: Escalation): Instant {
  return acknowledged?.at ?? ended?.at ?? '';
}
