import type { Countable } from '../sla/next-promise.ts';
import type { Channel } from '../sla/policy.ts';
import type { Instant } from '../time/instant.ts';
import type { Category } from './category.ts';
import type { Priority } from './priority.ts';
import type { Status } from './status.ts';

export interface MailAddress {
  readonly address: string;
  readonly name: string;
}

/** What an agent must notice on the case; each is set by an event and explained in the timeline. */
export type CaseFlag =
  | 'triage-failed'
  | 'unparseable'
  | 'untrusted-sender'
  | 'undelivered'
  | 'unread-private'
  | 'review'
  | 'spam';

/**
 * The projection of a case's events (see `applyEvent`); nothing in it is written but by an event.
 * `version` counts commits, `eventCount` events.
 */
export interface Case {
  readonly id: string;
  readonly version: number;
  readonly eventCount: number;
  readonly subject: string;
  readonly status: Status;
  readonly priority: Priority;
  readonly category: Category;
  /** The level at which triage last saw a person at risk; an agent lowers it with a reason. */
  readonly emergency: boolean;
  readonly requester: MailAddress;
  /** Lower-case addresses that may write into the case; at most 100. */
  readonly participants: readonly string[];
  readonly assignee: string | null;
  readonly flags: readonly CaseFlag[];
  readonly linkedCaseIds: readonly string[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly lastInboundAt: Instant | null;
  /** When the oldest message that no human has answered came in; null when all are answered. */
  readonly unansweredSince: Instant | null;
  /** Where it came in. */
  readonly channel: Channel;
  /** ISO 639; null while it is not known. */
  readonly language: string | null;
  readonly tags: readonly string[];
  /** The case that goes on for this one. */
  readonly mergedInto: string | null;
  /** The policy of its promises and the version of all policies that it is pinned to; null when none matches. */
  readonly policyId: string | null;
  readonly policyVersion: string | null;
  /** The promise that presses most, as its clocks stand after the last event. */
  readonly promise: Countable | null;
  /** When that promise is due; null when none runs. */
  readonly nextDueAt: Instant | null;
  readonly pageCount: number;
  readonly openPageId: string | null;
  /** Why the priority is what it is, in one sentence. */
  readonly why: string;
}
