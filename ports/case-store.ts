import type { Case } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import type { Delivery, Message } from '../core/case/message.ts';
import type { View } from '../core/case/status.ts';
import type { FailedIntake, Intake } from '../core/intake/intake.ts';
import type { OutboxItem } from '../core/outbox/outbox-item.ts';
import type { Attempt } from '../core/page/attempt.ts';
import type { Page } from '../core/page/page.ts';
import type { CaseSla } from '../core/sla/case-sla.ts';
import type { SlaRecord } from '../core/sla/sla-record.ts';
import type { Instant } from '../core/time/instant.ts';

/** One item of a transaction. All writes of one `commit` happen, or none does. */
export type Write =
  /** `expectedVersion` null: the case must not exist. Else `next.version` must be one more than it. */
  | { readonly kind: 'case'; readonly next: Case; readonly expectedVersion: number | null }
  | { readonly kind: 'event'; readonly event: CaseEvent }
  | { readonly kind: 'message'; readonly message: Message }
  /** Changes the delivery state of a message that exists. */
  | {
      readonly kind: 'delivery';
      readonly caseId: string;
      readonly messageId: string;
      readonly delivery: Delivery;
    }
  /** A Message-ID (with angle brackets) that answers may refer to. Several cases may hold one id. */
  | {
      readonly kind: 'thread-key';
      readonly rfcMessageId: string;
      readonly caseId: string;
      readonly messageId: string;
    }
  /** Refused with `intake.already-decided` when this raw mail has a disposition. Clears its failed record. */
  | { readonly kind: 'intake'; readonly intake: Intake }
  /** Refused with `mail.duplicate` when the key is taken. */
  | {
      readonly kind: 'dedupe';
      readonly key: string;
      readonly rawKey: string;
      readonly caseId: string;
      readonly at: string;
    }
  | { readonly kind: 'page'; readonly next: Page; readonly expectedVersion: number | null }
  /** The promises of a case. Refused with `sla.version-conflict`. */
  | { readonly kind: 'sla'; readonly next: CaseSla; readonly expectedVersion: number | null }
  /** What a commit adds to the log of promises; `version` is that of the `sla` it comes with. */
  | {
      readonly kind: 'sla-log';
      readonly caseId: string;
      readonly version: number;
      readonly records: readonly SlaRecord[];
    }
  | { readonly kind: 'outbox'; readonly item: OutboxItem };

export interface PageOf<T> {
  readonly items: readonly T[];
  /** Opaque; null at the end. */
  readonly cursor: string | null;
}

export interface Timeline {
  readonly events: readonly CaseEvent[];
  readonly messages: readonly Message[];
  readonly pages: readonly Page[];
  readonly attempts: readonly Attempt[];
  readonly sla: CaseSla | null;
  readonly slaLog: readonly SlaRecord[];
}

export type CommitResult = { readonly ok: true } | { readonly ok: false; readonly error: unknown };

/**
 * Cases and all that hangs on them. Errors are DomainErrors: `case.version-conflict`, `page.version-conflict`,
 * `sla.version-conflict`, `mail.duplicate`, `intake.already-decided` (all kind conflict), `store.contention` (conflict: a transaction
 * met another one; retry), `store.unavailable`.
 */
export interface CaseStore {
  commit(writes: readonly Write[]): Promise<void>;
  /**
   * Commits independent units, several in one transaction where they fit (100 items, 4 MB); a unit that
   * is refused does not take the others down. Results in the order of the units.
   */
  commitAll(units: readonly (readonly Write[])[]): Promise<readonly CommitResult[]>;

  getCase(caseId: string): Promise<Case | null>;
  getTimeline(caseId: string): Promise<Timeline>;
  getMessage(caseId: string, messageId: string): Promise<Message | null>;
  /** By priority, then due time (then creation), over all shards. `limit` 1 to 200. */
  listCases(view: View, options: { limit: number; cursor?: string }): Promise<PageOf<Case>>;
  listCasesOfAssignee(userId: string, options: { limit: number; cursor?: string }): Promise<PageOf<Case>>;
  /** Newest first. `address` lower-case. */
  listCasesOfCustomer(address: string, options: { limit: number; cursor?: string }): Promise<PageOf<Case>>;
  /** The cases that hold these Message-IDs, in the order given; earliest holder first. */
  findThreadKeys(
    rfcMessageIds: readonly string[],
  ): Promise<readonly { rfcMessageId: string; caseId: string; messageId: string }[]>;

  getSla(caseId: string): Promise<CaseSla | null>;
  /** Promises that wanted to be looked at by `until`, the longest ago first. */
  listOverdueMarks(until: Instant, options: { limit: number; cursor?: string }): Promise<PageOf<CaseSla>>;
  /** Promises with an open escalation, the one that is open longest first. */
  listOpenEscalations(options: { limit: number; cursor?: string }): Promise<PageOf<CaseSla>>;

  getIntake(rawKey: string): Promise<Intake | null>;
  getDuplicate(key: string): Promise<{ rawKey: string; caseId: string } | null>;
  saveFailedIntake(failed: FailedIntake): Promise<void>;
  listFailedIntakes(options: { limit: number; cursor?: string }): Promise<PageOf<FailedIntake>>;
  getFailedIntake(rawKey: string): Promise<FailedIntake | null>;

  getPage(pageId: string): Promise<Page | null>;
  /** Open pages by next attempt, soonest first. */
  listOpenPages(options: { limit: number; cursor?: string }): Promise<PageOf<Page>>;
  /** All pages, newest first. */
  listPages(options: { limit: number; cursor?: string }): Promise<PageOf<Page>>;
  listAttempts(pageId: string): Promise<readonly Attempt[]>;
  /** Writes the attempt if its key is new; returns what is stored (the earlier one, if there is one). */
  beginAttempt(attempt: Attempt): Promise<{ created: boolean; attempt: Attempt }>;
  /** Sets only the given fields. `missing` when the key is unknown. */
  updateAttempt(pageId: string, key: string, change: Partial<Omit<Attempt, 'key' | 'pageId'>>): Promise<void>;

  /** Counts one more use of `key` unless `limit` uses are on record; expires at `expiresAt` (epoch ms). */
  takeAllowance(key: string, limit: number, expiresAt: number): Promise<boolean>;
}

/** The undone effects of past commits. On AWS the table's stream carries them; on one machine a poller reads them. */
export interface Outbox {
  /** Oldest first within a shard. */
  listOutbox(limit: number): Promise<readonly OutboxItem[]>;
  removeOutbox(items: readonly OutboxItem[]): Promise<void>;
}
