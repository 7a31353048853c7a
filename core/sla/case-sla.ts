import type { Escalation } from '../escalation/escalation.ts';
import type { Instant } from '../time/instant.ts';
import type { ArmedClock } from './arm-clocks.ts';
import type { CaseClocks } from './clock-state.ts';
import type { SlaCase } from './sla-case.ts';

/**
 * A case's promises as they are stored, in one item beside the case. It has a version of its own, because the
 * passing of time changes it too, and that must not get in the way of an agent who is writing an answer.
 */
export interface CaseSla {
  readonly caseId: string;
  /** Counts the commits that changed it, from 1. */
  readonly version: number;
  /** The version of the promises that the case is pinned to. */
  readonly policyVersion: string;
  readonly facts: SlaCase;
  /** The open clocks, and of the ended ones the latest of each name. */
  readonly clocks: CaseClocks;
  /** What the executions of `sla-clock` wait for. */
  readonly armed: readonly ArmedClock[];
  /** Open ones, the last twenty that are over, and those of open clocks. */
  readonly escalations: readonly Escalation[];
  readonly escalationCount: number;
  /** Since when its clocks do not know all that happened to the case; absent while they do. */
  readonly behindSince?: Instant;
  /** When a clock or an escalation wants to be looked at next: what the sweep goes by. */
  readonly nextLookAt: Instant | null;
}
