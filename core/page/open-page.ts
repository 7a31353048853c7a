import type { Case } from '../case/case.ts';
import type { Category } from '../case/category.ts';
import type { Instant } from '../time/instant.ts';
import { toEpochMs } from '../time/instant.ts';
import { type Page, type PagePolicySnapshot, pageId } from './page.ts';

export interface OpenPageInput {
  readonly caseId: string;
  readonly number: number;
  readonly category: Category;
  readonly why: string;
  readonly receivedAt: Instant;
  readonly detectedAt: Instant;
  readonly openedAt: Instant;
  readonly policy: PagePolicySnapshot;
}

/** A page that is due at once. */
export function openPage(input: OpenPageInput): Page {
  const { number, ...rest } = input;
  return {
    ...rest,
    id: pageId(input.caseId, number),
    version: 1,
    state: 'open',
    attempt: null,
    nextAttemptAt: input.openedAt,
    taskToken: null,
    ack: null,
    cancelled: null,
    firstHumanReplyAt: null,
  };
}

/** How long an acknowledgement covers further emergency messages of the same case. */
export const ackCoversMs = 15 * 60_000;

/**
 * Whether an emergency message pages: yes, unless a page is open already, or a person took the last one
 * less than a quarter of an hour ago and still works on the case. A rise from below always pages.
 */
export function shouldPage(current: Case | null, lastPage: Page | null, nowMs: number): boolean {
  if (!current || !lastPage) return true;
  if (current.openPageId) return false;
  if (!current.emergency) return true;
  const isAtWork = current.status === 'new' || current.status === 'open';
  const closedAt = lastPage.ack?.at;
  return !(isAtWork && closedAt !== undefined && nowMs - toEpochMs(closedAt) < ackCoversMs);
}
