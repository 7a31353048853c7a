import type { PageItem } from '../api/page-item.ts';
import type { PageFrame } from '../live/frames.ts';

/** An open page that has been sent to the person who is signed in. */
export interface RingingPage {
  readonly pageId: string;
  readonly caseId: string;
  readonly attemptKey: string;
}

/**
 * What rings for `userId`: pages pushed to this console, and open pages that notified them before it was
 * opened. A push that the list does not show yet rings too: a failing list must not make a page silent.
 */
export function ringingPages(
  items: readonly PageItem[],
  frames: ReadonlyMap<string, PageFrame>,
  userId: string,
): readonly RingingPage[] {
  const found = new Map<string, RingingPage>();
  for (const { page, attempts } of items) {
    const mine = attempts.filter((attempt) => attempt.userId === userId && attempt.failedAt === null);
    const last = mine.toSorted((a, b) => a.number - b.number).at(-1);
    if (page.state === 'open' && last) {
      found.set(page.id, { pageId: page.id, caseId: page.caseId, attemptKey: last.key });
    }
  }
  for (const { pageId, caseId, attemptKey } of frames.values()) {
    found.set(pageId, { pageId, caseId, attemptKey });
  }
  return [...found.values()];
}

/** Attempts on this console that were never reported seen. */
export function unseenKeys(
  items: readonly PageItem[],
  frames: ReadonlyMap<string, PageFrame>,
  userId: string,
): readonly string[] {
  const listed = items
    .flatMap(({ attempts }) => attempts)
    .filter(({ channel, userId: id, seenAt }) => channel === 'console' && id === userId && seenAt === null)
    .map(({ key }) => key);
  return [...new Set([...listed, ...[...frames.values()].map(({ attemptKey }) => attemptKey)])];
}
