import { hash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { DomainError } from '../../core/errors.ts';
import type { MailAddress } from '../../core/mail/parsed-mail.ts';
import type { ComposedMail } from '../../ports/mime.ts';

export interface OutgoingAttachment {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
  /** Without angle brackets; an inline image that the HTML shows by `cid:`. */
  readonly contentId?: string;
}

/** What the port asks for, and what an answer with files needs besides. */
export interface MailToCompose extends ComposedMail {
  readonly cc?: readonly MailAddress[];
  readonly attachments?: readonly OutgoingAttachment[];
}

/** Fields that have an argument of their own; a second one from `headers` would contradict it. */
const RESERVED =
  /^(?:from|to|cc|bcc|sender|reply-to|subject|message-id|in-reply-to|references|date|mime-version|auto-submitted|content-.*)$/i;

/**
 * A complete RFC 5322 message with CRLF, plain and HTML alternatives. The same mail gives the same bytes.
 * @throws DomainError `invalid` `mail.header` for a line break or control character in a header, a field that has an
 * argument of its own, a bad message id or an address that is none
 */
export async function composeMail(mail: MailToCompose): Promise<Uint8Array> {
  checkHeaders(mail);
  const composer = new MailComposer({
    from: mailbox(mail.from),
    to: mail.to.map(mailbox),
    cc: (mail.cc ?? []).map(mailbox),
    ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    ...(mail.inReplyTo === undefined ? {} : { inReplyTo: mail.inReplyTo }),
    ...(mail.references === undefined || mail.references.length === 0
      ? {}
      : { references: [...mail.references] }),
    date: new Date(mail.date),
    headers: {
      ...mail.headers,
      ...(mail.autoSubmitted === undefined ? {} : { 'Auto-Submitted': mail.autoSubmitted }),
    },
    attachments: (mail.attachments ?? []).map((attachment) => ({
      filename: attachment.name,
      contentType: attachment.contentType,
      content: Buffer.from(attachment.content),
      ...(attachment.contentId === undefined ? {} : { cid: attachment.contentId }),
    })),
    baseBoundary: hash('sha256', mail.messageId, 'hex').slice(0, 24),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, message) => (error ? reject(error) : resolve(message)));
  });
}

const mailbox = ({ address, name }: MailAddress): { address: string; name: string } => ({ address, name });

function checkHeaders(mail: MailToCompose): void {
  oneLine('subject', mail.subject);
  checkMailbox('from', mail.from);
  mail.to.forEach((to, i) => checkMailbox(`to[${i}]`, to));
  (mail.cc ?? []).forEach((cc, i) => checkMailbox(`cc[${i}]`, cc));
  if (mail.replyTo !== undefined) checkMailbox('replyTo', { address: mail.replyTo, name: '' });
  checkId('messageId', mail.messageId);
  if (mail.inReplyTo !== undefined) checkId('inReplyTo', mail.inReplyTo);
  (mail.references ?? []).forEach((id, i) => checkId(`references[${i}]`, id));
  if (!Number.isFinite(new Date(mail.date).getTime()))
    throw invalid('date', 'it is no instant; give epoch milliseconds');
  for (const [name, value] of Object.entries(mail.headers ?? {})) {
    if (!/^[!-9;-~]{1,76}$/.test(name))
      throw invalid('headers', 'a field name holds only printable ASCII without a colon');
    if (RESERVED.test(name))
      throw invalid(`headers.${name}`, 'this field has an argument of its own; use that');
    oneLine(`headers.${name}`, value);
  }
  (mail.attachments ?? []).forEach((attachment, i) => {
    oneLine(`attachments[${i}].name`, attachment.name);
    oneLine(`attachments[${i}].contentId`, attachment.contentId ?? '');
    if (!/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(attachment.contentType)) {
      throw invalid(`attachments[${i}].contentType`, 'write it as type/subtype');
    }
  });
}

function checkMailbox(field: string, { address, name }: MailAddress): void {
  oneLine(`${field}.name`, name);
  oneLine(`${field}.address`, address);
  if (!/^[^\s@<>,;:"()[\]\\]{1,200}@[^\s@<>,;:"()\\]{1,255}$/.test(address)) {
    throw invalid(`${field}.address`, 'it is no e-mail address such as name@example.com');
  }
}

function checkId(field: string, id: string): void {
  if (!/^<[^<>\s\p{Cc}]{1,990}>$/u.test(id))
    throw invalid(field, 'write a message id as <left@right>, without blanks');
}

/** A line break in a field would let its value write further fields. */
function oneLine(field: string, value: string): void {
  if (/[\p{Cc}\u2028\u2029]/u.test(value.replaceAll('\t', ' '))) {
    throw invalid(field, 'it holds a line break or control character; leave it out');
  }
}

function invalid(field: string, remedy: string): DomainError {
  const message = `${field}: ${remedy}`;
  return new DomainError('invalid', 'mail.header', message, { details: [{ field, message: remedy }] });
}
