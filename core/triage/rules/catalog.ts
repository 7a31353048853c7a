import type { Rule } from '../rule.ts';
import { CAPTIVE } from './captive.ts';
import { CHILDREN } from './children.ts';
import { DESPAIR } from './despair.ts';
import { ELSEWHERE } from './elsewhere.ts';
import { END_SIGNS } from './end-signs.ts';
import { GERMAN } from './german.ts';
import { HAZARDS } from './hazards.ts';
import { LAST_THINGS } from './last-things.ts';
import { MENACE } from './menace.ts';
import { OBLIQUE, OBLIQUE_SIGNS } from './oblique.ts';
import { ROMANCE } from './romance.ts';
import { SELF_HARM } from './self-harm.ts';
import { SIGNS } from './signs.ts';
import { STALKING } from './stalking.ts';
import { THIRD_PERSON } from './third-person.ts';
import { TOPICS } from './topics.ts';
import { VIOLENCE } from './violence.ts';
import { VOCABULARY } from './vocabulary.ts';
import { WORDS } from './words.ts';

/** Every rule, in the order in which the more telling family speaks first. */
export const RULES: readonly Rule[] = [
  ...SELF_HARM,
  ...OBLIQUE,
  ...LAST_THINGS,
  ...END_SIGNS,
  ...VIOLENCE,
  ...MENACE,
  ...SIGNS,
  ...THIRD_PERSON,
  ...CHILDREN,
  ...CAPTIVE,
  ...STALKING,
  ...HAZARDS,
  ...ROMANCE,
  ...GERMAN,
  ...ELSEWHERE,
  ...DESPAIR,
  ...OBLIQUE_SIGNS,
  ...VOCABULARY,
  ...WORDS,
  ...TOPICS,
];
