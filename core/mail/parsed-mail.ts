/** A mailbox. `address` is `''` where the header held no address, `name` where it held no display name. */
export interface MailAddress {
  readonly address: string;
  readonly name: string;
}

export interface MailAttachment {
  /** File name as the sender gave it, decoded; null where the part has none. Never a path to trust. */
  readonly name: string | null;
  /** Declared media type, lower case. */
  readonly contentType: string;
  /** Bytes after transfer decoding. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly inline: boolean;
}

export type AutomatedKind = 'auto-reply' | 'bounce' | 'list' | 'feedback-report';

export interface AutomatedMail {
  readonly kind: AutomatedKind;
  /** The header or part that told, for people to read. */
  readonly reason: string;
}

export interface BounceRecipient {
  readonly address: string;
  /** Enhanced status code of RFC 3463, e.g. `5.1.1`; `''` where the report gives none. */
  readonly status: string;
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded` of RFC 3464, lower case. */
  readonly action: string;
}

export interface Bounce {
  readonly recipients: readonly BounceRecipient[];
  /** Message-ID of the message that bounced, with angle brackets. */
  readonly originalMessageId: string | null;
}

/**
 * What `harborwatch mail` prints, key for key. Message ids keep their angle brackets (`<a@b>`),
 * `date` is ISO 8601 UTC with milliseconds, or null where the header is missing or unreadable.
 */
export interface ParsedMail {
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  readonly date: string | null;
  /** The whole readable body, line feeds only. */
  readonly text: string;
  /** What the writer newly wrote. Empty for a pure forward: weigh `text` then. */
  readonly reply: string;
  /** All that was split off `text`: quotes, signatures, footers, disclaimers. */
  readonly quoted: string;
  readonly attachments: readonly MailAttachment[];
  readonly automated: AutomatedMail | null;
  readonly bounce: Bounce | null;
}
