import { CLASSES } from './compiled.ts';
import { type Match, satisfies } from './match.ts';
import { cuesOf, isNegated, isPastForm, quoteBefore, type Reading, sentenceOf } from './reading.ts';
import type { CueKind, Rule } from './rule.ts';

/** What is known about the whole message when one of its matches is weighed. */
export interface Surroundings {
  readonly relapse: boolean;
  readonly recovered: boolean;
}

type Check = (reading: Reading, rule: Rule, match: Match, around: Surroundings) => string | undefined;

const overlaps = (a: Match, b: Match): boolean => a.from < b.to && b.from < a.to;
const contains = (outer: Match, inner: Match): boolean => outer.from <= inner.from && outer.to >= inner.to;

const inSentence = (reading: Reading, kind: CueKind, match: Match, reach = 0): boolean =>
  cuesOf(reading, kind).some(
    ({ match: cue }) => Math.abs(sentenceOf(reading, cue) - sentenceOf(reading, match)) <= reach,
  );

const CHECKS: Record<Rule['yields'][number], Check> = {
  negation: (reading, _, match) => (isNegated(reading, match) ? 'negation' : undefined),
  idiom: (reading, _, match) => {
    const idiom = cuesOf(reading, 'idiom').find(
      ({ match: cue }) => overlaps(cue, match) && !losesReflexive(reading, cue, match),
    );
    return idiom?.cue.id;
  },
  title: (reading, _, match) => {
    const title = cuesOf(reading, 'title').find(
      ({ match: cue }) =>
        contains(cue, match) || (overlaps(cue, match) && match.to - match.from <= cue.to - cue.from + 1),
    );
    return title?.cue.id ?? (isNamelike(reading, match) ? 'title.capitalised' : undefined);
  },
  past: (reading, _, match, around) => {
    if (around.relapse || !isPastForm(reading, match)) return undefined;
    return inSentence(reading, 'past', match, 1) || around.recovered ? 'past' : undefined;
  },
  fiction: (reading, rule, match) => {
    const quote = quoteBefore(reading, match);
    if (quote >= 0) {
      const isNamed = inSentence(reading, 'speech', match, 1) || inSentence(reading, 'fiction', match, 1);
      return isNamed && !spokenByPerson(reading, quote) ? 'fiction' : undefined;
    }
    if (rule.category === 'self-harm') return inLyrics(reading, match) ? 'fiction' : undefined;
    return inSentence(reading, 'fiction', match) && !hasRealSpeaker(reading, match) ? 'fiction' : undefined;
  },
  errand: (reading, _, match) => (inSentence(reading, 'errand', match) ? 'errand' : undefined),
  laughter: (reading, _, match) => (inSentence(reading, 'laughter', match, 1) ? 'laughter' : undefined),
};

/** Why a match counts for less than it says; undefined when it counts in full. */
export function suppression(
  reading: Reading,
  rule: Rule,
  match: Match,
  around: Surroundings,
): string | undefined {
  for (const kind of rule.yields) {
    const found = CHECKS[kind](reading, rule, match, around);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A first-person line counts as lyrics only when the song is named in front of it in the same sentence. */
function inLyrics(reading: Reading, match: Match): boolean {
  return cuesOf(reading, 'speech').some(
    ({ match: cue }) =>
      cue.to <= match.from &&
      match.from - cue.to < 8 &&
      sentenceOf(reading, cue) === sentenceOf(reading, match) &&
      !hasRealSpeaker(reading, match),
  );
}

/** A capitalised word before another, inside a sentence, is a name: "the Suicide Kings DVD". */
function isNamelike({ tokens, text }: Reading, match: Match): boolean {
  if (match.to - match.from !== 1 || match.from === 0) return false;
  if (tokens.sentences[match.from - 1] !== tokens.sentences[match.from]) return false;
  const after = tokens.starts[match.to];
  const word = text.slice(tokens.starts[match.from], tokens.ends[match.from]);
  return (
    /^\p{Lu}\p{Ll}/u.test(word) && after !== undefined && /^[\p{Lu}\d]/u.test(text.slice(after, after + 2))
  );
}

/** "Kill time" says nothing about "kill myself", though they share a word. */
function losesReflexive({ tokens }: Reading, cue: Match, match: Match): boolean {
  for (let at = match.from; at < match.to; at++) {
    if ((at < cue.from || at >= cue.to) && satisfies(tokens, at, CLASSES.reflexive)) return true;
  }
  return false;
}

/** Whether the words in front of a quotation name a person of the marketplace, or the writer as addressee. */
function spokenByPerson({ tokens }: Reading, quote: number): boolean {
  const first = tokens.starts.findIndex((start) => start > quote);
  for (let at = first - 1; at >= 0 && at >= first - 8; at--) {
    if (satisfies(tokens, at, CLASSES.realPerson) || satisfies(tokens, at, CLASSES.addressee)) return true;
  }
  return false;
}

function hasRealSpeaker(reading: Reading, match: Match): boolean {
  const { tokens } = reading;
  for (let at = match.from; at < match.to; at++) if (satisfies(tokens, at, CLASSES.realPerson)) return true;
  for (let at = match.from - 1; at >= 0 && at >= match.from - 12; at--) {
    if (tokens.sentences[at] !== tokens.sentences[match.from]) return false;
    if (satisfies(tokens, at, CLASSES.realSpeaker)) return true;
  }
  return false;
}
