import { DomainError } from '../errors.ts';

export const mostTags = 50;
export const longestTag = 60;
/** Words of any script without capitals, joined by single hyphens. */
export const tagPattern = /^[\p{Ll}\p{Lo}\p{M}\p{Nd}]+(-[\p{Ll}\p{Lo}\p{M}\p{Nd}]+)*$/u;

/**
 * Tags as a case holds them: each once, in alphabetical order.
 * @throws DomainError `invalid` `case.tags`
 */
export function normalTags(tags: readonly string[]): string[] {
  const composed = [...new Set(tags.map((tag) => tag.normalize('NFC')))];
  if (composed.length > mostTags)
    throw refusal('tags', `a case has at most ${mostTags} tags, not ${composed.length}; leave some out`);
  composed.forEach((tag, index) => {
    if (tag.length > longestTag)
      throw refusal(`tags[${index}]`, `a tag has at most ${longestTag} characters`);
    if (!tagPattern.test(tag))
      throw refusal(
        `tags[${index}]`,
        'write a tag in lower case letters, digits and single hyphens, such as repeat-buyer',
      );
  });
  return composed.toSorted();
}

function refusal(field: string, message: string): DomainError {
  return new DomainError('invalid', 'case.tags', `${field}: ${message}`, { details: [{ field, message }] });
}
