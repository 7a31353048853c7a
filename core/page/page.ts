import type { Category } from '../case/category.ts';
import type { Instant } from '../time/instant.ts';

export type PageTarget =
  | { readonly schedule: string }
  | { readonly user: string }
  | { readonly everyone: true };

export interface PagePolicyStep {
  readonly targets: readonly PageTarget[];
  readonly waitSeconds: number;
}

/** The escalation policy as it was when the page opened; later edits do not touch an open page. */
export interface PagePolicySnapshot {
  readonly id: string;
  readonly name: string;
  readonly configVersion: string;
  readonly steps: readonly PagePolicyStep[];
  /** The wait after "everyone", which follows the last step; then it begins again. */
  readonly everyoneWaitSeconds: number;
}

export type PageState = 'open' | 'acknowledged' | 'cancelled';

/** A page: `HW-XXXXXXXX-P1` is the first page of case `HW-XXXXXXXX`. It ends by a human act only. */
export interface Page {
  readonly id: string;
  readonly caseId: string;
  readonly version: number;
  readonly state: PageState;
  readonly category: Category;
  readonly why: string;
  /** When the mail was accepted from the outside. */
  readonly receivedAt: Instant;
  /** When triage saw the person at risk. */
  readonly detectedAt: Instant;
  /** When the page was made durable. */
  readonly openedAt: Instant;
  readonly policy: PagePolicySnapshot;
  /** The number of the last attempt planned, from 0; null before the first. */
  readonly attempt: number | null;
  /** When the next attempt is due; null once the page is closed. */
  readonly nextAttemptAt: Instant | null;
  /** The workflow that waits for an answer. */
  readonly taskToken: string | null;
  readonly ack: { readonly userId: string; readonly at: Instant; readonly via: AckVia } | null;
  readonly cancelled: { readonly userId: string; readonly at: Instant; readonly reason: string } | null;
  readonly firstHumanReplyAt: Instant | null;
}

export const ackVias = ['console', 'link', 'email-reply', 'command'] as const;
export type AckVia = (typeof ackVias)[number];

export function pageId(caseId: string, number: number): string {
  return `${caseId}-P${number}`;
}

/** The case that a page id belongs to; null when it is no page id. */
export function caseIdOfPage(id: string): string | null {
  return /^(HW-[0-9A-HJKMNP-TV-Z]{8})-P\d+$/.exec(id)?.[1] ?? null;
}
