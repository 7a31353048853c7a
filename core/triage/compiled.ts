import { fold } from './fold.ts';
import { Lexicon } from './lexicon.ts';
import { Elements } from './pattern.ts';
import type { Cue, Rule } from './rule.ts';
import { RULES } from './rules/catalog.ts';
import { CUES } from './rules/cues.ts';
import { UNSPACED } from './rules/elsewhere.ts';
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

/** Compiled once, when the module loads. */
export const LEXICON = new Lexicon(ENTRIES, elements);

/** Needles folded as the text will be. */
export const UNSPACED_RULES = UNSPACED.flatMap(({ rule, needles }) => {
  const found = RULES.find(({ id }) => id === rule);
  return found === undefined ? [] : [{ rule: found, needles: needles.map(fold) }];
});

export const isRule = (entry: Rule | Cue): entry is Rule => 'level' in entry;
