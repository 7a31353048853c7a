/** Lines that a wrapped attribution may run over; Gmail wraps at 78 columns, long names and addresses at more. */
const MAX_LINES = 5;
const MAX_LENGTH = 600;

const EMAIL_ADDRESS = /[^\s<>@,;:]{1,64}@[^\s<>@]/u;
const hasEmail = (text: string): boolean => text.includes('@') && EMAIL_ADDRESS.test(text);
const TIME = /\d{1,2}\s?[:.h時시点點]\s?\d{2}|\d{1,2}\s?[ap]\.?m\b/iu;
const DATE = /\d{1,4}\s?[-/.年년]\s?\d{1,2}\s?[-/.月월]\s?\d{1,4}|(?<!\d)(?:19|20)\d\d(?!\d)/u;

/** "wrote", as mail programs say it. */
const VERB = new RegExp(
  `(?:^|[^\\p{L}])(?:${[
    'wrote',
    'writes',
    'sent',
    'said',
    'schrieb',
    'schreibt',
    'schrieben sie',
    'nous a dit',
    'geschrieben',
    'geschreven',
    'a (?:[ée]|=c3=a9)crit',
    'escribi(?:[óo]|=c3=b3)',
    'ha escrito',
    'escreveu',
    'ha scritto',
    'scrive',
    'schreef',
    'skrev',
    'kirjoitti',
    'napisa[łl](?:\\(a\\)|a)?',
    'nades[łl]a[łl]',
    'pisze',
    'napsal(?:\\(a\\)|a)?',
    'nap[íi]sal(?:\\(a\\)|a)?',
    'написал(?:\\(а\\)|а)?',
    'писал(?:\\(а\\)|а)?',
    'пишет',
    'написав',
    'пише',
    'написа',
    'yazd[ıi]',
    'yazm[ıi][şs]',
    '[íi]rta',
    'a scris',
    'va escriure',
    'έγραψε',
    'đã viết',
    'menulis',
    '(?:je )?napisa(?:o|la)(?: je)?',
  ].join('|')})(?=[^\\p{L}]|$)|写道|寫道|写到|書きました|のメール|のメッセージ|작성|썼습니다|כתב|كتب|เขียน`,
  'iu',
);

/** How an attribution starts: "On", in the languages whose programs begin so, or a quoting word. */
const OPENING =
  /^(?:on|at|am|le|el|em|no dia|il(?: giorno)?|in data|op|den|på|dne|d[ňn]a|dnia|w dniu|dn\.|pe|în|vào|pada|στις|dana|на|в|in message|quoting|zitat von|citando|citat|citaat van|在|于|於|בתאריך|في)(?=[\s\d]|$)/iu;
const DATE_FIRST =
  /^(?:(?:\p{L}{1,14}\.?,?\s{1,3}){0,2}\d{1,4}(?:[-/.,年년\s]|st|nd|rd|th)|\d{1,2}[:.]\d{2}(?:\s?[ap]m)?,\s)/iu;
const PRONOUN = /^(?:he|she|they|it|i|you|we|someone|somebody|this|that|the|my|er|sie|il|elle|el|ella)\s/iu;
const TAIL = /(?:[:：]|写道|寫道)\s*[-–—*_]*$/u;
const VERB_TAIL = /(?:wrote|sent|schrieb|[ée]crit|escribi[óo]|escreveu|scritto|schreef|skrev)\s*[-–—*_]*$/iu;
const ADDRESS_TAIL = /@[^\s<>@]{1,255}[>)\]]?\s{0,3}[:：]?$/u;
const DECORATION = /^[\s\-–—*_|"'“]+/u;
/** Marks of writing direction, which programs in Hebrew and Arabic put around names and the whole line. */
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Words that only a program puts between a date and a name. */
const RELAYED = /\svia\s\p{Lu}|\s(?:пользователь|użytkownik|utilisateur)\s/u;
const SECONDS = /\d{1,2}:\d{2}:\d{2}/u;

/**
 * Number of lines, from `at` on, that announce a quotation ("On 3 May 2024 at 10:00, A wrote:"), in the wording of
 * the major mail programs and languages; 0 where there is none. `quoteFollows` says whether line `n` after it is
 * quoted: with a quotation below, weaker wording is enough; without one, an address or a date and time must be there,
 * because people write "she wrote:" themselves when they report what was said to them.
 */
export function attributionLines(
  lines: readonly string[],
  at: number,
  quoteFollows: (next: number) => boolean,
): number {
  const first = (lines[at] ?? '').slice(0, MAX_LENGTH).replace(DIRECTION, '').replace(DECORATION, '');
  const opened = OPENING.test(first);
  const dated = DATE_FIRST.test(first);
  if (!opened && !dated && !hasEmail(first) && !VERB.test(first) && !/<|^posted by /iu.test(first)) return 0;
  let joined = '';
  for (let n = 1; n <= MAX_LINES && at + n <= lines.length; n++) {
    const line = (lines[at + n - 1] ?? '').replace(DIRECTION, '').trim();
    if (line === '' && opened && opensAddress(lines[at + n])) continue;
    if (line === '' || (n > 1 && line.startsWith('>') && !closesAddress(joined, line))) return 0;
    joined = n === 1 ? line.replace(DECORATION, '') : `${joined} ${line}`;
    if (joined.length > MAX_LENGTH) return 0;
    if (n > 1 && !opened && !dated && !nameWraps(lines[at] ?? '')) return 0;
    if (announces(joined, opened, dated, quoteFollows(at + n))) return n;
  }
  return 0;
}

/** A program that sets the address apart ("John Smith", a blank line, "<", "mailto:…", "> wrote:"). */
const opensAddress = (line: string | undefined): boolean => /^\s*<\s*(?:mailto:|$)/iu.test(line ?? '');
const closesAddress = (above: string, line: string): boolean =>
  above.split('<').length > above.split('>').length && /^>\s?\p{L}[\p{L} ]{1,30}:?$/u.test(line);

/**
 * A name and address that the program wrapped: it ends in an open bracket, an address or a comma, or the date comes
 * after the verb ("A <a@b.example> schrieb am Fr., 3.").
 */
const nameWraps = (line: string): boolean =>
  line.length < 160 &&
  (/(?:<[^>]*|>|,)\s*$/u.test(line.slice(-200)) || (/<[^<>\s]+@[^<>\s]+>\s/u.test(line) && VERB.test(line)));

function announces(text: string, opened: boolean, dated: boolean, quoted: boolean): boolean {
  const email = hasEmail(text);
  const verb = VERB.test(text);
  if (!verb && quoted && /^posted by \S.{0,60} on \d|^\d{4}-\d\d-\d\d \d\d?:\d\d GMT[+-]\d/iu.test(text))
    return true;
  if (!verb && (dated || opened) && ADDRESS_TAIL.test(text) && DATE.test(text)) {
    if (TIME.test(text) && /<[^<>]*>\s*[:：]$/u.test(text)) return true;
  }
  if (dated && !verb) return quoted && email && DATE.test(text) && ADDRESS_TAIL.test(text);
  if (!verb && quoted && /<[^<>\s]+@[^<>\s]+>\s*\[[^\]]{6,40}\]:$/u.test(text)) return wordsBefore(text) <= 8;
  if (!verb && /^(?:quoting|zitat von|citando|citat|citaat van)\s/iu.test(text))
    return email && TAIL.test(text);
  if (!verb) return opened && quoted && email && ADDRESS_TAIL.test(text) && /[:：]\s*$/u.test(text);
  if (!TAIL.test(text) && !(VERB_TAIL.test(text) && (quoted || /[-–—_]{3,}\s*$/u.test(text) || email)))
    return false;
  const when = DATE.test(text) || TIME.test(text);
  // A program writes addresses in brackets; a person who reports who wrote what does not.
  const bracketed = email && /[<([][^<>()[\]]{0,300}@/u.test(text);
  const timed = DATE.test(text) && TIME.test(text);
  if (opened || dated) return quoted || bracketed || timed || (DATE.test(text) && RELAYED.test(text));
  if (PRONOUN.test(text)) return false;
  // People report who wrote when; to the second, only programs do.
  if (timed && SECONDS.test(text) && wordsBefore(text) <= 8 && text.length < 120) return true;
  if (email && (quoted || bracketed)) return text.length < 300 && wordsBefore(text) <= 8;
  const short = /^[\p{Lu}\p{Lo}][^.!?]{0,60}$/u.test(text) || wordsBefore(text) <= 2;
  return quoted && (when || short || RELAYED.test(text)) && wordsBefore(text) <= 8;
}

/** Words before the address or date: an attribution opens with a name, prose with a sentence. */
function wordsBefore(text: string): number {
  const end = text.search(/[<([]|\d|@/u);
  return (end < 0 ? text : text.slice(0, end)).trim().split(/\s+/u).length;
}

/** Index in `line` where an attribution starts after new text on the same line, or -1. */
export function attributionInside(line: string): number {
  if (line.length > MAX_LENGTH || !/(?:wrote|sent):?\s*$/u.test(line)) return -1;
  const match =
    /(?:-{2,}\s{0,3}|\s)On\s(?=(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\d))/u.exec(
      line,
    );
  if (match === null || !/[\p{L}\p{N}]/u.test(line.slice(0, match.index)) || /^\s*>/.test(line)) return -1;
  const rest = line.slice(match.index);
  return /\d/.test(rest) && (TIME.test(rest) || hasEmail(rest) || DATE.test(rest)) ? match.index : -1;
}
