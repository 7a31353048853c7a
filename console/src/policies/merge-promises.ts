import { canonicalJson } from '../../../core/config/config-version.ts';
import type { Part } from './problems-at.ts';
import type { DraftPolicy, PromisesDraft } from './promises-draft.ts';

/** A policy, calendar, ladder or department that two people may have changed. Undefined: it is not there. */
export interface MergeItem {
  readonly part: Part;
  readonly id: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Who changed it; `both` only when they changed it differently, and then somebody must choose. */
  readonly changedBy: 'me' | 'them' | 'both';
}

export type Side = 'mine' | 'theirs';

export interface MergeInput {
  /** What the draft began with. */
  readonly base: PromisesDraft;
  readonly mine: PromisesDraft;
  /** What has been published since. */
  readonly theirs: PromisesDraft;
}

const records = ['calendars', 'ladders', 'departments'] as const;

export function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}

export function keyOf({ part, id }: Pick<MergeItem, 'part' | 'id'>): string {
  return `${part} ${id}`;
}

/** Everything that either side changed, policies first. */
export function mergeItems({ base, mine, theirs }: MergeInput): MergeItem[] {
  const policies = { base: byId(base), mine: byId(mine), theirs: byId(theirs) };
  return [
    ...itemsOf('policies', policies.base, policies.mine, policies.theirs),
    ...records.flatMap((part) => itemsOf(part, base[part], mine[part], theirs[part])),
  ];
}

/** Both sides together: what only one changed, and for the rest what was chosen (`mine` where nothing was). */
export function mergePromises(input: MergeInput, choices: Readonly<Record<string, Side>>): PromisesDraft {
  const taken = new Map(
    mergeItems(input).map((item) => {
      const side = item.changedBy === 'both' ? (choices[keyOf(item)] ?? 'mine') : sideOf(item);
      return [keyOf(item), side];
    }),
  );
  const pick = <Value>(part: Part, id: string, mine: Value, theirs: Value): Value =>
    taken.get(keyOf({ part, id })) === 'theirs' ? theirs : mine;
  const record = <Value>(
    part: Part,
    mine: Readonly<Record<string, Value>>,
    theirs: Readonly<Record<string, Value>>,
  ): Record<string, Value> =>
    Object.fromEntries(
      union(Object.keys(mine), Object.keys(theirs)).flatMap((id): [string, Value][] => {
        const value = pick(part, id, mine[id], theirs[id]);
        return value === undefined ? [] : [[id, value]];
      }),
    );
  const { mine, theirs } = input;
  const mineById = byId(mine);
  const theirsById = byId(theirs);
  return {
    policies: policyOrder(input).flatMap((id) => pick('policies', id, mineById[id], theirsById[id]) ?? []),
    calendars: record('calendars', mine.calendars, theirs.calendars),
    ladders: record('ladders', mine.ladders, theirs.ladders),
    departments: record('departments', mine.departments, theirs.departments),
  };
}

/** Whether the policies that both know stand in another order. */
export function isReordered(before: PromisesDraft, after: PromisesDraft): boolean {
  const [a, b] = [Object.keys(byId(before)), Object.keys(byId(after))];
  return !isSame(
    a.filter((id) => b.includes(id)),
    b.filter((id) => a.includes(id)),
  );
}

function sideOf({ changedBy }: MergeItem): Side {
  return changedBy === 'them' ? 'theirs' : 'mine';
}

/** My order where I changed it, else theirs; what only the other has comes after its neighbour there. */
function policyOrder({ base, mine, theirs }: MergeInput): string[] {
  const [first, second] = isReordered(base, mine) ? [mine, theirs] : [theirs, mine];
  const order = Object.keys(byId(first));
  const others = Object.keys(byId(second));
  others.forEach((id, i) => {
    if (order.includes(id)) return;
    const neighbour = i === 0 ? -1 : order.indexOf(others[i - 1] ?? '');
    order.splice(neighbour + 1, 0, id);
  });
  return order;
}

/** Two policies of one id are an error that may stand in a draft; the second is told apart by its number. */
function byId({ policies }: PromisesDraft): Record<string, DraftPolicy> {
  const found: Record<string, DraftPolicy> = {};
  for (const policy of policies) {
    let key = `${policy.id}`;
    for (let number = 2; key in found; number += 1) key = `${policy.id} #${number}`;
    found[key] = policy;
  }
  return found;
}

function itemsOf(
  part: Part,
  base: Readonly<Record<string, unknown>>,
  mine: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): MergeItem[] {
  const ids = union(Object.keys(mine), union(Object.keys(theirs), Object.keys(base)));
  return ids.flatMap((id): MergeItem[] => {
    const item = { part, id, base: base[id], mine: mine[id], theirs: theirs[id] };
    if (isSame(item.mine, item.theirs))
      return isSame(item.base, item.mine) ? [] : [{ ...item, changedBy: 'me' }];
    if (isSame(item.base, item.theirs)) return [{ ...item, changedBy: 'me' }];
    return [{ ...item, changedBy: isSame(item.base, item.mine) ? 'them' : 'both' }];
  });
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])];
}
