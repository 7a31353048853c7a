/**
 * Folding keeps the length of the text: every UTF-16 unit becomes exactly one unit, so that offsets into
 * the folded text are offsets into the original. A unit that carries no letter (zero-width, combining mark,
 * second half of a surrogate pair) becomes IGNORED and is dropped when a word is looked up.
 */
export const IGNORED = '\u0001';
/** Stands for an emoji whose meaning is looked up by its code point. */
export const EMOJI = '\u0002';

const folded = new Map<number, string>();

const isPlain = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 126) return false;
  return true;
};

/** Lower-cased, without diacritics, width, style and invisible characters; same length as `text`. */
export function fold(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  const parts: string[] = [];
  for (let i = 0; i < text.length; ) {
    const code = text.codePointAt(i) ?? 0;
    let unit = folded.get(code);
    if (unit === undefined) {
      unit = foldCodePoint(code);
      // Bounded: the table is a cache of a pure function, and a hostile text may name every code point.
      if (folded.size > 4096) folded.clear();
      folded.set(code, unit);
    }
    parts.push(unit);
    i += 1;
    if (code > 0xffff) {
      parts.push(IGNORED);
      i += 1;
    }
  }
  return parts.join('');
}

const REPLACED = new Map<number, string>([
  [0x2018, "'"],
  [0x2019, "'"],
  [0x201b, "'"],
  [0x2032, "'"],
  [0x02bc, "'"],
  [0x00b4, "'"],
  [0x0060, "'"],
  [0x201c, '"'],
  [0x201d, '"'],
  [0x201e, '"'],
  [0x00ab, '"'],
  [0x00bb, '"'],
  [0x2026, '\u2026'],
  [0x3002, '.'],
  [0xff01, '!'],
  [0xff1f, '?'],
  [0x00bf, ' '],
  [0x00a1, ' '],
  [0x00df, 's'],
  [0x00f8, 'o'],
  [0x00d8, 'o'],
  [0x0142, 'l'],
  [0x0141, 'l'],
  [0x0131, 'i'],
  [0x0130, 'i'],
  [0x0111, 'd'],
  [0x00e6, 'e'],
  [0x00c6, 'e'],
  [0x0153, 'e'],
  [0x00f0, 'd'],
  [0x00a0, ' '],
  [0x2028, '\n'],
  [0x2029, '\n'],
  [0x0085, '\n'],
]);

function foldCodePoint(code: number): string {
  const replaced = REPLACED.get(code);
  if (replaced !== undefined) return replaced;
  if (code < 0x80) return String.fromCharCode(code).toLowerCase();
  if (isInvisible(code)) return IGNORED;
  if (isEmoji(code)) return EMOJI;
  if (code >= 0xd800 && code <= 0xdfff) return ' ';
  const char = String.fromCodePoint(code);
  if (code < 0x2000 || isStyledLetter(code)) {
    const base = char.normalize('NFKD').toLowerCase()[0] ?? ' ';
    return base;
  }
  return code > 0xffff ? ' ' : (char.toLowerCase()[0] ?? ' ');
}

function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    code === 0x180e ||
    code === 0xfeff ||
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0x1f3fb && code <= 0x1f3ff) ||
    (code >= 0x64b && code <= 0x652) ||
    (code >= 0xe0000 && code <= 0xe007f)
  );
}

function isEmoji(code: number): boolean {
  return (
    (code >= 0x2600 && code <= 0x27bf) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    code === 0x2b50 ||
    code === 0x231b ||
    code === 0x23f3
  );
}

function isStyledLetter(code: number): boolean {
  return (
    (code >= 0x2100 && code <= 0x214f) ||
    (code >= 0x2460 && code <= 0x24ff) ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0x1d400 && code <= 0x1d7ff) ||
    (code >= 0x1f100 && code <= 0x1f1ff)
  );
}

const LOOKALIKES: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  ɡ: 'g',
  ո: 'n',
  ս: 'u',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ո́: 'n',
  г: 'r',
  п: 'n',
  и: 'i',
  л: 'l',
  ь: 'b',
  ӏ: 'l',
  һ: 'h',
  ԛ: 'q',
  ѡ: 'w',
};

/** Cyrillic, Greek and Armenian lookalikes become Latin, only where a word already mixes in Latin letters. */
export function unmaskLookalikes(word: string): string {
  if (!/[a-z]/.test(word) || !/[\u0370-\u058f\u0250-\u02af]/.test(word)) return word;
  return word.replace(/[\u0250-\u058f]/g, (char) => LOOKALIKES[char] ?? char);
}
