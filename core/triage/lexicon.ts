import { IGNORED, unmaskLookalikes } from './fold.ts';
import { compilePattern, Elements, type Phrase } from './pattern.ts';
import { ALIASES, CLIPPED, EMOJI_WORDS, MISSPELT } from './rules/spelling.ts';

/** A phrase of rule number `rule`, to be tried where its anchor word stands. */
export interface Anchor {
  readonly rule: number;
  readonly phrase: Phrase;
}

/** One kind of word: which elements it satisfies (bit set) and which phrases start at it. */
export interface Word {
  readonly text: string;
  readonly bits: Uint32Array;
  readonly anchors: readonly Anchor[];
  /** The same elements as a list; empty for an unknown word. */
  readonly elements: readonly number[];
}

const MEMO_LIMIT = 30_000;
const MAX_WORD = 40;
const LEET: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
};

/** Turns words as written into known words. Compiled once; a look-up is one map access. */
export class Lexicon {
  readonly #exact = new Map<string, number[]>();
  readonly #prefix = new Map<string, number[]>();
  readonly #byElement: Anchor[][] = [];
  readonly #memo = new Map<string, readonly Word[]>();
  readonly #deletions = new Map<string, string>();
  readonly #size: number;
  readonly unknown: Word;
  readonly #number: readonly Word[];

  constructor(rules: readonly { readonly patterns: string }[], elements: Elements) {
    for (const [rule, { patterns }] of rules.entries()) {
      for (const line of patterns.split('\n')) {
        if (line.trim() === '') continue;
        for (const phrase of compilePattern(line.trim(), elements)) {
          const step = phrase.steps[phrase.anchor];
          if (step?.kind !== 'word') continue;
          (this.#byElement[step.element] ??= []).push({ rule, phrase });
        }
      }
    }
    for (const [element, words] of elements.sets.entries()) {
      for (const word of words) {
        const isPrefix = word.length > 1 && word.endsWith('*');
        const table = isPrefix ? this.#prefix : this.#exact;
        const key = isPrefix ? word.slice(0, -1) : word;
        const list = table.get(key);
        if (list === undefined) table.set(key, [element]);
        else list.push(element);
      }
    }
    this.#size = (elements.sets.length + 31) >>> 5;
    this.unknown = { text: '', bits: new Uint32Array(this.#size), anchors: [], elements: [] };
    this.#number = [this.#word('100') ?? this.unknown];
    for (const word of MISSPELT) for (const shorter of deletions(word)) this.#deletions.set(shorter, word);
  }

  /** The known words that one written word stands for (`i'm` is two); `[unknown]` when it is none. */
  lookup(written: string): readonly Word[] {
    // Order numbers are endless and all alike: they would only push words out of the memo.
    if (written.length > 2 && /^\d+$/.test(written)) return this.#number;
    let words = this.#memo.get(written);
    if (words === undefined) {
      words = this.#resolve(written);
      // Bounded cache of a pure function: a flood of made-up words must not grow memory.
      if (this.#memo.size >= MEMO_LIMIT) this.#memo.clear();
      this.#memo.set(written, words);
    }
    return words;
  }

  isKnown(written: string): boolean {
    return this.lookup(written)[0] !== this.unknown;
  }

  #resolve(written: string): readonly Word[] {
    const emoji = EMOJI_WORDS[written];
    if (emoji !== undefined) return emoji.split(' ').map((part) => this.#word(part) ?? this.unknown);
    const clean = unmaskLookalikes(written.replaceAll(IGNORED, ''));
    if (clean.length > MAX_WORD) return [this.unknown];
    for (const candidate of spellings(clean)) {
      const found = this.#known(candidate);
      if (found !== undefined) return found;
    }
    const parts = clean.split(/[^\p{L}\p{N}\p{M}']+/u).filter((part) => part !== '');
    if (parts.length > 1) return parts.flatMap((part) => this.#resolve(part));
    const mended = this.#mend(clean.replace(/'/g, ''));
    return mended === undefined ? [this.unknown] : [mended];
  }

  #known(candidate: string): readonly Word[] | undefined {
    const expanded = expand(candidate);
    if (expanded !== undefined) return expanded.split(' ').map((part) => this.#word(part) ?? this.unknown);
    const word = this.#word(candidate.replace(/'/g, ''));
    if (word !== undefined) return [word];
    const glued = /^(\w{2,})(myself|yourself|himself|herself|themselves)$/.exec(candidate);
    const [head, tail] = glued === null ? [] : [this.#word(glued[1] ?? ''), this.#word(glued[2] ?? '')];
    return head !== undefined && tail !== undefined ? [head, tail] : undefined;
  }

  #word(text: string): Word | undefined {
    const found = [...(this.#exact.get(text) ?? [])];
    for (let end = 2; end <= text.length && end < 16; end++) {
      const more = this.#prefix.get(text.slice(0, end));
      if (more !== undefined) found.push(...more);
    }
    if (/^\d+$/.test(text)) {
      found.push(...(this.#exact.get('#') ?? []));
      const value = Number(text);
      if (value >= 4 && value <= 17) found.push(...(this.#exact.get('#minor') ?? []));
    }
    if (found.length === 0) return undefined;
    const bits = new Uint32Array(this.#size);
    const anchors: Anchor[] = [];
    const elements = [...new Set(found)];
    for (const element of elements) {
      bits[element >>> 5] = (bits[element >>> 5] ?? 0) | (1 << (element & 31));
      anchors.push(...(this.#byElement[element] ?? []));
    }
    return { text, bits, anchors, elements };
  }

  /** One slip of the keys (a letter lost, added, changed or swapped) in a word that matters. */
  #mend(text: string): Word | undefined {
    if (text.length < 5 || text.length > 14) return undefined;
    const direct = this.#deletions.get(text);
    if (direct !== undefined && isOneSlip(text, direct)) return this.#word(direct);
    for (const shorter of deletions(text)) {
      const target = this.#deletions.get(shorter);
      if (target !== undefined && isOneSlip(text, target)) return this.#word(target);
    }
    return undefined;
  }
}

function* spellings(word: string): Generator<string> {
  yield word;
  const squeezed = word.replace(/(.)\1{2,}/g, '$1$1');
  if (squeezed !== word) {
    yield squeezed;
    yield word.replace(/(.)\1{2,}/g, '$1');
  }
  if (/^[a-z]{3,}in$/.test(word)) yield `${word}g`;
  if (/[a-z]/.test(word) && /[0-9@$!|*#]/.test(word)) {
    const plain = word.replace(/[013457-8@$!|]/g, (char) => LEET[char] ?? char).replace(/(.)\1{2,}/g, '$1$1');
    yield plain;
    yield word.replace(/1/g, 'l').replace(/[03457-8@$!|]/g, (char) => LEET[char] ?? char);
    for (const vowel of plain.includes('*') || plain.includes('#') ? 'iueao' : '') {
      yield plain.replace(/[*#]/g, vowel);
    }
    if (/[*#]/.test(plain)) yield plain.replace(/[*#]/g, '');
  }
}

function expand(word: string): string | undefined {
  const alias = ALIASES[word];
  if (alias !== undefined) return alias;
  const quote = word.indexOf("'");
  if (quote <= 0) return CLIPPED[word];
  const head = word.slice(0, quote);
  const tail = word.slice(quote + 1);
  if (tail === 't' && head.endsWith('n')) {
    return head === 'can' ? 'can not' : head === 'won' ? 'will not' : `${head.slice(0, -1)} not`;
  }
  const verb = { ll: 'will', ve: 'have', re: 'are', m: 'am', d: 'would' }[tail];
  if (verb !== undefined) return `${head} ${verb}`;
  if (tail !== 's') return CLIPPED[word.replace(/'/g, '')];
  return /^(he|she|it|that|there|who|what|here|everything|somebody|someone|nobody|buyer|seller)$/.test(head)
    ? `${head} is`
    : (ALIASES[head] ?? head);
}

function deletions(word: string): string[] {
  const found = [word];
  for (let i = 0; i < word.length; i++) found.push(word.slice(0, i) + word.slice(i + 1));
  return found;
}

function isOneSlip(written: string, meant: string): boolean {
  if (written[0] !== meant[0]) return false;
  let start = 0;
  while (start < written.length && written[start] === meant[start]) start++;
  let left = written.length;
  let right = meant.length;
  while (left > start && right > start && written[left - 1] === meant[right - 1]) {
    left--;
    right--;
  }
  const a = written.slice(start, left);
  const b = meant.slice(start, right);
  return (
    (a.length <= 1 && b.length <= 1) || (a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0])
  );
}
