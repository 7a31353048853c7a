import { messageIdOf } from './message-id.ts';
import type { Bounce, BounceRecipient } from './parsed-mail.ts';

export interface BounceParts {
  /** Text of the message/delivery-status part, where the bounce is a DSN of RFC 3464. */
  readonly deliveryStatus: string | null;
  /** Header block of the returned message (message/rfc822 or text/rfc822-headers). */
  readonly originalHeaders: string | null;
  /** Readable body, for bounces that carry no machine-readable part. */
  readonly text: string;
  /** Exim names the recipients here. */
  readonly xFailedRecipients: string | null;
}

const MAX_RECIPIENTS = 1000;
const MAX_TEXT = 100_000;
const ADDRESS = /[^\s<>"(),;:]{1,64}@[^\s<>"(),;:]{1,255}/;
const RETURNED_COPY =
  /^(?:-{2,}.{0,60}(?:copy of (?:the|your) message|original message|returned message|message header).{0,60}|original message headers:?\s*)$/im;

/** Recipients and original Message-ID of a bounce; machine-readable parts first, then best effort on the text. */
export function parseBounce(parts: BounceParts): Bounce {
  const reported = parts.deliveryStatus === null ? [] : recipientsOf(parts.deliveryStatus);
  const body = parts.text.slice(0, MAX_TEXT);
  return {
    recipients: reported.length > 0 ? reported : recipientsFromText(body, parts.xFailedRecipients),
    originalMessageId:
      messageIdHeader(parts.originalHeaders ?? '') ?? messageIdHeader(afterReturnedCopy(body)) ?? null,
  };
}

/** Per-recipient groups of RFC 3464: fields separated by blank lines, the first group being per message. */
function recipientsOf(status: string): BounceRecipient[] {
  const recipients: BounceRecipient[] = [];
  for (const group of status
    .slice(0, 2_000_000)
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)) {
    const fields = fieldsOf(group);
    const address = typed(fields.get('final-recipient')) ?? typed(fields.get('original-recipient'));
    if (address === undefined) continue;
    recipients.push({
      address,
      status: /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '',
      action: (fields.get('action') ?? '').trim().toLowerCase().split(/[\s(]/)[0] ?? '',
    });
    if (recipients.length >= MAX_RECIPIENTS) break;
  }
  return recipients;
}

function fieldsOf(group: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

/** `rfc822; a@b` without its address type. */
function typed(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const address = value
    .slice(value.indexOf(';') + 1)
    .trim()
    .replace(/^<|>$/g, '');
  return address === '' ? undefined : address;
}

function messageIdHeader(headers: string): string | null {
  const match = /^message-id[ \t]*:[ \t]*(?:\r?\n[ \t]+)?([^\r\n]{1,998})/im.exec(headers.slice(0, MAX_TEXT));
  return match ? messageIdOf(match[1] ?? '') : null;
}

function afterReturnedCopy(text: string): string {
  const at = text.search(RETURNED_COPY);
  return at < 0 ? '' : text.slice(at);
}

function recipientsFromText(text: string, xFailedRecipients: string | null): BounceRecipient[] {
  const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1] ?? '';
  const action = status.startsWith('4') ? 'delayed' : 'failed';
  const named = (xFailedRecipients ?? '')
    .slice(0, MAX_TEXT)
    .split(/[\s,]+/)
    .filter((token) => ADDRESS.test(token));
  const addresses = named.length > 0 ? named : addressesReported(text);
  return [...new Set(addresses)].slice(0, MAX_RECIPIENTS).map((address) => ({ address, status, action }));
}

/** qmail, Exim and Exchange print a failed address at the start of a line, or after "message to". */
function addressesReported(text: string): string[] {
  const head = text.slice(0, RETURNED_COPY.exec(text)?.index ?? text.length);
  const found: string[] = [];
  for (const line of head.split('\n').slice(0, 400)) {
    const match =
      /^\s{0,8}<?([^\s<>"(),;:]{1,64}@[^\s<>"(),;:]{1,255})>?:?\s*$/.exec(line) ??
      /^\s{0,8}<([^\s<>"(),;:]{1,64}@[^\s<>"(),;:]{1,255})>:?\s/.exec(line) ??
      /\bmessage to <?([^\s<>"(),;:]{1,64}@[^\s<>"(),;:]{1,255})>?/i.exec(line) ??
      /^\s{0,8}([^\s<>"(),;:]{1,64}@[^\s<>"(),;:]{1,255}) (?:\(|on \d)/.exec(line);
    if (match?.[1] !== undefined) found.push(match[1].replace(/[.:]+$/, ''));
  }
  return found;
}
