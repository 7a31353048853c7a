import type { Instant } from '../time/instant.ts';
import type { ClockName } from './clock-name.ts';
import type { ClockPromise, ClockSums } from './metric-event.ts';

/** `missed` is answered after its due time; a breach that nobody has answered is `running` with `breachedAt`. */
export type ClockCondition = 'running' | 'paused' | 'met' | 'missed' | 'cancelled';

export interface ClockPause {
  readonly from: Instant;
  /** Null while it lasts. */
  readonly to: Instant | null;
  readonly why: string;
}

/** One instance of a clock: the projection of its metric events (see `foldClock`), and of nothing else. */
export interface ClockState extends ClockSums {
  readonly caseId: string;
  readonly clock: ClockName;
  /** From 1. */
  readonly instance: number;
  readonly subject: string | null;
  readonly state: ClockCondition;
  readonly startedAt: Instant;
  /** When `elapsedMs` and `remainingMs` were right; a running clock has gone on since. */
  readonly countedAt: Instant;
  readonly pausedSince: Instant | null;
  readonly pauses: readonly ClockPause[];
  /** Once set it stays, whatever comes later. */
  readonly breachedAt: Instant | null;
  /** When it was fulfilled or cancelled; null while it is open. */
  readonly endedAt: Instant | null;
  readonly endedWhy: string | null;
  readonly promise: ClockPromise;
  readonly terms: { readonly calendar: string | null; readonly minutes: number | null } | null;
  /** What reopening granted beyond the target. */
  readonly graceMs: number;
  readonly warned: readonly number[];
  /** Metric events so far. */
  readonly eventCount: number;
  /** The last case event that changed it. */
  readonly lastSeq: number | null;
}

export function isOpenClock({ state }: ClockState): boolean {
  return state === 'running' || state === 'paused';
}

/** The case's clocks and how far its history has been read into them. */
export interface CaseClocks {
  readonly caseId: string;
  readonly seq: number;
  /** The latest time of an event; time never runs backwards in clocks. */
  readonly at: Instant;
  readonly clocks: readonly ClockState[];
}
