import { CLASSES, ENTRIES, isRule, lexicon, UNSPACED_RULES } from './compiled.ts';
import { fold } from './fold.ts';
import { findMatches, type Match, satisfies } from './match.ts';
import type { Cue, CueKind, Rule } from './rule.ts';
import { type Tokens, tokenise } from './tokenise.ts';
import type { SignalField } from './verdict.ts';

/** One field, read: its words, the rules that matched and the cues around them. */
export interface Reading {
  readonly field: SignalField;
  readonly text: string;
  readonly folded: string;
  readonly tokens: Tokens;
  readonly hits: readonly { readonly rule: Rule; readonly match: Match }[];
  readonly cues: readonly { readonly cue: Cue; readonly match: Match }[];
}

export function read(field: SignalField, text: string): Reading {
  const folded = fold(text);
  const tokens = tokenise(folded, text, lexicon());
  const hits: { rule: Rule; match: Match }[] = [];
  const cues: { cue: Cue; match: Match }[] = [];
  for (const match of findMatches(tokens, ENTRIES.length, CLASSES.jumpStop)) {
    const entry = ENTRIES[match.rule];
    if (entry === undefined) continue;
    if (isRule(entry)) hits.push({ rule: entry, match });
    else cues.push({ cue: entry, match });
  }
  if (tokens.unspaced) hits.push(...unspacedHits(folded, tokens));
  return { field, text, folded, tokens, hits, cues };
}

/** Phrases of scripts without spaces; each needle found is one hit over its own pseudo-word. */
function unspacedHits(folded: string, tokens: Tokens): { rule: Rule; match: Match }[] {
  return UNSPACED_RULES.flatMap(({ rule, needles }) =>
    needles.flatMap((needle) => {
      const at = folded.indexOf(needle);
      if (at < 0) return [];
      const word = tokens.words.push(lexicon().unknown) - 1;
      tokens.starts.push(at);
      tokens.ends.push(at + needle.length);
      tokens.sentences.push(-1);
      return [{ rule, match: { rule: ENTRIES.indexOf(rule), from: word, to: word + 1 } }];
    }),
  );
}

export const cuesOf = (reading: Reading, kind: CueKind) => reading.cues.filter(({ cue }) => cue.cue === kind);

export const spanOf = (reading: Reading, match: Match): [number, number] => [
  reading.tokens.starts[match.from] ?? 0,
  reading.tokens.ends[match.to - 1] ?? 0,
];

export const sentenceOf = (reading: Reading, match: Match): number =>
  reading.tokens.sentences[match.from] ?? 0;

/** Whether a negator governs the words of the match: "I would never hurt myself". */
export function isNegated(reading: Reading, match: Match): boolean {
  const { tokens, folded } = reading;
  const sentence = tokens.sentences[match.from];
  for (let at = match.from - 1, steps = 0; at >= 0 && steps < 9; at--, steps++) {
    if (tokens.sentences[at] !== sentence) return false;
    if (/[,:()\n\u2014-]/.test(folded.slice(tokens.ends[at], tokens.starts[at + 1]))) return false;
    const isNegator =
      satisfies(tokens, at, CLASSES.negator) ||
      (satisfies(tokens, at, CLASSES.no) && satisfies(tokens, at + 1, CLASSES.noNoun));
    if (isNegator) {
      const before = at - 1;
      const isUndone = tokens.sentences[before] === sentence && satisfies(tokens, before, CLASSES.unnegator);
      return !isUndone;
    }
    if (!satisfies(tokens, at, CLASSES.filler)) return false;
  }
  return false;
}

/** Whether the match or the few words before it put the act into the past. */
export function isPastForm(reading: Reading, match: Match): boolean {
  for (let at = Math.max(0, match.from - 6); at < match.to + 3; at++) {
    if (reading.tokens.sentences[at] !== reading.tokens.sentences[match.from]) continue;
    if (satisfies(reading.tokens, at, CLASSES.pastVerb)) return true;
  }
  return false;
}

/** Offset of the double quotation mark that opens around the match, or -1 when it is not quoted. */
export function quoteBefore(reading: Reading, match: Match): number {
  const [start, end] = spanOf(reading, match);
  const { folded } = reading;
  const open = folded.lastIndexOf('"', start);
  if (open < 0 || !folded.slice(end, end + 400).includes('"')) return -1;
  let marks = 0;
  for (let at = folded.indexOf('"'); at >= 0 && at < start; at = folded.indexOf('"', at + 1)) marks++;
  return marks % 2 === 1 ? open : -1;
}
