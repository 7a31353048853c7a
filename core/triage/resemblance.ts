import { weights } from './rules/resemblance-weights.ts';

/** Above it a message that already shows some sign is taken for an emergency; see docs/triage.md. */
export const RESEMBLES = 2;

/** A message is judged by runs of so many sentences at most, so that a harmless one beside them lowers nothing. */
const WINDOW = 6;
/** A few words say too little. */
const LEAST_FEATURES = 4;
const MOST_CHARS = 20_000;
const MOST_SENTENCES = 400;

export interface Sentence {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** Word stems, pairs of neighbours, and pairs with one word between. */
  readonly features: readonly string[];
}

/** The sentences of a text that is not quoted (lines that begin with `>` are left out). */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const match of text.slice(0, MOST_CHARS).matchAll(/[^.!?;\n]+/g)) {
    if (sentences.length === MOST_SENTENCES) break;
    if (/^\s*>/.test(match[0])) continue;
    const features = featuresOf(match[0]);
    if (features.length > 0)
      sentences.push({ start: match.index, end: match.index + match[0].length, features });
  }
  return sentences;
}

function featuresOf(sentence: string): string[] {
  const plain = sentence
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '');
  const words = (plain.match(/[a-zß]+/g) ?? []).map(stem);
  return words.flatMap((word, at) => {
    const [next, afterNext] = [words[at + 1], words[at + 2]];
    const pairs = next === undefined ? [] : [`${word} ${next}`];
    return [word, ...pairs, ...(afterNext === undefined ? [] : [`${word} _ ${afterNext}`])];
  });
}

function stem(word: string): string {
  if (word.length > 5) return word.replace(/(?:ing|ed|es|s|ly)$/, '');
  return word.length > 3 ? word.replace(/s$/, '') : word;
}

/** A linear model: what each feature adds, in tenths, and what stands before any is seen. */
export interface Weights {
  readonly base: number;
  readonly tenths: ReadonlyMap<string, number>;
}

export interface Resemblance {
  readonly score: number;
  readonly span: readonly [start: number, end: number];
  /** The phrases that count most, the strongest first. */
  readonly telling: readonly string[];
}

let shipped: Weights | null = null;

/**
 * How much the most telling part of a text resembles the labelled messages of people in danger: the log odds of
 * a linear model over words and pairs, the highest over runs of up to six sentences. Null for too few known words.
 */
export function resemblance(
  text: string,
  model: Weights = (shipped ??=
    readWeights(weights)),
): Resemblance | null {
  const sentences = sentencesOf(text);
  const known = sentences.map(({ features }) => features.filter((feature) => model.tenths.has(feature)));
  const sums = known.map((features) =>
    features.reduce((sum, feature) => sum + (model.tenths.get(feature) ?? 0) / 10, 0),
  );
  let best: { score: number; from: number; to: number } | null = null;
  for (let from = 0; from < sentences.length; from++) {
    let [sum, count] = [0, 0];
    for (let to = from; to < Math.min(sentences.length, from + WINDOW); to++) {
      sum += sums[to] ?? 0;
      count += known[to]?.length ?? 0;
      const score = model.base + sum / Math.sqrt(count);
      if (count >= LEAST_FEATURES && (best === null || score > best.score)) best = { score, from, to };
    }
  }
  if (best === null) return null;
  const { score, from, to } = best;
  const [first, last] = [sentences[from], sentences[to]];
  if (!first || !last) return null;
  return {
    score,
    span: [first.start, last.end],
    telling: tellingOf(known.slice(from, to + 1).flat(), model),
  };
}

function tellingOf(features: readonly string[], { tenths }: Weights): string[] {
  return [...new Set(features)]
    .filter((feature) => (tenths.get(feature) ?? 0) > 0)
    .sort((a, b) => (tenths.get(b) ?? 0) - (tenths.get(a) ?? 0))
    .slice(0, 4)
    .map((feature) => feature.replace(' _ ', ' … '));
}

/** `base;tenths feature,feature|tenths feature,…` */
export function readWeights(text: string): Weights {
  const [base = '0', rest = ''] = text.split(';');
  const tenths = new Map<string, number>();
  for (const group of rest.split('|')) {
    const [value = '0', ...features] = group.split(',');
    for (const feature of features) tenths.set(feature, Number(value));
  }
  return { base: Number(base), tenths };
}
