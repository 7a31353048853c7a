import type { CaseEvent } from '../case/case-event.ts';
import type { Instant } from '../time/instant.ts';
import type { ClockName } from './clock-name.ts';

/** The facts of a case that are there for its promises; the others are in `core/case/case-event.ts`. */
export type SlaFact =
  | {
      readonly type: 'consult.sent.v1';
      readonly data: {
        readonly consultId: string;
        readonly department: string;
        /** The department's own; null for what the policy says. */
        readonly calendar: string | null;
        readonly minutes: number | null;
      };
    }
  | {
      readonly type: 'consult.answered.v1';
      readonly data: { readonly consultId: string; readonly automatic: boolean };
    }
  | {
      readonly type: 'consult.withdrawn.v1';
      readonly data: { readonly consultId: string; readonly reason: string };
    }
  | { readonly type: 'case.marked-spam.v1'; readonly data: { readonly reason: string } }
  | { readonly type: 'case.unmarked-spam.v1'; readonly data: { readonly reason: string } }
  | { readonly type: 'case.merged-into.v1'; readonly data: { readonly intoCaseId: string } }
  | {
      readonly type: 'case.merged-from.v1';
      /** When the oldest message of the other case that nobody has answered came in. */
      readonly data: {
        readonly fromCaseId: string;
        readonly unansweredSince: Instant | null;
        /** All who may write into the case from now on. */
        readonly participants: readonly string[];
      };
    }
  | {
      readonly type: 'case.handed-over.v1';
      readonly data: { readonly from: string; readonly to: string; readonly note: string };
    }
  | {
      readonly type: 'case.tagged.v1';
      /** All tags that the case has now. */
      readonly data: { readonly tags: readonly string[] };
    }
  | { readonly type: 'case.language-detected.v1'; readonly data: { readonly language: string } }
  | {
      readonly type: 'clock.due-overridden.v1';
      readonly data: {
        readonly clock: ClockName;
        readonly instance: number;
        /** Null gives the due time back to the policy. */
        readonly dueAt: Instant | null;
        readonly reason: string;
      };
    }
  | {
      readonly type: 'case.rebased.v1';
      readonly data: { readonly policyVersion: string; readonly reason: string };
    };

export type SlaFactType = SlaFact['type'];

/** Facts share the numbering of the case's events: `seq` counts from 1 without gaps over all. */
export type SlaEvent = CaseEvent;
