import { describe, expect, test } from 'vitest';
import {
  isReordered,
  keyOf,
  mergeItems,
  mergePromises,
} from '../../../../console/src/policies/merge-promises.ts';
import type { DraftPolicy, PromisesDraft } from '../../../../console/src/policies/promises-draft.ts';
import { writtenPromises } from '../../../browser/fake-desk/written-promises.ts';

const base: PromisesDraft = writtenPromises();
const first = base.policies[0] as DraftPolicy;
const second = base.policies[1] as DraftPolicy;

function withPolicies(...policies: DraftPolicy[]): PromisesDraft {
  return { ...base, policies };
}

describe('two people who edit the same promises', () => {
  test('who changed what is told apart, and the same change of both is no conflict', () => {
    const mine = { ...withPolicies(first, { ...second, name: 'Mine' }), ladders: {} };
    const theirs = {
      ...withPolicies({ ...first, name: 'Theirs' }, { ...second, name: 'Other' }),
      ladders: {},
      departments: { ...base.departments, fraud: { name: 'Fraud', email: 'fraud@desk.test' } },
    };
    expect(mergeItems({ base, mine, theirs }).map((item) => [keyOf(item), item.changedBy])).toEqual([
      ['policies crisis', 'them'],
      ['policies everyday', 'both'],
      ['ladders standard', 'me'],
      ['departments fraud', 'them'],
    ]);
  });

  test('what one side changed is taken, and what both changed as it was chosen, by default mine', () => {
    const mine = withPolicies(first, { ...second, name: 'Mine' });
    const theirs = {
      ...withPolicies({ ...first, name: 'Theirs' }, { ...second, name: 'Other' }),
      calendars: { ...base.calendars, extra: { timezone: 'UTC' } },
    };
    const merged = mergePromises({ base, mine, theirs }, {});
    expect(merged.policies.map(({ name }) => name)).toEqual(['Theirs', 'Mine']);
    expect(Object.keys(merged.calendars)).toEqual(['office', 'nights', 'watch', 'extra']);
    const chosen = mergePromises({ base, mine, theirs }, { 'policies everyday': 'theirs' });
    expect(chosen.policies.map(({ name }) => name)).toEqual(['Theirs', 'Other']);
  });

  test('a new policy of theirs comes after its neighbour, into the order that I chose', () => {
    const mine = withPolicies(second, first);
    const theirs = withPolicies(first, { ...first, id: 'vip', name: 'VIP' }, second);
    const merged = mergePromises({ base, mine, theirs }, {});
    expect(merged.policies.map(({ id }) => id)).toEqual(['everyday', 'crisis', 'vip']);
    expect(isReordered(base, mine)).toBe(true);
    expect(isReordered(base, theirs)).toBe(false);
  });

  test('what one side removed and the other left alone is gone; removed against changed is for a person', () => {
    const gone = mergePromises({ base, mine: withPolicies(first), theirs: base }, {});
    expect(gone.policies.map(({ id }) => id)).toEqual(['crisis']);
    const input = {
      base,
      mine: withPolicies(first),
      theirs: withPolicies(first, { ...second, name: 'New' }),
    };
    expect(mergeItems(input).map(({ changedBy }) => changedBy)).toEqual(['both']);
    expect(mergePromises(input, { 'policies everyday': 'theirs' }).policies).toHaveLength(2);
    expect(mergePromises(input, { 'policies everyday': 'mine' }).policies).toHaveLength(1);
  });

  test('two policies of one id, an error that may stand in a draft, are both kept', () => {
    const twins = withPolicies(first, second, { ...second, name: 'Twin' });
    expect(mergePromises({ base, mine: twins, theirs: base }, {}).policies).toHaveLength(3);
  });

  test('nothing of mine is lost when they changed nothing', () => {
    const mine = { ...withPolicies(second), departments: {} };
    expect(mergePromises({ base, mine, theirs: base }, {})).toEqual(mine);
  });
});
