import type { EscalateTo } from '../escalation/escalation.ts';
import type { Channel } from '../sla/policy.ts';
import type { SlaFact } from '../sla/sla-fact.ts';
import type { Instant } from '../time/instant.ts';
import type { Actor } from './actor.ts';
import type { CaseFlag, MailAddress } from './case.ts';
import type { Category } from './category.ts';
import type { Priority } from './priority.ts';
import type { Status } from './status.ts';

/** Everything that can happen to a case. Names are past tense and versioned; data never changes once stored. */
export type CaseFact =
  | {
      readonly type: 'case.created.v1';
      readonly data: {
        readonly subject: string;
        readonly requester: MailAddress;
        readonly participants: readonly string[];
        readonly channel: Channel;
        readonly linkedCaseIds: readonly string[];
        readonly linkedWhy: string | null;
      };
    }
  | {
      readonly type: 'message.received.v1';
      readonly data: {
        readonly messageId: string;
        readonly from: MailAddress;
        readonly automated: string | null;
        readonly isPrivate: boolean;
        readonly flags: readonly CaseFlag[];
        readonly why: string;
      };
    }
  | {
      readonly type: 'triage.assessed.v1';
      readonly data: {
        readonly messageId: string;
        readonly priority: Priority;
        readonly category: Category;
        readonly emergency: boolean;
        readonly rules: readonly string[];
        readonly why: string;
        /** The level the case takes from it: never lower than it had. */
        readonly casePriority: Priority;
        readonly caseCategory: Category;
        readonly caseEmergency: boolean;
        readonly failed: boolean;
      };
    }
  | {
      readonly type: 'message.sent.v1';
      readonly data: {
        readonly messageId: string;
        readonly to: readonly string[];
        readonly automatic: boolean;
      };
    }
  | {
      readonly type: 'message.undelivered.v1';
      readonly data: {
        readonly messageId: string | null;
        readonly recipients: readonly { address: string; status: string }[];
        readonly detail: string;
      };
    }
  | { readonly type: 'note.added.v1'; readonly data: { readonly messageId: string } }
  | {
      readonly type: 'case.status-changed.v1';
      readonly data: { readonly from: Status; readonly to: Status; readonly reason: string | null };
    }
  | {
      readonly type: 'case.priority-changed.v1';
      readonly data: { readonly from: Priority; readonly to: Priority; readonly reason: string | null };
    }
  | {
      readonly type: 'case.category-changed.v1';
      readonly data: { readonly from: Category; readonly to: Category; readonly reason: string | null };
    }
  | {
      readonly type: 'case.assigned.v1';
      readonly data: {
        readonly from: string | null;
        readonly to: string | null;
        readonly reason: string | null;
      };
    }
  | { readonly type: 'case.linked.v1'; readonly data: { readonly caseId: string; readonly why: string } }
  | { readonly type: 'page.opened.v1'; readonly data: { readonly pageId: string; readonly why: string } }
  | {
      readonly type: 'page.acknowledged.v1';
      readonly data: { readonly pageId: string; readonly userId: string; readonly via: string };
    }
  | {
      readonly type: 'page.cancelled.v1';
      readonly data: { readonly pageId: string; readonly userId: string; readonly reason: string };
    }
  | {
      readonly type: 'case.escalated.v1';
      readonly data: { readonly to: EscalateTo; readonly reason: string };
    }
  | SlaFact;

export type CaseEventType = CaseFact['type'];

/** `seq` counts from 1 within a case without gaps; `at` never runs backwards by more than clock skew. */
export type CaseEvent = CaseFact & {
  readonly caseId: string;
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
};
