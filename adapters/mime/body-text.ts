import type { Email } from 'postal-mime';
import { type BoundedMail, isKnownCharset } from './bound-raw.ts';
import { htmlText, MAX_HTML } from './html-text.ts';
import { readMime } from './read-mime.ts';
import { decodeUtf7 } from './utf7.ts';

const MAX_TEXT = 4_000_000;
const MAX_LOSSY_BYTES = 512 * 1024;
const CHARSET_SCAN_BYTES = 64 * 1024;

/**
 * The readable body with line feeds only: the text part, else the HTML part as text, else a text attachment, an
 * attached message, or the raw bytes. Each step down is named in `problems`.
 */
export async function bodyText(email: Email, bounded: BoundedMail, problems: string[]): Promise<string> {
  const charsets = declaredCharsets(bounded.bytes);
  for (const label of charsets) {
    if (
      !isKnownCharset(label) &&
      !/^(?:utf-?7|unknown-8bit|x-unknown|ascii|ansi_x3.*|cp-?\d+|windows-?\d+|iso.*|.*utf.*)$/.test(label)
    ) {
      problems.push(`the charset "${label}" is unknown; its text was read as windows-1252`);
    }
  }
  let text = await firstReadable(email, bounded, problems);
  if (charsets.includes('utf-7')) text = decodeUtf7(text);
  if (text.includes('\u0000')) problems.push('the text holds NUL bytes; they were left out');
  if (text.length > MAX_TEXT)
    problems.push(`the text is ${text.length} characters long; only the first ${MAX_TEXT} are shown`);
  return tidy(text.slice(0, MAX_TEXT));
}

async function firstReadable(email: Email, bounded: BoundedMail, problems: string[]): Promise<string> {
  const plain = (await flowedText(bounded, problems)) ?? email.text ?? '';
  if (plain.trim() !== '')
    return plain.includes('\ufffd') ? await readAgain(plain, bounded, problems) : plain;
  if ((email.html ?? '').trim() !== '') {
    const text = fromHtml(email.html ?? '', problems);
    if (text !== '') return text;
  }
  return (await fromAttachments(email, problems)) ?? fromRaw(email, bounded, problems);
}

const FLOWED = /format\s{0,5}=\s{0,5}"?flowed/i;

/**
 * Text of a flowed mail in which a paragraph runs over the edge of a quotation, else null. RFC 3676 (4.5) says that it
 * ends there; the parser would join both, and the writer's answer would vanish in the quotation above it.
 */
async function flowedText(bounded: BoundedMail, problems: string[]): Promise<string | null> {
  const latin = Buffer.from(bounded.bytes).toString('latin1');
  if (latin.length > MAX_TEXT || !FLOWED.test(latin.slice(0, CHARSET_SCAN_BYTES))) return null;
  const body = latin.slice(bounded.bodyStart);
  const mended = endedAtQuotes(body);
  if (mended.length === body.length) return null;
  const bytes = Buffer.from(latin.slice(0, bounded.bodyStart) + mended, 'latin1');
  return (await readMime(bytes, problems))?.text ?? null;
}

/** Without the trailing blank that says "goes on below" where the next line is quoted and this is not, or vice versa. */
function endedAtQuotes(body: string): string {
  const lines = body.split('\n');
  return lines
    .map((line, i) => {
      const next = lines[i + 1]?.trim() ?? '';
      if (next === '' || line.startsWith('>') === next.startsWith('>')) return line;
      const text = line.trimEnd();
      return text.endsWith('=20') ? text.slice(0, -3) : text;
    })
    .join('\n');
}

function fromHtml(html: string, problems: string[]): string {
  if (html.length > MAX_HTML)
    problems.push(`the HTML is ${html.length} characters long; only the first ${MAX_HTML} were read`);
  return htmlText(html);
}

/** Bytes that are not valid in the declared charset: most often windows-1252 text that says UTF-8. */
async function readAgain(plain: string, bounded: BoundedMail, problems: string[]): Promise<string> {
  problems.push('the text holds bytes that are not valid in its declared charset');
  const latin = Buffer.from(bounded.bytes).toString('latin1');
  const relabelled = latin.replace(/(charset\s*=\s*"?)(?:utf-?8|us-ascii|ascii)\b/gi, '$1windows-1252');
  const bytes =
    relabelled === latin && !/^content-type[ \t]*:/im.test(latin.slice(0, bounded.bodyStart))
      ? `Content-Type: text/plain; charset=windows-1252\r\n${latin}`
      : relabelled;
  const again = (await readMime(Buffer.from(bytes, 'latin1'), problems))?.text ?? '';
  if (again === '') return plain;
  return count(again, /\ufffd/g) + count(again, /[\u00c2\u00c3][\u0080-\u00bf]/g) < count(plain, /\ufffd/g)
    ? again
    : plain;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

async function fromAttachments(email: Email, problems: string[]): Promise<string | null> {
  for (const { mimeType, content } of email.attachments) {
    if (typeof content === 'string') continue;
    if (
      mimeType.startsWith('text/') &&
      !/^text\/(?:calendar|x?-?vcard|directory|css|rfc822-headers)$/.test(mimeType)
    ) {
      const text = Buffer.from(content as ArrayBuffer)
        .subarray(0, MAX_LOSSY_BYTES)
        .toString('utf8');
      const readable = mimeType === 'text/html' ? fromHtml(text, problems) : text;
      if (readable.trim() === '') continue;
      problems.push(`the mail has no body of its own; the text of its ${mimeType} attachment is shown`);
      return readable;
    }
    if (mimeType === 'message/rfc822') {
      const inner = await readMime(new Uint8Array(content as ArrayBuffer), problems);
      if (inner === null) continue;
      const text = inner.text ?? fromHtml(inner.html ?? '', problems);
      if (text.trim() === '') continue;
      problems.push('the mail has no body of its own; the text of the attached message is shown');
      const sender = inner.from?.address ?? '';
      return `---------- Forwarded message ----------\nFrom: ${sender}\nSubject: ${inner.subject ?? ''}\n\n${text}`;
    }
  }
  return null;
}

function fromRaw(email: Email, bounded: BoundedMail, problems: string[]): string {
  const opaque = email.attachments.find(({ mimeType }) => /pkcs7-mime|pgp-encrypted|ms-tnef/.test(mimeType));
  if (opaque !== undefined)
    problems.push(`the mail has no readable text; its words may be inside the ${opaque.mimeType} part`);
  if (email.attachments.length > 0 || /<\/?(?:html|body|div|p|table)\b/i.test(email.html ?? '')) return '';
  const body = Buffer.from(bounded.bytes).subarray(bounded.bodyStart, bounded.bodyStart + MAX_LOSSY_BYTES);
  const lossy = body.toString('utf8').includes('\ufffd')
    ? new TextDecoder('windows-1252').decode(body)
    : body.toString('utf8');
  if (lossy.trim() === '') return '';
  problems.push('no readable part was found; the raw body is shown');
  return lossy;
}

/** Charset labels of the first 64 KiB, lower case. */
function declaredCharsets(bytes: Uint8Array): string[] {
  const head = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.byteLength, CHARSET_SCAN_BYTES),
  ).toString('latin1');
  const labels = new Set<string>();
  for (const match of head.matchAll(/charset\s{0,5}=\s{0,5}"?([\w.:-]{1,40})/gi))
    labels.add((match[1] ?? '').toLowerCase());
  return [...labels].slice(0, 20);
}

function tidy(text: string): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n\r]/gu, '')
    .trimEnd();
  return plain.replace(/^\n+/, '');
}
