import { attributionInside, attributionLines } from './attribution.ts';
import { isBanner, isDisclaimer } from './disclaimer.ts';
import { separatorLines } from './quote-separator.ts';
import { signatureStart, trimmedEnd } from './signature.ts';

export interface SplitReply {
  /** What the writer newly wrote, trimmed. Empty for a pure forward or an empty answer: weigh the whole text then. */
  readonly reply: string;
  /** Everything else in its order: quotations, signatures, device footers, disclaimers. */
  readonly quoted: string;
}

export interface SplitReplyOptions {
  /** The line above which our own mails ask people to write. */
  readonly marker?: string;
}

export const DEFAULT_REPLY_MARKER = '##- Please type your reply above this line -##';

/** Beyond these the text is kept unread, as quoted: no person writes an answer of this size. */
const MAX_CHARS = 1_000_000;
const MAX_LINES = 30_000;
/** Footers, signatures and notices below each other. */
const MAX_SIGNATURE_LAYERS = 30;

const MARKER =
  /^[\s>*|]{0,20}(?:#{1,4}\s?-|-{2,}|={3,}|~{3,}|\*{2,}|_{3,}|—+)?.{0,40}(?:(?:type|write|enter|add) your (?:reply|response|answer|message) above|reply above this line|above this line to reply|respond above this line|antworten? sie (?:bitte )?(?:über|oberhalb) dieser (?:linie|zeile)|répondez au-dessus de cette ligne|responda (?:por )?encima de esta línea|responda acima desta linha).{0,80}$/iu;

/**
 * Splits the text of a mail into what the writer newly wrote and all that the program or the writer's template put
 * around it. No non-blank line is lost: each is in `reply` or in `quoted`. Answers between quoted lines stay in the
 * reply. Linear in the length of the text. docs/mail.md says what was chosen where public suites disagree.
 */
export function splitReply(text: string, options: SplitReplyOptions = {}): SplitReply {
  const normal = text.replace(/\r\n?/g, '\n');
  const read = normal.length > MAX_CHARS ? normal.slice(0, lineBreakBefore(normal, MAX_CHARS)) : normal;
  const rest = normal.slice(read.length);
  const lines = separateSharedLines(read.split('\n'));
  const unread = lines.length > MAX_LINES ? lines.splice(MAX_LINES) : [];
  const mine = newLines(lines, options.marker ?? DEFAULT_REPLY_MARKER);
  const reply: string[] = [];
  const quoted: string[] = [];
  lines.forEach((line, i) => (mine[i] ? reply : quoted).push(line));
  return {
    reply: joined(reply),
    quoted: [joined(quoted), joined(unread), rest.trim()].filter((part) => part !== '').join('\n'),
  };
}

const joined = (lines: readonly string[]): string => lines.join('\n').trim();

function lineBreakBefore(text: string, at: number): number {
  const lf = text.lastIndexOf('\n', at);
  return lf > 0 ? lf : at;
}

/** "Thanks! On 3 May 2024, A wrote:" becomes two lines. */
function separateSharedLines(lines: string[]): string[] {
  return lines.flatMap((line) => {
    const at = attributionInside(line);
    return at < 0 ? [line] : [line.slice(0, at), line.slice(at)];
  });
}

/** For each line, whether it is newly written. */
function newLines(lines: readonly string[], marker: string): boolean[] {
  const cut = lines.findIndex((line) => line.length < 400 && (line.includes(marker) || MARKER.test(line)));
  if (cut >= 0) {
    const above = withoutSignature(lines.slice(0, cut), withoutQuotes(lines.slice(0, cut), true));
    if (above.some((isNew, i) => isNew && (lines[i] ?? '').trim() !== '')) {
      return [...above, ...Array.from({ length: lines.length - cut }, () => false)];
    }
  }
  return withoutSignature(lines, withoutQuotes(lines, false));
}

const EMOTICON = /^\s*>(?:[:;=]['-]?[()DPpOo[\]|/]|[._][.<]|\.<|_>)/u;

export const isQuotedLine = (line: string): boolean => /^\s{0,20}>/u.test(line) && !EMOTICON.test(line);

function withoutQuotes(lines: readonly string[], quoteAtEnd: boolean): boolean[] {
  const mine = lines.map(() => true);
  const nextText = nextNonBlank(lines);
  const quoteFollows = (at: number): boolean => {
    const next = at < lines.length ? (nextText[at] ?? lines.length) : lines.length;
    return next < lines.length ? isQuotedLine(lines[next] ?? '') : quoteAtEnd;
  };
  let separated = false;
  for (let i = bannerEnd(mine, lines); i < lines.length; ) {
    const line = lines[i] ?? '';
    if (line.trim() === '') {
      i++;
      continue;
    }
    if (isQuotedLine(line)) {
      const end = quoteEnd(lines, i);
      if (separated || !isLoneMark(lines, i, end)) i = drop(mine, lines, i, end);
      else i = end;
      continue;
    }
    const count = separatorLines(lines, i) || attributionLines(lines, i, quoteFollows);
    if (count === 0) {
      i++;
      continue;
    }
    separated = true;
    if (!quoteFollows(i + count)) {
      mine.fill(false, i);
      break;
    }
    i = drop(mine, lines, i, i + count);
  }
  return mine;
}

/** Marks a gateway's banner above the mail as not new; the index after it. */
function bannerEnd(mine: boolean[], lines: readonly string[]): number {
  let start = 0;
  while (start < lines.length && (lines[start] ?? '').trim() === '') start++;
  let end = start;
  while (end < lines.length && end - start < 6 && (lines[end] ?? '').trim() !== '') end++;
  return isBanner(lines.slice(start, end).join(' ')) ? drop(mine, lines, start, end) : 0;
}

function nextNonBlank(lines: readonly string[]): Int32Array {
  const next = new Int32Array(lines.length);
  let at = lines.length;
  for (let i = lines.length - 1; i >= 0; i--) {
    if ((lines[i] ?? '').trim() !== '') at = i;
    next[i] = at;
  }
  return next;
}

/** Marks lines as not new, with the blank lines after them, so that the new text closes up. */
function drop(mine: boolean[], lines: readonly string[], from: number, to: number): number {
  let end = to;
  while (end < lines.length && (lines[end] ?? '').trim() === '') end++;
  mine.fill(false, from, end);
  return end;
}

/** End of a run of quoted lines, with the lines that a program wrapped out of it. */
function quoteEnd(lines: readonly string[], from: number): number {
  let end = from + 1;
  while (end < lines.length) {
    if (isQuotedLine(lines[end] ?? '')) end++;
    else if (isQuotedLine(lines[end + 1] ?? '') && isWrappedOut(lines[end - 1] ?? '', lines[end] ?? ''))
      end += 2;
    else break;
  }
  return end;
}

/** A quoted line that ran over: after a long one or an open bracket, in the middle of a sentence. An answer begins anew. */
function isWrappedOut(above: string, line: string): boolean {
  const text = line.trim().slice(0, 200);
  if (text === '' || line.length > 120) return false;
  if (/^[(<]\s?https?:/u.test(text)) return true;
  const tail = above.slice(-300);
  if (
    Math.max(tail.lastIndexOf('('), tail.lastIndexOf('<')) >
    Math.max(tail.lastIndexOf(')'), tail.indexOf('>', 3))
  ) {
    return /[)>]/u.test(text) && !/\s/u.test(text);
  }
  return (
    above.length >= 66 && text.length <= 78 && !/[.?!:…]\s*$/u.test(tail) && /^[\p{Ll}\d,.;)]/u.test(text)
  );
}

/** A single `>` line in the middle of a paragraph is an arrow or a list, unless something announced a quotation. */
function isLoneMark(lines: readonly string[], from: number, to: number): boolean {
  const touches = (line: string | undefined): boolean => line !== undefined && line.trim() !== '';
  return (
    to - from === 1 && touches(lines[from - 1]) && touches(lines[to]) && !/^\s*> \S/u.test(lines[from] ?? '')
  );
}

function withoutSignature(lines: readonly string[], mine: boolean[]): boolean[] {
  const indexes = lines.flatMap((_, i) => (mine[i] ? [i] : []));
  const kept = indexes.map((i) => lines[i] ?? '');
  let end = kept.length;
  for (let layers = 0; layers < MAX_SIGNATURE_LAYERS; layers++) {
    const before = trimmedEnd(kept, end);
    const start = Math.min(signatureStart(kept, before), disclaimerStart(kept, before));
    if (start >= before) break;
    for (let i = start; i < end; i++) mine[indexes[i] ?? 0] = false;
    end = start;
  }
  return mine;
}

/** Start of the last paragraph where it is a notice; a notice that opens the mail is the writer's matter. */
function disclaimerStart(lines: readonly string[], end: number): number {
  let start = end;
  for (let paragraphs = 0; start > 0 && paragraphs < 3; paragraphs++) {
    while (start > 0 && (lines[start - 1] ?? '').trim() !== '') start--;
    if (start > 0 && isDisclaimer(lines.slice(start, Math.min(end, start + 12)).join(' '))) return start;
    start = trimmedEnd(lines, start);
  }
  return end;
}
