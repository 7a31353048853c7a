import { hash } from 'node:crypto';
import { type Address, type Attachment, decodeWords } from 'postal-mime';
import { parseBounce } from '../../core/mail/bounce.ts';
import { headerDate } from '../../core/mail/header-date.ts';
import { classifyMachineMail, type MailHeader } from '../../core/mail/machine-mail.ts';
import { messageIdOf, messageIdsOf } from '../../core/mail/message-id.ts';
import type { Bounce, MailAddress, ParsedMail } from '../../core/mail/parsed-mail.ts';
import { splitReply } from '../../core/mail/split-reply.ts';
import type { ReceivedAttachment, ReceivedMail } from '../../ports/mime.ts';
import { bodyText } from './body-text.ts';
import { type BoundedMail, boundRaw } from './bound-raw.ts';
import { readHeader, readMime } from './read-mime.ts';
import { sniffType } from './sniff-type.ts';

export interface ParseMailOptions {
  /** Envelope sender where the caller knows it better than the header does. */
  readonly returnPath?: string | null;
  /** The line above which our mails ask people to write. */
  readonly replyMarker?: string;
}

const MAX_ADDRESSES = 5000;

/**
 * Reads a raw RFC 5322 message. Never throws for any byte string: what cannot be read as the sender meant it is
 * named in `problems`, and the text falls back to a lossy reading, so that a person's words reach triage.
 */
export async function parseMail(raw: Uint8Array, options: ParseMailOptions = {}): Promise<ReceivedMail> {
  const bounded = boundRaw(raw);
  const problems = [...bounded.problems];
  const email = (await readMime(bounded.bytes, problems)) ?? (await readHeader(bounded.header));
  const headers = email.headers.map(({ originalKey, value }) => ({ name: originalKey, value: clean(value) }));
  const attachments: ReceivedAttachment[] = [];
  for (const attachment of email.attachments) attachments.push(await received(attachment));
  const header = (name: string): string =>
    headers.find((candidate) => candidate.name.toLowerCase() === name)?.value ?? '';

  const text = await bodyText(email, bounded, problems);
  const returnPath = options.returnPath === undefined ? returnPathOf(headers) : options.returnPath;
  const from = mailboxes(email.from === undefined ? [] : [email.from])[0] ?? { address: '', name: '' };
  const subject = clean(mendedWords(email.subject ?? ''))
    .replace(/\s+/g, ' ')
    .trim();
  const automated = classifyMachineMail({
    headers,
    returnPath,
    contentType: header('content-type'),
    partTypes: attachments.map((attachment) => attachment.contentType),
    from,
    subject,
    text,
  });
  const at = headerDate(header('date'));
  if (at === null && header('date') !== '') problems.push('the Date header is no date');
  if (from.address === '') problems.push('the mail names no sender address');
  const mail: ParsedMail = {
    messageId: messageIdOf(header('message-id')),
    inReplyTo: messageIdsOf(header('in-reply-to'))[0] ?? null,
    references: messageIdsOf(header('references')),
    from,
    to: mailboxes(email.to ?? []),
    cc: mailboxes(email.cc ?? []),
    subject,
    date: at === null ? null : new Date(at).toISOString(),
    text,
    ...splitReply(text, options.replyMarker === undefined ? {} : { marker: options.replyMarker }),
    attachments: attachments.map(({ name, contentType, size, sha256, inline }) => ({
      name,
      contentType,
      size,
      sha256,
      inline,
    })),
    automated,
    bounce:
      automated?.kind === 'bounce'
        ? bounceOf(attachments, bounded.bytes, { subject, text, failed: header('x-failed-recipients') })
        : null,
  };
  const html = email.html === undefined || email.html.trim() === '' ? null : clean(email.html);
  return {
    mail,
    html,
    headers,
    attachments,
    returnPath,
    synthesizedMessageId: mail.messageId ?? contentId(mail, bounded),
    problems,
  };
}

async function received(attachment: Attachment): Promise<ReceivedAttachment> {
  const content = contentBytes(attachment);
  const contentId = attachment.contentId?.replace(/^\s*<|>\s*$/g, '') ?? null;
  const name = attachment.filename === null ? '' : clean(attachment.filename).replace(/\s+/g, ' ').trim();
  return {
    name: name === '' ? null : name,
    contentType: attachment.mimeType,
    size: content.byteLength,
    sha256: hash('sha256', content, 'hex'),
    inline:
      attachment.disposition === 'inline' ||
      (attachment.related === true && attachment.disposition !== 'attachment'),
    content,
    contentId,
    sniffedType: await sniffType(content),
  };
}

function contentBytes(attachment: Attachment): Uint8Array {
  const { content } = attachment;
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function mailboxes(addresses: readonly Address[]): MailAddress[] {
  const flat: MailAddress[] = [];
  for (const entry of addresses) {
    for (const { address, name } of entry.group ?? [entry]) {
      if (flat.length >= MAX_ADDRESSES) return flat;
      flat.push({
        address: clean(address).replace(/\s+/g, ''),
        name: clean(name).replace(/\s+/g, ' ').trim(),
      });
    }
  }
  return flat;
}

function returnPathOf(headers: readonly MailHeader[]): string | null {
  const value = headers.find((candidate) => candidate.name.toLowerCase() === 'return-path')?.value;
  return value === undefined ? null : value.replace(/[<>\s]/g, '');
}

function bounceOf(
  attachments: readonly ReceivedAttachment[],
  raw: Uint8Array,
  { subject, text, failed }: { subject: string; text: string; failed: string },
): Bounce {
  const part = (...types: string[]): string | null => {
    const found = attachments.find((attachment) => types.includes(attachment.contentType));
    return found === undefined ? null : Buffer.from(found.content.subarray(0, 2_000_000)).toString('utf8');
  };
  const returned = part(
    'message/rfc822',
    'message/rfc822-headers',
    'text/rfc822-headers',
    'message/global',
    'message/global-headers',
    'message/partial',
  );
  return parseBounce({
    deliveryStatus: part('message/delivery-status', 'message/global-delivery-status'),
    originalHeaders: startsAsHeader(returned) ? headerOf(returned) : gluedHeader(raw),
    subject,
    text,
    xFailedRecipients: failed === '' ? null : failed,
  });
}

const startsAsHeader = (returned: string | null): returned is string =>
  returned !== null && /^\s*[!-9;-~]+[ \t]*:/.test(returned.slice(0, 1000));

const headerOf = (text: string): string => text.trimStart().split(/\r?\n\r?\n/, 1)[0] ?? '';

const RETURNED_PART = /^content-type:[ \t]*(?:message\/rfc822|text\/rfc822-headers)\b[^\n]*\n/gim;

/** Some servers leave out the blank line above the returned header, so that it ends up in the header of its part. */
function gluedHeader(raw: Uint8Array): string | null {
  const text = Buffer.from(raw.subarray(0, 2_000_000)).toString('utf8');
  const last = [...text.matchAll(RETURNED_PART)].at(-1);
  return last === undefined ? null : headerOf(text.slice(last.index + last[0].length));
}

/** The same mail delivered twice gives the same id: nothing that a relay adds goes into it. */
function contentId(mail: ParsedMail, bounded: BoundedMail): string {
  const body = bounded.bytes.subarray(bounded.bodyStart);
  const content = JSON.stringify([
    mail.from.address.toLowerCase(),
    mail.to.map((to) => to.address.toLowerCase()),
    mail.date,
    mail.subject,
    hash('sha256', body.byteLength === 0 ? bounded.bytes : body, 'hex'),
  ]);
  return `<${hash('sha256', content, 'hex').slice(0, 40)}@missing-message-id.invalid>`;
}

/** Decodes an RFC 2047 word that a careless program left without its end. */
function mendedWords(value: string): string {
  if (!value.includes('=?')) return value;
  return value.replace(
    /=\?([\w-]{2,40})\?([QqBb])\?([^?]*)\??$/,
    (_, charset: string, encoding: string, text: string) =>
      decodeWords(`=?${charset}?${encoding}?${text.replace(/\s/g, '_')}?=`),
  );
}

/** Without NUL and the other control characters that no reader shows and some stores refuse. */
function clean(value: string): string {
  return value.replace(/[^\P{Cc}\t\n\r]/gu, '');
}
