import type { Group } from './rule.ts';
import type { SignalField } from './verdict.ts';

/** Three points in one group are an emergency, two are urgent: chosen for recall on the tuning messages. */
export const EMERGENCY_POINTS = 3;
export const URGENT_POINTS = 2;

export interface Weak {
  readonly group: Group;
  readonly facet: string;
  readonly points: number;
  readonly field: SignalField;
  /** Where it was found, so that one phrase heard twice is told from two phrases. */
  readonly span: readonly [start: number, end: number];
}

export interface Sum {
  readonly group: Group;
  readonly points: number;
  readonly facets: readonly string[];
}

/** Sums different facets per group; a second phrase of a telling kind adds one point, once. */
export function combine(weak: readonly Weak[]): Sum[] {
  const groups = new Map<Group, Map<string, Weak[]>>();
  for (const sign of withoutEchoes(weak)) {
    const facets = groups.get(sign.group) ?? new Map<string, Weak[]>();
    facets.set(sign.facet, [...(facets.get(sign.facet) ?? []), sign]);
    groups.set(sign.group, facets);
  }
  return [...groups].map(([group, facets]) => ({
    group,
    points: [...facets.values()].reduce((sum, signs) => sum + pointsOf(signs), 0),
    facets: [...facets.keys()],
  }));
}

/** One word that two kinds of sign list alike is one sign: the one that tells more. */
function withoutEchoes(weak: readonly Weak[]): Weak[] {
  const bySpan = new Map<string, Weak>();
  for (const sign of weak) {
    const key = `${sign.group} ${sign.field} ${sign.span[0]} ${sign.span[1]}`;
    const held = bySpan.get(key);
    if (held === undefined || sign.points > held.points) bySpan.set(key, sign);
  }
  return [...bySpan.values()];
}

function pointsOf(signs: readonly Weak[]): number {
  const telling = signs.filter(({ points }) => points >= 2);
  const isSaidTwice = telling.some((one) => telling.some((other) => one.span[1] <= other.span[0]));
  return Math.max(...signs.map(({ points }) => points)) + (isSaidTwice ? 1 : 0);
}
