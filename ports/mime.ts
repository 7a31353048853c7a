import type { ParsedMail } from '../core/mail/parsed-mail.ts';

export interface MailHeader {
  readonly name: string;
  readonly value: string;
}

export type ReceivedAttachment = ParsedMail['attachments'][number] & {
  readonly content: Uint8Array;
  /** Without angle brackets. */
  readonly contentId: string | null;
  /** Media type by content; `''` where the content tells nothing. */
  readonly sniffedType: string;
};

export interface ReceivedMail {
  readonly mail: ParsedMail;
  readonly html: string | null;
  readonly headers: readonly MailHeader[];
  readonly attachments: readonly ReceivedAttachment[];
  /** `''` for the null return path, null where unknown. */
  readonly returnPath: string | null;
  /** The Message-ID, or one made from the content where the mail has none. */
  readonly synthesizedMessageId: string;
  /** What could not be read as the sender meant it. */
  readonly problems: readonly string[];
}

export interface ComposedMail {
  readonly from: { readonly address: string; readonly name: string };
  readonly to: readonly { readonly address: string; readonly name: string }[];
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** With angle brackets. */
  readonly messageId: string;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  /** Epoch ms. */
  readonly date: number;
  /** RFC 3834; absent for what a person wrote. */
  readonly autoSubmitted?: 'auto-replied' | 'auto-generated';
  readonly headers?: Readonly<Record<string, string>>;
}

/** Reads RFC 5322. */
export interface MimeReader {
  /** Never rejects: what cannot be read is named in `problems`. */
  parse(raw: Uint8Array, options?: { returnPath?: string | null }): Promise<ReceivedMail>;
}

/** Writes RFC 5322. */
export interface MimeWriter {
  /** The same mail gives the same bytes. @throws DomainError `invalid` for a line break in a header */
  compose(mail: ComposedMail): Promise<Uint8Array>;
}
