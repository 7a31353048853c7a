import { EMOJI, IGNORED } from './fold.ts';
import type { Lexicon, Word } from './lexicon.ts';

/** Parallel arrays, one entry a known or unknown word; `i'm` gives two entries with one span. */
export interface Tokens {
  readonly words: Word[];
  readonly starts: number[];
  readonly ends: number[];
  /** Number of the sentence that the word stands in. */
  readonly sentences: number[];
  /** The text has scripts written without spaces, which are searched by substring. */
  readonly unspaced: boolean;
}

const WORD = 1;
const INNER = 2;
const END = 3;
const BREAK = 4;
const KINDS = new Uint8Array(128);
for (const char of 'abcdefghijklmnopqrstuvwxyz0123456789') KINDS[char.charCodeAt(0)] = WORD;
KINDS[1] = WORD;
for (const char of "'!*@$#|") KINDS[char.charCodeAt(0)] = INNER;
for (const char of '.?;') KINDS[char.charCodeAt(0)] = END;
KINDS[10] = BREAK;

const isWordUnit = (code: number): boolean =>
  code < 128 ? KINDS[code] === WORD : code !== 0x2026 && code !== 0x2013 && code !== 0x2014 && isLetter(code);
// Above ASCII: everything but spaces, general punctuation, CJK punctuation and surrogates.
const isLetter = (code: number): boolean =>
  code >= 0xaa &&
  !(code >= 0x2000 && code <= 0x206f) &&
  !(code >= 0x3000 && code <= 0x303f) &&
  !(code >= 0xd800 && code <= 0xdfff) &&
  code !== 0xd7 &&
  code !== 0xf7;

/** Splits folded text into words and sentences; one pass, linear. `original` gives the emoji. */
export function tokenise(folded: string, original: string, lexicon: Lexicon): Tokens {
  const words: Word[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const sentences: number[] = [];
  let sentence = 0;
  let unspaced = false;
  const length = folded.length;
  const push = (written: string, from: number, to: number): void => {
    for (const word of lexicon.lookup(written)) {
      words.push(word);
      starts.push(from);
      ends.push(to);
      sentences.push(sentence);
    }
  };
  for (let i = 0; i < length; ) {
    const code = folded.charCodeAt(i);
    if (isWordUnit(code) && code !== 1) {
      let end = i + 1;
      for (; end < length; end++) {
        const next = folded.charCodeAt(end);
        if (isWordUnit(next)) continue;
        if (next < 128 && KINDS[next] === INNER && end + 1 < length && isWordUnit(folded.charCodeAt(end + 1)))
          continue;
        break;
      }
      if (code >= 0x3040) unspaced = true;
      const spelled = end === i + 1 ? spelledOut(folded, i) : i;
      if (spelled > i + 3) {
        const joined = folded.slice(i, spelled).replace(/[^a-z0-9]/g, '');
        if (lexicon.isKnown(joined)) {
          push(joined, i, spelled);
          i = spelled;
          continue;
        }
      }
      let stop = end;
      while (stop > i + 1 && folded.charCodeAt(stop - 1) === 1) stop--;
      push(folded.slice(i, stop), i, stop);
      i = end;
      continue;
    }
    if (code === 2) {
      const end = folded[i + 1] === IGNORED ? i + 2 : i + 1;
      push(EMOJI + original.slice(i, end), i, end);
      i = end;
      continue;
    }
    if (endsSentence(folded, i, code)) sentence++;
    i++;
  }
  return { words, starts, ends, sentences, unspaced };
}

function endsSentence(folded: string, at: number, code: number): boolean {
  if (code === 33 || (code < 128 && KINDS[code] === END)) {
    const next = folded.charCodeAt(at + 1);
    // Dots in a row are a pause in chat, not an end; a dot inside a number or name is neither.
    if (code === 46 && (next === 46 || folded.charCodeAt(at - 1) === 46)) return false;
    return Number.isNaN(next) || !(next < 128 && KINDS[next] === WORD);
  }
  if (code !== 10) return false;
  let next = at + 1;
  while (folded.charCodeAt(next) === 13 || folded.charCodeAt(next) === 32) next++;
  return folded.charCodeAt(next) === 10;
}

const LONGEST_SPELLED = 32;

/** End of a word written as single letters ("k m s", "s.u.i.c.i.d.e"). */
function spelledOut(folded: string, at: number): number {
  let end = at + 1;
  while (
    end - at < LONGEST_SPELLED &&
    !isWordUnit(folded.charCodeAt(end)) &&
    folded.charCodeAt(end) !== 10 &&
    isWordUnit(folded.charCodeAt(end + 1)) &&
    !isWordUnit(folded.charCodeAt(end + 2))
  ) {
    end += 2;
  }
  return end;
}
