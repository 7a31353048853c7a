import type { Signal } from '../../../core/triage/verdict.ts';
import { spoken } from './vocabulary-words.ts';

/** Which rule saw what, and why it counts less where it does. */
export function signalWords({ category, rule, level, suppressedBy }: Signal): string {
  const base = `${spoken(category)}: rule ${rule} asks for ${level}`;
  return suppressedBy === undefined ? base : `${base}; weakened by ${suppressedBy}`;
}
