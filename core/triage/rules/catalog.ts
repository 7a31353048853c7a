import type { Rule } from '../rule.ts';
import { DESPAIR } from './despair.ts';
import { SELF_HARM } from './self-harm.ts';
import { VIOLENCE } from './violence.ts';

/** Every rule, in the order in which the more telling family speaks first. */
export const RULES: readonly Rule[] = [...SELF_HARM, ...VIOLENCE, ...DESPAIR];
