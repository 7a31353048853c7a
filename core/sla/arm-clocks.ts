import { DomainError } from '../errors.ts';
import type { Instant } from '../time/instant.ts';
import type { ClockName } from './clock-name.ts';
import { clockRules } from './clock-rules.ts';
import { type ClockState, isOpenClock } from './clock-state.ts';

/** The one execution of `sla-clock` that counts for a clock. Those of lower epochs are stale: they end silently. */
export interface ArmedClock {
  readonly clock: ClockName;
  readonly instance: number;
  /** From 1; never given twice within (clock, instance), as the execution is named after it. */
  readonly epoch: number;
  /** When it wakes; null when it has ended and the next change that needs one starts another. */
  readonly at: Instant | null;
}

export type StartedClock = ArmedClock & { readonly at: Instant };

/** When a clock must be looked at next; null when only an event can change it. */
export type WakeAtOf = (clock: ClockState) => Instant | null;

export interface Arming {
  /** What to store in place of `before`. */
  readonly armed: readonly ArmedClock[];
  /** Executions to start, in the same commit as `armed`. Their `at` may be past by now: they wake at once. */
  readonly starts: readonly StartedClock[];
}

/**
 * What executions are needed after an event. A clock that must be looked at before its execution wakes, or that
 * has none, gets one of the next epoch. One that wakes too early, or for nothing as the clock is paused, is left
 * asleep: it re-reads the clock when it wakes, and most pauses end before that.
 * @param clocks at least those of `clocksToKeep`.
 */
export function armClocks(
  before: readonly ArmedClock[],
  clocks: readonly ClockState[],
  wakeAtOf: WakeAtOf,
): Arming {
  const armed: ArmedClock[] = [];
  const starts: StartedClock[] = [];
  for (const clock of clocks) {
    const entry = before.find((other) => isOf(other, clock));
    const at = isOpenClock(clock) ? wakeAtOf(clock) : null;
    if (at !== null && (entry === undefined || entry.at === null || at < entry.at)) {
      const { clock: name, instance } = clock;
      const start = { clock: name, instance, epoch: (entry?.epoch ?? 0) + 1, at };
      starts.push(start);
      armed.push(start);
    } else if (entry !== undefined && mayGoOn(clock)) armed.push(entry);
  }
  return { armed, starts };
}

/** Which execution woke. */
export type WokenClock = Pick<ArmedClock, 'clock' | 'instance' | 'epoch'>;

export type Woken =
  /** It counts no more: it ends, and changes nothing. */
  | { readonly kind: 'stale' }
  /** It waits on until `at`. */
  | { readonly kind: 'wait'; readonly at: Instant; readonly armed: readonly ArmedClock[] }
  /** It ends; a later change starts the next epoch. */
  | { readonly kind: 'none'; readonly armed: readonly ArmedClock[] };

/**
 * What an execution that woke at `now` does next. Asked twice, it answers the same twice.
 * @param clocks after what the passing of time until `now` has brought (`wakeClocks`) was folded in.
 * @throws DomainError `conflict` `sla.mark-unhandled` when the next look is not after `now`: waiting for it
 * would never end.
 */
export function wokenClock(
  armed: readonly ArmedClock[],
  woken: WokenClock,
  clocks: readonly ClockState[],
  now: Instant,
  wakeAtOf: WakeAtOf,
): Woken {
  const entry = armed.find((other) => isOf(other, woken));
  if (entry?.epoch !== woken.epoch) return { kind: 'stale' };
  const clock = clocks.find((state) => isOf(state, woken));
  const at = clock !== undefined && isOpenClock(clock) ? wakeAtOf(clock) : null;
  if (at !== null && at <= now) {
    const message = `${woken.clock} ${woken.instance}: ${at} is not after ${now}; handle what is due before asking for the next look`;
    throw new DomainError('conflict', 'sla.mark-unhandled', message);
  }
  const next = armed.flatMap((other) => {
    if (other !== entry) return [other];
    return clock !== undefined && mayGoOn(clock) ? [{ ...entry, at }] : [];
  });
  return at === null ? { kind: 'none', armed: next } : { kind: 'wait', at, armed: next };
}

/** An ended clock that reopening carries on must remember its epoch: the next execution needs a name of its own. */
function mayGoOn(clock: ClockState): boolean {
  if (isOpenClock(clock)) return true;
  return clock.state !== 'cancelled' && clockRules[clock.clock].reopen !== 'stays-ended';
}

function isOf(
  { clock, instance }: Pick<ArmedClock, 'clock' | 'instance'>,
  other: Pick<ArmedClock, 'clock' | 'instance'>,
): boolean {
  return clock === other.clock && instance === other.instance;
}
