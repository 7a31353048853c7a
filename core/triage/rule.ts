import type { Category } from '../case/category.ts';
import type { Priority } from '../case/priority.ts';

/** Which circumstances weaken a rule; see `weigh.ts` for what each one does. */
export type Yield = 'negation' | 'past' | 'idiom' | 'title' | 'fiction' | 'laughter' | 'errand';

/** Weaker signs are summed per group: despair about oneself, danger from somebody else, danger to a child. */
export type Group = 'self' | 'danger' | 'child';

/** A rule: phrases of one meaning, and what follows from them. */
export interface Rule {
  readonly id: string;
  readonly category: Category;
  /** Priority that one match asks for by itself. */
  readonly level: Priority;
  /** Plain words that complete "the writer ..." or stand alone; shown to the agent. */
  readonly reason: string;
  /** Only for weaker signs: what kind of sign, so that the same sign said twice counts once. */
  readonly facet?: string;
  readonly group?: Group;
  /** 1 to 3; the sum over different facets of one group decides (see `combine.ts`). */
  readonly points?: number;
  readonly yields: readonly Yield[];
  /** One phrase a line; the grammar is in docs/triage.md. */
  readonly patterns: string;
}

export type CueKind =
  | 'idiom'
  | 'title'
  | 'past'
  | 'recovered'
  | 'relapse'
  | 'fiction'
  | 'speech'
  | 'laughter'
  | 'errand'
  | 'trade'
  | 'pointing';

/** Not evidence itself: a phrase that changes how evidence near it is read. */
export interface Cue {
  readonly id: string;
  readonly cue: CueKind;
  readonly reason: string;
  readonly patterns: string;
}

type RuleRow = readonly [
  name: string,
  level: Priority,
  reason: string,
  patterns: string,
  options?: Partial<Pick<Rule, 'facet' | 'group' | 'points' | 'yields' | 'category'>>,
];

/** Builds one family: rows share id prefix, category, what they yield to and the group of weaker signs. */
export function family(
  prefix: string,
  shared: Pick<Rule, 'category' | 'yields'> & Partial<Pick<Rule, 'group'>>,
  rows: readonly RuleRow[],
): Rule[] {
  return rows.map(([name, level, reason, patterns, options]) => ({
    id: `${prefix}.${name}`,
    level,
    reason,
    patterns,
    ...shared,
    ...options,
  }));
}

export function cues(cue: CueKind, rows: readonly (readonly [string, string, string])[]): Cue[] {
  return rows.map(([name, reason, patterns]) => ({ id: `${cue}.${name}`, cue, reason, patterns }));
}
