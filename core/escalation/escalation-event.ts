import type { Instant } from '../time/instant.ts';
import type { EscalationCause, EscalationVia } from './escalation.ts';
import type { Tier } from './ladder.ts';

/** Somebody who is told, and how. */
export interface EscalationNotice {
  /** Null for a department, which is told by mail. */
  readonly userId: string | null;
  readonly department: string | null;
  readonly contactId: string;
  readonly channel: string;
  readonly why: string;
}

type EscalationFact =
  | { readonly type: 'escalation.opened'; readonly cause: EscalationCause; readonly ladderId: string | null }
  | {
      readonly type: 'escalation.reminded';
      readonly beforeMinutes: number;
      readonly notices: readonly EscalationNotice[];
    }
  | {
      readonly type: 'escalation.notified';
      readonly level: number;
      /** That of the level, or what was named by hand. */
      readonly tier: Tier | 'person' | 'department';
      /** Empty when the level had nobody: the next one is told at once. */
      readonly notices: readonly EscalationNotice[];
    }
  | { readonly type: 'escalation.undelivered'; readonly notice: EscalationNotice; readonly error: string }
  | { readonly type: 'escalation.acknowledged'; readonly by: string; readonly via: EscalationVia }
  | { readonly type: 'escalation.ended' };

export type EscalationEvent = EscalationFact & {
  readonly caseId: string;
  readonly escalationId: string;
  readonly at: Instant;
  readonly why: string;
};
