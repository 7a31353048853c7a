import { isUtf8 } from 'node:buffer';

/** Bounds that keep one hostile mail from taking the process down. Real mail stays far below them. */
const MAX_HEADER_BYTES = 1024 * 1024;
const MAX_FIELD_BYTES = 256 * 1024;
const MAX_LINES = 800_000;
/** Lines with blanks or short ones: text, which costs the parser far more than base64 does. */
const MAX_TEXT_LINES = 100_000;
const MAX_BOUNDARY_LINES = 10_000;
const COUNT_LINES_FROM_BYTES = 128 * 1024;

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;

/** Fields that decide how the mail is read and threaded: kept before any other when a header is cut. */
const ESSENTIAL =
  /^(?:from|to|cc|subject|date|message-id|in-reply-to|references|return-path|sender|reply-to|content-[a-z-]+|mime-version|auto-submitted|precedence|list-[a-z-]+|x-failed-recipients)[ \t]*:/i;

export interface BoundedMail {
  readonly header: Uint8Array;
  /** Header, blank line and body within the bounds, ready for the MIME parser. */
  readonly bytes: Uint8Array;
  readonly bodyStart: number;
  readonly problems: string[];
}

/** Cuts a raw mail to sizes that the MIME parser handles in bounded memory, and reports each cut. */
export function boundRaw(raw: Uint8Array): BoundedMail {
  const problems: string[] = [];
  const buffer = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const start = startOfHeader(buffer);
  const { end, separated } = endOfHeader(buffer, start);
  if (!separated)
    problems.push(
      'the header does not end in a blank line; the body starts at the first line that is no header',
    );
  const bodyEnd = cutLines(buffer, end, problems);
  const original = buffer.subarray(start, end);
  let header: Buffer = original.length > MAX_FIELD_BYTES ? cutHeader(original, problems) : original;
  if (!isUtf8(header)) {
    header = Buffer.from(new TextDecoder(headerCharset(header)).decode(header), 'utf8');
    problems.push(
      'the header holds bytes that are not UTF-8; they were read in the charset of the body or windows-1252',
    );
  }
  if (!separated) header = Buffer.concat([header, Buffer.from('\r\n')]);
  const bytes =
    header === original
      ? buffer.subarray(start, bodyEnd)
      : Buffer.concat([header, buffer.subarray(end, bodyEnd)]);
  return { header, bytes, bodyStart: header.length, problems };
}

/** Blank lines before the first field are a relay's mistake, not an empty header. */
function startOfHeader(buffer: Buffer): number {
  let start = 0;
  while (start < buffer.length && (buffer[start] === LF || buffer[start] === CR)) start++;
  return isField(buffer, start) ? start : 0;
}

/** Index just after the blank line, or of the first line that cannot belong to a header. */
function endOfHeader(buffer: Buffer, start: number): { end: number; separated: boolean } {
  for (let at = start; at < buffer.length; ) {
    const lf = buffer.indexOf(LF, at);
    if (lf === at || (lf === at + 1 && buffer[at] === CR)) return { end: lf + 1, separated: true };
    if (!isFolded(buffer, at) && !isField(buffer, at) && !isMboxLine(buffer, at))
      return { end: at, separated: false };
    if (lf < 0) break;
    at = lf + 1;
  }
  return { end: buffer.length, separated: true };
}

const isFolded = (buffer: Buffer, at: number): boolean => buffer[at] === 0x20 || buffer[at] === 0x09;

/** mbox files start with `From sender date`, some relays leave a `>` before it. */
const isMboxLine = (buffer: Buffer, at: number): boolean =>
  /^>?From /.test(buffer.subarray(at, at + 6).toString('latin1'));

/** A field name of RFC 5322 (printable, no colon) and its colon, white space between them allowed. */
function isField(buffer: Buffer, at: number): boolean {
  for (let i = at; i < buffer.length && i < at + 200; i++) {
    const byte = buffer[i] ?? 0;
    if (byte === 0x3a) return i > at;
    if (byte === 0x20 || byte === 0x09) return /^[ \t]+:/.test(buffer.subarray(i, i + 20).toString('latin1'));
    if (byte < 0x21 || byte === 0x7f) return false;
  }
  return false;
}

function cutLines(buffer: Buffer, from: number, problems: string[]): number {
  if (buffer.length - from < COUNT_LINES_FROM_BYTES) return buffer.length;
  let [lines, textLines, boundaries] = [0, 0, 0];
  for (let at = from; at < buffer.length; ) {
    const lf = buffer.indexOf(LF, at);
    const end = lf < 0 ? buffer.length : lf;
    lines++;
    if (end - at < 40 || buffer.subarray(at, end).includes(0x20)) textLines++;
    if (buffer[at] === DASH && buffer[at + 1] === DASH) boundaries++;
    const limit = brokenLimit(lines, textLines, boundaries);
    if (limit !== null) {
      problems.push(`the body has more than ${limit}; only what comes before was read, see the raw mail`);
      return at;
    }
    at = end + 1;
  }
  return buffer.length;
}

function brokenLimit(lines: number, textLines: number, boundaries: number): string | null {
  if (lines > MAX_LINES) return `${MAX_LINES} lines`;
  if (textLines > MAX_TEXT_LINES) return `${MAX_TEXT_LINES} lines of text`;
  return boundaries > MAX_BOUNDARY_LINES ? `${MAX_BOUNDARY_LINES} part boundaries` : null;
}

/** Drops fields over 256 KiB, and inessential ones once the header passes 1 MiB. */
function cutHeader(header: Buffer, problems: string[]): Buffer {
  const kept: Buffer[] = [];
  let size = 0;
  let dropped = 0;
  for (let at = 0; at < header.length; ) {
    const end = endOfField(header, at);
    const field = header.subarray(at, end);
    const essential = ESSENTIAL.test(field.subarray(0, 80).toString('latin1'));
    const budget = essential ? MAX_HEADER_BYTES : MAX_HEADER_BYTES / 4;
    if (isBlank(field) || (field.length <= MAX_FIELD_BYTES && size + field.length <= budget)) {
      kept.push(field);
      size += field.length;
    } else {
      dropped++;
    }
    at = end;
  }
  if (dropped > 0) {
    problems.push(
      `the header is ${header.length} bytes long; ${dropped} field(s) were left out, see the raw mail`,
    );
  }
  return Buffer.concat(kept);
}

const isBlank = (field: Buffer): boolean => field[0] === LF || (field[0] === CR && field[1] === LF);

function endOfField(header: Buffer, start: number): number {
  for (let at = start; ; ) {
    const lf = header.indexOf(LF, at);
    if (lf < 0) return header.length;
    at = lf + 1;
    if (header[at] !== 0x20 && header[at] !== 0x09) return at;
  }
}

function headerCharset(header: Buffer): string {
  const named = /charset\s*=\s*"?([\w.:-]{2,40})/i.exec(header.toString('latin1'))?.[1] ?? '';
  if (named === '' || /^(?:utf-?8|us-ascii|ascii)$/i.test(named)) return 'windows-1252';
  return isKnownCharset(named) ? named : 'windows-1252';
}

const known = new Map<string, boolean>();

export function isKnownCharset(label: string): boolean {
  const key = label.toLowerCase();
  let answer = known.get(key);
  if (answer === undefined) {
    answer = canDecode(key);
    if (known.size < 500) known.set(key, answer);
  }
  return answer;
}

function canDecode(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== 'replacement';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
