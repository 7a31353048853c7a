import type { Group } from './rule.ts';

/** Three points in one group are an emergency, two are urgent: chosen for recall on the tuning messages. */
export const EMERGENCY_POINTS = 3;
export const URGENT_POINTS = 2;

export interface Weak {
  readonly group: Group;
  readonly facet: string;
  readonly points: number;
}

export interface Sum {
  readonly group: Group;
  readonly points: number;
  readonly facets: readonly string[];
}

/** Sums different facets per group; saying the same kind of thing twice counts once. */
export function combine(weak: readonly Weak[]): Sum[] {
  const groups = new Map<Group, Map<string, number>>();
  for (const { group, facet, points } of weak) {
    const facets = groups.get(group) ?? new Map<string, number>();
    facets.set(facet, Math.max(points, facets.get(facet) ?? 0));
    groups.set(group, facets);
  }
  return [...groups].map(([group, facets]) => ({
    group,
    points: [...facets.values()].reduce((sum, points) => sum + points, 0),
    facets: [...facets.keys()],
  }));
}
