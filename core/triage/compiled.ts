import { fold } from './fold.ts';
import { Lexicon } from './lexicon.ts';
import { Elements } from './pattern.ts';
import type { Cue, Rule } from './rule.ts';
import { RULES } from './rules/catalog.ts';
import { CUES } from './rules/cues.ts';
import {
  FILLERS,
  NEGATORS,
  NO_NOUNS,
  PAST_VERBS,
  REAL_PERSONS,
  REAL_SPEAKERS,
  REFLEXIVES,
  UNNEGATORS,
} from './rules/grammar.ts';
import { MACROS } from './rules/macros.ts';
import { UNSPACED } from './rules/unspaced.ts';

const elements = new Elements(MACROS);
const set = (words: string): number => elements.intern(words.split('|'));

/** Element numbers of the closed word classes that `weigh.ts` asks for. */
export const CLASSES = {
  negator: set(NEGATORS),
  no: set('no'),
  filler: set(FILLERS),
  noNoun: set(NO_NOUNS),
  unnegator: set(UNNEGATORS),
  pastVerb: set(PAST_VERBS),
  reflexive: set(REFLEXIVES),
  jumpStop: set('not|never|nobody'),
  realSpeaker: set(REAL_SPEAKERS),
  realPerson: set(REAL_PERSONS),
  addressee: set(
    'me|us|messaged|texted|voicemail|wrote|message|messages|dms|commented|sent|feedback|told|whispered|email|emailed',
  ),
} as const;

export const ENTRIES: readonly (Rule | Cue)[] = [...RULES, ...CUES];

let compiled: Lexicon | undefined;

/**
 * Compiled once, at the first message: a function that only imports triage does not pay for it when it starts, one
 * that assesses may call this while it starts. The same rules give the same lexicon, so when it happens shows nowhere.
 * @throws Error naming the line when a pattern is malformed.
 */
export function lexicon(): Lexicon {
  compiled ??= new Lexicon(ENTRIES, elements);
  return compiled;
}

/** Needles folded as the text will be. */
export const UNSPACED_RULES = UNSPACED.flatMap(({ rule, needles }) => {
  const found = RULES.find(({ id }) => id === rule);
  return found === undefined ? [] : [{ rule: found, needles: needles.map(fold) }];
});

export const isRule = (entry: Rule | Cue): entry is Rule => 'level' in entry;
