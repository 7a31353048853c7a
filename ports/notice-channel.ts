import type { Instant } from '../core/time/instant.ts';

/** What somebody of the desk is told of a page or an escalation: a code, a category and links; no personal data. */
export interface Notice {
  readonly about: 'page' | 'escalation';
  /** The same for every repeat of one notice, so that whoever gets it twice can tell. */
  readonly key: string;
  /** What people quote and search for: the id of the page or the escalation, e.g. `HW-AB12CD34-P1`. */
  readonly code: string;
  readonly caseId: string;
  /** Null for a department. */
  readonly userId: string | null;
  readonly contactId: string;
  /** Of the contact; the console is reached by user id. */
  readonly address: string;
  /** When it was decided, the same for every repeat. */
  readonly at: Instant;
  readonly title: string;
  readonly text: string;
  /** What a machine that gets it may act on, beside all of the above. */
  readonly facts: Readonly<Record<string, string | number | null>>;
  /** GET shows, POST acknowledges; single-purpose, expiring, for this person. Null for who cannot acknowledge. */
  readonly ackUrl: string | null;
  readonly caseUrl: string | null;
}

/** One way to reach a person. `send` resolves when the provider has accepted it and rejects otherwise. */
export interface NoticeChannel {
  readonly channel: string;
  send(notice: Notice): Promise<{ providerId: string | null; delivered: boolean }>;
}
