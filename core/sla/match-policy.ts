import type { Category } from '../case/category.ts';
import type { Priority } from '../case/priority.ts';
import type { Channel, Policy } from './policy.ts';

/** What a policy can be chosen by. */
export interface MatchFacts {
  readonly channel: Channel;
  readonly category: Category;
  readonly priority: Priority;
  /** ISO 639; null while it is not known. */
  readonly language: string | null;
  readonly tags: readonly string[];
}

export interface PolicyChoice {
  /** Null when none matches: the case runs without promises, and that is to be shown. */
  readonly policy: Policy | null;
  /** Every policy that was tried, in order, with what it did not match. */
  readonly tried: readonly { readonly policy: string; readonly mismatch: string | null }[];
  readonly why: string;
}

/** The first policy that matches, and why not the ones before it. */
export function matchPolicy(policies: readonly Policy[], facts: MatchFacts): PolicyChoice {
  const tried: { policy: string; mismatch: string | null }[] = [];
  for (const policy of policies) {
    const mismatch = mismatchOf(policy, facts);
    tried.push({ policy: policy.id, mismatch });
    if (mismatch === null) {
      const passed = tried.slice(0, -1).map((entry) => `${entry.policy} (${entry.mismatch})`);
      const why = `${policy.id} is the first of ${policies.length} that matches`;
      return { policy, tried, why: passed.length === 0 ? why : `${why}; not ${cut(passed)}` };
    }
  }
  const why = `no policy matches: not ${cut(tried.map((entry) => `${entry.policy} (${entry.mismatch})`))}`;
  return { policy: null, tried, why };
}

/** What the case has that the policy does not ask for; null when it matches. */
function mismatchOf({ match }: Policy, facts: MatchFacts): string | null {
  const single = (['channel', 'category', 'priority', 'language'] as const).find((name) => {
    const wanted: readonly string[] | undefined = match[listNames[name]];
    return wanted !== undefined && !wanted.includes(facts[name] ?? '');
  });
  if (single !== undefined) return `${single} ${facts[single] ?? 'unknown'}`;
  if (match.tags === undefined || match.tags.some((tag) => facts.tags.includes(tag))) return null;
  return 'no such tag';
}

const listNames = {
  channel: 'channels',
  category: 'categories',
  priority: 'priorities',
  language: 'languages',
} as const;

function cut(words: readonly string[]): string {
  return words.length <= 6
    ? words.join(', ')
    : `${words.slice(0, 6).join(', ')} and ${words.length - 6} more`;
}
