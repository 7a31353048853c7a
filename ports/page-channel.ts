import type { Attempt } from '../core/page/attempt.ts';
import type { Page } from '../core/page/page.ts';

/** What a notification may say: a code, a category and a link; no personal data. */
export interface PageNotice {
  readonly attempt: Attempt;
  readonly page: Page;
  /** Short code the person can quote, e.g. `HW-AB12CD34-P1`. */
  readonly code: string;
  readonly title: string;
  readonly text: string;
  /** GET shows, POST acknowledges; single-purpose, expiring, for this person. */
  readonly ackUrl: string;
  readonly caseUrl: string;
}

/** One way to reach a person. `send` resolves when the provider has accepted it and rejects otherwise. */
export interface PageChannel {
  readonly channel: string;
  send(notice: PageNotice): Promise<{ providerId: string | null; delivered: boolean }>;
}
