import type { Priority } from '../case/priority.ts';
import type { Instant } from '../time/instant.ts';
import type { ClockName } from './clock-name.ts';

/** What was promised, under which version of which policy. */
export interface ClockPromise {
  /** Null when no policy matched. */
  readonly policyId: string | null;
  readonly policyVersion: string;
  readonly priority: Priority;
  /** Null when nothing is promised: the clock only measures. */
  readonly targetMinutes: number | null;
  /** The id of the calendar of which open time counts; null around the clock. */
  readonly calendar: string | null;
  /** Percent of the target at which to warn. */
  readonly warnings: readonly number[];
}

/** A due date that a person set. It is a wall-clock date: a pause moves it by its whole length. */
export interface DueOverride {
  /** While the clock is paused, where it stood when the pause began. */
  readonly dueAt: Instant;
  /** Wall time from the moment it was set to `dueAt`: what percent of it is gone warns. */
  readonly spanMs: number;
  readonly setAt: Instant;
  readonly reason: string;
  readonly setBy: string;
}

/** The sums of a clock at an event. */
export interface ClockSums {
  /** Counted so far, in the calendar of the promise, ms. */
  readonly elapsedMs: number;
  /** Counted time left; never below 0. Null without a target. */
  readonly remainingMs: number | null;
  /** Null while paused, ended or without a target. */
  readonly dueAt: Instant | null;
  /** Warnings to come, in order. */
  readonly nextWarnings: readonly { readonly percent: number; readonly at: Instant }[];
  readonly override: DueOverride | null;
}

export type RetargetCause = 'first-target' | 'case-changed' | 'override' | 'rebase' | 'merge';

type MetricFact =
  | {
      readonly type: 'activate';
      readonly startedAt: Instant;
      /** The consult that a department clock is about. */
      readonly subject: string | null;
      readonly promise: ClockPromise;
      /** The sender's own calendar and minutes, which win over the policy's. */
      readonly terms: { readonly calendar: string | null; readonly minutes: number | null } | null;
      readonly sums: ClockSums;
    }
  | { readonly type: 'pause'; readonly sums: ClockSums }
  | {
      readonly type: 'resume';
      readonly reopened: boolean;
      readonly graceMs: number;
      readonly sums: ClockSums;
    }
  | { readonly type: 'fulfil'; readonly by: string; readonly sums: ClockSums }
  | { readonly type: 'cancel'; readonly sums: ClockSums }
  | {
      readonly type: 'retarget';
      readonly cause: RetargetCause;
      readonly startedAt: Instant;
      readonly promise: ClockPromise;
      readonly sums: ClockSums;
      /** Warnings that need not be repeated under the new target. */
      readonly warned: readonly number[];
    }
  | { readonly type: 'warn'; readonly percent: number }
  /** `at` is the instant at which it was due, however late the timer. */
  | { readonly type: 'breach' };

export type MetricEventType = MetricFact['type'];

/** Append-only. Numbered by `n` from 1 within a case, clock and instance. */
export type MetricEvent = MetricFact & {
  readonly caseId: string;
  readonly clock: ClockName;
  readonly instance: number;
  readonly n: number;
  readonly at: Instant;
  /** The case event that caused it; null for the passing of time. */
  readonly seq: number | null;
  readonly why: string;
};
