import { categories } from '../case/category.ts';
import { priorities } from '../case/priority.ts';
import { matchPolicy } from './match-policy.ts';
import { channels, type Policy } from './policy.ts';

/** More lines than this say no more than that there is no policy for everything else. */
const mostLines = 12;

/**
 * The cases that no policy matches, of any language and without tags, as sentences; one that only a language
 * or a tag would match is a gap too. Categories and priorities that are missing alike are told together.
 */
export function policyGaps(policies: readonly Policy[]): string[] {
  const groups = new Map<string, string[]>();
  for (const channel of channels) {
    for (const category of categories) {
      const missing = priorities.filter(
        (priority) =>
          matchPolicy(policies, { channel, category, priority, language: null, tags: [] }).policy === null,
      );
      if (missing.length === 0) continue;
      const level = missing.length === priorities.length ? 'any priority' : missing.join(', ');
      const key = `${channel}|${level}`;
      groups.set(key, [...(groups.get(key) ?? []), category]);
    }
  }
  const lines = [...groups].map(([key, missing]) => {
    const [channel, level] = key.split('|');
    const what = missing.length === categories.length ? 'any category' : missing.join(', ');
    return `no policy matches ${channel} with ${level} in ${what}; add one without a match at the end`;
  });
  return lines.length <= mostLines
    ? lines
    : [...lines.slice(0, mostLines), `and ${lines.length - mostLines} more gaps`];
}
