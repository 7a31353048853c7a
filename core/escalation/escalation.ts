import type { ClockName } from '../sla/clock-name.ts';
import type { Instant } from '../time/instant.ts';
import type { Tier } from './ladder.ts';

/** Whom a person escalates to by hand: a rung of the ladder, somebody by name, or another department. */
export type EscalateTo =
  | { readonly tier: Tier }
  | { readonly user: string }
  | { readonly department: string };

export type EscalationCause =
  /** A promise whose reminder came, or that was broken. */
  | { readonly kind: 'promise'; readonly clock: ClockName; readonly instance: number }
  | {
      readonly kind: 'manual';
      readonly by: string;
      readonly reason: string;
      readonly to: EscalateTo;
    }
  /** The shift of the one who has a crisis case ended, and nobody took the case over. */
  | { readonly kind: 'handover'; readonly from: string; readonly shiftEndedAt: Instant };

/** One climb of a ladder: the projection of its events in the log of the case's promises. */
export interface Escalation {
  /** `HW-AB12CD34-E1`. */
  readonly id: string;
  readonly caseId: string;
  /** From 1 within the case. */
  readonly number: number;
  readonly cause: EscalationCause;
  /** Of the policy version below; null for the ladder of last resort. */
  readonly ladderId: string | null;
  readonly policyVersion: string;
  readonly state: 'open' | 'acknowledged' | 'ended';
  readonly openedAt: Instant;
  /** `beforeMinutes` of the reminders that went out. */
  readonly remindedMinutes: readonly number[];
  /** The last level (index) that was told, and when. */
  readonly told: { readonly level: number; readonly at: Instant } | null;
  /** Where it begins without a breach. */
  readonly manual: { readonly level: number; readonly at: Instant } | null;
  /** Rounds of notices so far. */
  readonly round: number;
  /** When its workflow looks again; null once it is over. */
  readonly nextStepAt: Instant | null;
  /** Of the workflow that waits for an answer. */
  readonly taskToken: string | null;
  /** The execution that carries it out; another one that is still about ends. Absent before the first step. */
  readonly heldBy?: string;
  /** Who was told so far, each once, at most a hundred: whose console is to show it after a reload. */
  readonly toldUsers?: readonly string[];
  readonly acknowledged: { readonly by: string; readonly via: EscalationVia; readonly at: Instant } | null;
  readonly ended: { readonly at: Instant; readonly why: string } | null;
}

export const escalationVias = ['console', 'link', 'command'] as const;
export type EscalationVia = (typeof escalationVias)[number];

export function escalationId(caseId: string, number: number): string {
  return `${caseId}-E${number}`;
}

/** Null when the id is not one of an escalation. */
export function caseIdOfEscalation(id: string): string | null {
  return /^(HW-[0-9A-HJKMNP-TV-Z]{8})-E[1-9]\d{0,6}$/.exec(id)?.[1] ?? null;
}
