import { type Instant, toEpochMs, toInstant } from '../time/instant.ts';
import type { ClockState } from './clock-state.ts';

/** When a clock must be looked at again. `due`: the first millisecond at which it is late, one after `dueAt`. */
export type Mark =
  | { readonly at: Instant; readonly kind: 'warning'; readonly percent: number }
  | { readonly at: Instant; readonly kind: 'due' };

/** Null when only another event can change it: paused, ended, breached or without a target. */
export function nextMark(clock: ClockState): Mark | null {
  if (clock.state !== 'running' || clock.breachedAt !== null || clock.dueAt === null) return null;
  const warning = clock.nextWarnings[0];
  if (warning !== undefined && warning.at <= clock.dueAt) return { ...warning, kind: 'warning' };
  return { at: toInstant(toEpochMs(clock.dueAt) + 1), kind: 'due' };
}
