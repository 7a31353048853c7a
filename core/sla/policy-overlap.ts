import type { PolicyMatch } from './policy.ts';

/** How the cases of an earlier policy and a later one lie to each other. */
export type MatchRelation = 'equal' | 'covers' | 'within' | 'overlaps' | 'apart';

const dimensions = ['channels', 'categories', 'priorities', 'languages', 'tags'] as const;

/**
 * `covers`: every case that the later one matches, the earlier one matches. `overlaps`: some, on both sides.
 * Lists of tags are never apart, as a case may have tags of both.
 */
export function compareMatches(earlier: PolicyMatch, later: PolicyMatch): MatchRelation {
  let isCovering = true;
  let isWithin = true;
  for (const name of dimensions) {
    const [a, b]: (readonly string[] | undefined)[] = [earlier[name], later[name]];
    if (a !== undefined && b !== undefined && name !== 'tags' && !a.some((value) => b.includes(value)))
      return 'apart';
    isCovering &&= includesAll(a, b);
    isWithin &&= includesAll(b, a);
  }
  if (isCovering) return isWithin ? 'equal' : 'covers';
  return isWithin ? 'within' : 'overlaps';
}

/** Without a list everything matches. */
function includesAll(wide: readonly string[] | undefined, narrow: readonly string[] | undefined): boolean {
  if (wide === undefined) return true;
  return narrow?.every((value) => wide.includes(value)) ?? false;
}
