import type { PolicyMatch } from '../../../../core/sla/policy.ts';
import { spoken } from '../../case/vocabulary-words.ts';

const names = {
  channels: 'channel',
  categories: 'category',
  priorities: 'priority',
  languages: 'language',
  tags: 'tag',
} as const;

/** What a policy is for, in a line: `Self-harm or violence; high or urgent`. */
export function matchWords(match: PolicyMatch): string {
  const parts = Object.entries(names).flatMap(([list, name]) => {
    const values = match[list as keyof PolicyMatch];
    if (values === undefined) return [];
    const shown = values.slice(0, 6).map(spoken);
    const more = values.length > shown.length ? ` and ${values.length - shown.length} more` : '';
    return [`${name} ${shown.join(' or ')}${more}`];
  });
  return parts.length === 0 ? 'every case' : parts.join('; ');
}
