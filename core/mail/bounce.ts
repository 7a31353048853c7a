import { messageIdOf } from './message-id.ts';
import type { Bounce, BounceRecipient } from './parsed-mail.ts';

export interface BounceParts {
  /** Text of the message/delivery-status part, where the bounce is a DSN of RFC 3464. */
  readonly deliveryStatus: string | null;
  /** Header block of the returned message (message/rfc822 or text/rfc822-headers). */
  readonly originalHeaders: string | null;
  readonly subject?: string;
  /** Readable body, for bounces that carry no machine-readable part. */
  readonly text: string;
  /** Exim names the recipients here. */
  readonly xFailedRecipients: string | null;
}

const MAX_RECIPIENTS = 1000;
const MAX_TEXT = 100_000;
const ADDRESS = /[^\s<>"(),;:]{1,64}@[^\s<>"(),;:]{1,255}/;
const RETURNED_COPY =
  /^[\s|>*=-]{0,60}(?:(?:here|this|below this line) is a copy of\b|(?:start of |the )?returned (?:mail|message)\b|(?:the |your )?(?:original|unsent|enclosed) (?:message|mail)(?: as received)?(?: headers?| details)?(?: is)?(?: attached| follows?| below| as follows)?[\s:.|*=-]{0,80}$|(?:original )?message (?:headers?|text)(?: follows?)?\b[\s:.|*=-]{0,80}$|your message reads\b|.{0,40}copy of (?:the|your) (?:original )?message)/im;
/** The server goes on trying; nothing has failed yet. */
const DELAYED =
  /\b(?:delay(?:ed)?|warning|still being retried|will (?:continue|keep|be retried)|not yet been delivered|has not been delivered (?:yet|after)|you do not need to resend)\b/i;

const PERMANENT = /\b(?:permanent(?:ly)? |user unknown|no such user|given up|gave up)/i;

/** Recipients and original Message-ID of a bounce; machine-readable parts first, then best effort on the text. */
export function parseBounce(parts: BounceParts): Bounce {
  const reported = parts.deliveryStatus === null ? [] : recipientsOf(parts.deliveryStatus);
  const body = parts.text.slice(0, MAX_TEXT);
  return {
    recipients: reported.length > 0 ? reported : recipientsFromText(body, parts),
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
    const address = recipientOf(
      typed(fields.get('final-recipient')),
      typed(fields.get('original-recipient')),
    );
    if (address === undefined) continue;
    recipients.push({
      address,
      status: /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '',
      action: actionOf(fields.get('action') ?? ''),
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

/** The final recipient, unless only the original is an address: gateways report X.400 names and internal hosts. */
function recipientOf(final: string | undefined, original: string | undefined): string | undefined {
  const isPublic = (address: string | undefined): boolean => /^[^\s/]+@[^\s@]+\.[^\s@]+$/.test(address ?? '');
  return isPublic(final) || !isPublic(original) ? (final ?? original) : original;
}

/** Some servers write "failure" or "error" for `failed`. */
function actionOf(field: string): string {
  const action =
    field
      .trim()
      .toLowerCase()
      .split(/[\s(;]/)[0] ?? '';
  return /^(?:fail|error)/.test(action) ? 'failed' : action;
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

function recipientsFromText(text: string, parts: BounceParts): BounceRecipient[] {
  const head = text.slice(0, RETURNED_COPY.exec(text)?.index ?? text.length);
  const status = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(head)?.[1] ?? '';
  const told = `${parts.subject ?? ''}\n${head.slice(0, 2000)}`;
  const action = DELAYED.test(told) && !PERMANENT.test(told) ? 'delayed' : 'failed';
  const named = (parts.xFailedRecipients ?? '')
    .slice(0, MAX_TEXT)
    .split(/[\s,]+/)
    .filter((token) => ADDRESS.test(token));
  const lines = head.split('\n').slice(0, 400);
  const addresses =
    [named, addressesListed(lines), addressesNamed([parts.subject ?? '', ...lines])].find(
      (found) => found.length > 0,
    ) ?? addressedTo(parts.originalHeaders ?? text.slice(head.length));
  return [...new Set(addresses)].slice(0, MAX_RECIPIENTS).map((address) => ({ address, status, action }));
}

/** qmail, Exim, Exchange and others print a failed address at the start of a line, or after "message to". */
function addressesListed(lines: readonly string[]): string[] {
  const found: string[] = [];
  for (const line of lines) {
    const match =
      /^[\s>*•|-]{0,12}[<[]?([^\s<>"(),;:[\]]{1,64}@[^\s<>"(),;:[\]]{1,255})[>\]]?:?\s*(?:=20)?$/.exec(
        line,
      ) ??
      /^[\s>*•]{0,8}[<[]([^\s<>"(),;:[\]]{1,64}@[^\s<>"(),;:[\]]{1,255})[>\]]:?\s/.exec(line) ??
      /\b(?:message|mail) to <?([^\s<>"(),;:]{1,64}@[^\s<>"(),;:]{1,255})>?/i.exec(line) ??
      /^\s{0,8}([^\s<>"(),;:]{1,64}@[^\s<>"(),;:]{1,255}) (?:\(|on \D{0,5}\d|on \w{3}, |\.\.\. |:)/.exec(
        line,
      ) ??
      /\bSMTP[=:]([^\s<>"(),;:[\]]{1,64}@[^\s<>"(),;:[\]]{1,255})/.exec(line);
    if (match?.[1] !== undefined) found.push(withoutStops(match[1]));
  }
  return found;
}

const TELLS =
  /\b(?:recipients?|address(?:ed|es)?|addressee|user(?:id|s)?|undeliver\w*|deliver\w*|mailbox|error-for|generated from|unknown|reach(?:ed)?|quota)\b/i;
const OTHERS =
  /\b(?:contact|questions?|help|administrator|from|sender|forward|instead)\b.{0,30}$|postmaster@|mailer-daemon@/i;

/** Addresses in a line that tells of a recipient, for servers that write sentences. */
function addressesNamed(lines: readonly string[]): string[] {
  const found: string[] = [];
  for (const line of lines.map((text) => text.slice(0, 500))) {
    const match = ADDRESS.exec(line);
    if (match === null || !TELLS.test(line)) continue;
    const generated = /generated from\s*$/i.test(line.slice(0, match.index));
    if (
      !generated &&
      OTHERS.test(`${line.slice(0, match.index)}${/postmaster@|mailer-daemon@/i.exec(match[0])?.[0] ?? ''}`)
    )
      continue;
    found.push(withoutStops(match[0]));
  }
  return found;
}

/** To whom the returned message was addressed, where the report names nobody. */
function addressedTo(headers: string): string[] {
  if (/^from[ \t]*:.{0,200}(?:postmaster|mailer-daemon)@/im.test(headers.slice(0, MAX_TEXT))) return [];
  const to = /^to[ \t]*:[ \t]*([^\r\n]{1,998})/im.exec(headers.slice(0, MAX_TEXT))?.[1] ?? '';
  const match = ADDRESS.exec(to);
  return match === null || to.includes(',') ? [] : [match[0]];
}

const withoutStops = (address: string): string => address.replace(/^'+|[.:'\]]+$/g, '');
