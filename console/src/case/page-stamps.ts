import type { Attempt } from '../../../core/page/attempt.ts';
import type { Page } from '../../../core/page/page.ts';

export interface Stamp {
  readonly label: string;
  readonly hint: string;
  readonly at: string | null;
  /** Milliseconds since the mail was accepted; null while it has not happened. */
  readonly afterMs: number | null;
}

/** The way of a page, in the order in which it should go; of several attempts the first to get there. */
export function pageStamps(page: Page, attempts: readonly Attempt[]): readonly Stamp[] {
  const first = (pick: (attempt: Attempt) => string | null) =>
    attempts.map(pick).reduce<string | null>((a, b) => (a === null || (b !== null && b < a) ? b : a), null);
  const rows: readonly (readonly [string, string, string | null])[] = [
    ['Received', 'The mail was accepted from the outside', page.receivedAt],
    ['Detected', 'Triage saw a person at risk', page.detectedAt],
    ['Committed', 'The page was made durable', page.openedAt],
    ['Dispatched', 'The first notification was sent off', first(({ dispatchedAt }) => dispatchedAt)],
    ['Accepted', 'A provider took the first notification', first(({ acceptedAt }) => acceptedAt)],
    ['Delivered', 'The first notification arrived', first(({ deliveredAt }) => deliveredAt)],
    ['Seen', 'Somebody had it on the screen', first(({ seenAt }) => seenAt)],
    ['Acknowledged', 'A human answered for it', page.ack?.at ?? null],
    ['Human reply', 'The first human reply to the customer', page.firstHumanReplyAt],
  ];
  return rows.map(([label, hint, at]) => ({
    label,
    hint,
    at,
    afterMs: at === null ? null : Date.parse(at) - Date.parse(page.receivedAt),
  }));
}
