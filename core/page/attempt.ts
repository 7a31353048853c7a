import type { Instant } from '../time/instant.ts';

/**
 * One notification of one person on one channel. `key` is `<page>#<attempt>#<user>#<contact>`, written
 * once before anything is sent; a repeat after a crash re-sends under the same key, so receivers can drop it.
 */
export interface Attempt {
  readonly key: string;
  readonly pageId: string;
  readonly caseId: string;
  /** From 0; counts rounds of notifications, not people. */
  readonly number: number;
  /** Why this person: `schedule primary: layer Days`, `everyone`. */
  readonly why: string;
  readonly userId: string;
  readonly contactId: string;
  readonly channel: string;
  readonly address: string;
  readonly dispatchedAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly seenAt: Instant | null;
  readonly ackedAt: Instant | null;
  readonly failedAt: Instant | null;
  readonly error: string | null;
  readonly providerId: string | null;
}

export function attemptKey(pageId: string, attempt: number, userId: string, contactId: string): string {
  return `${pageId}#${attempt}#${userId}#${contactId}`;
}

/** The page of an attempt's key; null for the id of anything else, such as a message. */
export function pageIdOfAttempt(key: string): string | null {
  const [pageId = '', ...rest] = key.split('#');
  return rest.length >= 3 ? pageId : null;
}
