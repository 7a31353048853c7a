import type { Instant } from '../time/instant.ts';
import type { Verdict } from '../triage/verdict.ts';
import type { Actor } from './actor.ts';
import type { MailAddress } from './case.ts';

export interface StoredAttachment {
  /** Unique in its message: `0`, `1`, … in the order of the mail. */
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly inline: boolean;
  readonly state: 'ok' | 'quarantined';
  /** Why it is quarantined. */
  readonly reason: string | null;
}

/** `queued` until the provider has taken it; `undelivered` after a hard bounce or a refusal. */
export interface Delivery {
  readonly state: 'queued' | 'sent' | 'undelivered';
  readonly at: Instant;
  readonly providerMessageId: string | null;
  readonly detail: string | null;
}

export interface Message {
  readonly caseId: string;
  /** A ULID. */
  readonly id: string;
  readonly kind: 'inbound' | 'outbound' | 'note';
  readonly at: Instant;
  readonly author: Actor;
  readonly from: MailAddress | null;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  /** Whole text, or its first `inlineTextLimit` characters when `bodyKey` is set. */
  readonly text: string;
  /** What the writer newly wrote, without quotes and signature. */
  readonly reply: string;
  readonly quoted: string;
  /** Blob with `{text, reply, quoted, html}` of a body too large for the item. */
  readonly bodyKey: string | null;
  readonly attachments: readonly StoredAttachment[];
  /** Blob with the original mail: evidence, never changed. */
  readonly rawKey: string | null;
  readonly rfcMessageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly verdict: Verdict | null;
  readonly automated: { readonly kind: string; readonly reason: string } | null;
  /** Only agents see it, and it wants a look: its sender is no participant. */
  readonly isPrivate: boolean;
  readonly problems: readonly string[];
  readonly delivery: Delivery | null;
  /** The consult that it belongs to; absent on what passes between desk and customer. */
  readonly consultId?: string;
}

/** Characters of text that a message item keeps inline; larger bodies go to the blob store. */
export const inlineTextLimit = 20_000;
