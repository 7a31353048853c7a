import type { Status } from '../case/status.ts';
import type { ClockName } from './clock-name.ts';
import { clockRules } from './clock-rules.ts';
import { isSolved } from './sla-case.ts';

/** Whether the case's status holds the clock. */
export function shouldPause(clock: ClockName, status: Status, isCrisis: boolean): boolean {
  const rule = clockRules[clock];
  if (rule.neverPausesInCrisis && isCrisis) return false;
  // Solved by no human: the promise is not kept, but nobody waits either.
  if (isSolved(status) && rule.fulfilledBy.includes('solved')) return true;
  return rule.pausedIn.includes(status);
}
