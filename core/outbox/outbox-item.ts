import type { DeskEvent } from '../events/desk-event.ts';
import type { StartedClock } from '../sla/arm-clocks.ts';
import type { Instant } from '../time/instant.ts';

/** What must happen because a commit happened; written in its transaction, done at least once after it. */
export type OutboxEffect =
  | { readonly type: 'page.opened'; readonly pageId: string }
  | {
      readonly type: 'page.closed';
      readonly pageId: string;
      readonly taskToken: string | null;
      readonly outcome: string;
    }
  | { readonly type: 'mail.queued'; readonly messageId: string }
  | {
      readonly type: 'page-mail.queued';
      readonly to: string;
      readonly subject: string;
      readonly text: string;
      readonly pageId: string;
    }
  | { readonly type: 'clocks.armed'; readonly starts: readonly StartedClock[] }
  /** The clocks fell behind the case's events: they are to be worked out from its history. */
  | { readonly type: 'clocks.behind' }
  | { readonly type: 'escalation.opened'; readonly escalationId: string }
  /** Its promise has moved: the workflow that waits is to look again now. */
  | { readonly type: 'escalation.moved'; readonly escalationId: string; readonly taskToken: string | null }
  | {
      readonly type: 'escalation.closed';
      readonly escalationId: string;
      readonly taskToken: string | null;
      readonly outcome: string;
    }
  /** Other systems are to hear of these. */
  | { readonly type: 'events.recorded'; readonly events: readonly DeskEvent[] }
  | { readonly type: 'case.changed'; readonly version: number };

/** `id` is a ULID and the idempotency key of the effect. */
export interface OutboxItem {
  readonly id: string;
  readonly at: Instant;
  readonly caseId: string;
  readonly effect: OutboxEffect;
}
