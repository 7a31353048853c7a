import { describe, expect, test } from 'vitest';
import type { CaseRebase } from '../../../../console/src/policies/rebase/case-rebase.ts';
import { batchesOf, batchSize } from '../../../../console/src/policies/rebase/rebase-batches.ts';
import { summaryOf, worstFirst } from '../../../../console/src/policies/rebase/rebase-summary.ts';
import type { RebasedClock } from '../../../../core/sla/rebase.ts';

const clock: RebasedClock = {
  clock: 'first-reply',
  instance: 1,
  dueBefore: '2026-11-20T12:00:00.000Z',
  dueAfter: '2026-11-20T13:00:00.000Z',
  policyBefore: 'everyday',
  policyAfter: 'everyday',
  breachAppears: false,
  keeps: null,
};
const item = (caseId: string, ...moved: Partial<RebasedClock>[]): CaseRebase => ({
  caseId,
  subject: caseId,
  policyVersion: 'old',
  unmatched: false,
  moved: moved.map((fields) => ({ ...clock, ...fields })),
});

const items = [
  item('still'),
  item('later', {}),
  item('sooner', { dueAfter: '2026-11-20T11:00:00.000Z' }),
  { ...item('unmatched', { dueAfter: null }), unmatched: true },
  item('late', { dueAfter: '2026-11-20T10:00:00.000Z', breachAppears: true }, { dueBefore: null }),
];

describe('what a re-base would do, in numbers', () => {
  test('cases and clocks are counted by what happens to them', () => {
    expect(summaryOf(items)).toEqual({
      cases: 5,
      unmatched: 1,
      breaches: 1,
      earlier: 2,
      later: 1,
      gained: 1,
      lost: 1,
    });
  });

  test('the worst stand first', () => {
    expect(worstFirst(items).map(({ caseId }) => caseId)).toEqual([
      'late',
      'unmatched',
      'sooner',
      'later',
      'still',
    ]);
  });

  test('cases are moved some at a time, each once and in order', () => {
    const ids = Array.from({ length: 2 * batchSize + 1 }, (_, i) => `HW-${i}`);
    const batches = batchesOf(ids);
    expect(batches.map((batch) => batch.length)).toEqual([batchSize, batchSize, 1]);
    expect(batches.flat()).toEqual(ids);
    expect(batchesOf([])).toEqual([]);
  });
});
