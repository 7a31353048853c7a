import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../core/case/case.ts';
import { priorities, priorityRank } from '../../../core/case/priority.ts';
import { statuses, viewOf } from '../../../core/case/status.ts';
import type { PageOf } from '../../../ports/case-store.ts';
import type { Subject } from '../case-store-contract.ts';
import { aCase, caseIdOf, instant } from './samples.ts';

type Lister = (options: { limit: number; cursor?: string }) => Promise<PageOf<Case>>;

export function listContract(subject: () => Subject): void {
  describe('a list of cases', () => {
    it('gives every row exactly once and in order, whatever the page sizes', async () => {
      const { store } = subject();
      const cases = thousandCases();
      const results = await store.commitAll(
        cases.map((next) => [{ kind: 'case', next, expectedVersion: null }]),
      );
      expect(results.filter(({ ok }) => !ok)).toEqual([]);
      const active = cases.filter(({ status }) => viewOf(status) === 'active').sort(byQueueOrder);
      const kims = cases
        .filter(({ assignee, status }) => assignee === 'kim' && viewOf(status) !== 'done')
        .sort(byQueueOrder);
      const anns = cases
        .filter(({ requester }) => requester.address === 'ann@buyers.example')
        .sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? 1 : -1));
      const lists: [Lister, Case[]][] = [
        [(options) => store.listCases('active', options), active],
        [(options) => store.listCasesOfAssignee('kim', options), kims],
        [(options) => store.listCasesOfCustomer('ANN@buyers.example', options), anns],
      ];
      const sizes = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...lists), sizes, async ([list, expected], limits) => {
          expect(await walk(list, limits)).toEqual(expected.map(({ id }) => id));
        }),
        { numRuns: 15, seed: 7 },
      );
      for (const view of ['active', 'waiting', 'done'] as const) {
        const expected = cases.filter(({ status }) => viewOf(status) === view).sort(byQueueOrder);
        const found = await walk((options) => store.listCases(view, options), [173]);
        expect(found).toEqual(expected.map(({ id }) => id));
      }
    });

    it('gives whole cases', async () => {
      const { store } = subject();
      const kase = aCase(caseIdOf(1), { assignee: 'kim', flags: ['review'], linkedCaseIds: [caseIdOf(2)] });
      await store.commit([{ kind: 'case', next: kase, expectedVersion: null }]);
      const whole = { items: [kase], cursor: null };
      expect(await store.listCases('active', { limit: 5 })).toEqual(whole);
      expect(await store.listCasesOfAssignee('kim', { limit: 5 })).toEqual(whole);
      expect(await store.listCasesOfCustomer('ann@buyers.example', { limit: 5 })).toEqual(whole);
    });

    it('follows every change of view, priority, due time and assignee', async () => {
      const { store } = subject();
      const id = caseIdOf(1);
      let version = 0;
      const set = async (change: Partial<Case>) => {
        const next = aCase(id, { ...change, version: version + 1 });
        await store.commit([{ kind: 'case', next, expectedVersion: version || null }]);
        version += 1;
      };
      const places = async () =>
        Promise.all([
          walk((options) => store.listCases('active', options), [9]),
          walk((options) => store.listCases('waiting', options), [9]),
          walk((options) => store.listCases('done', options), [9]),
          walk((options) => store.listCasesOfAssignee('kim', options), [9]),
          walk((options) => store.listCasesOfAssignee('lee', options), [9]),
        ]);
      await set({ assignee: 'kim' });
      expect(await places()).toEqual([[id], [], [], [id], []]);
      await set({ assignee: 'lee', priority: 'emergency' });
      expect(await places()).toEqual([[id], [], [], [], [id]]);
      await set({ assignee: 'lee', status: 'pending', nextDueAt: instant(5) });
      expect(await places()).toEqual([[], [id], [], [], [id]]);
      await set({ assignee: 'lee', status: 'solved' });
      expect(await places()).toEqual([[], [], [id], [], []]);
      await set({ assignee: null, status: 'open' });
      expect(await places()).toEqual([[id], [], [], [], []]);
    });

    it('refuses a limit outside 1 to 200 and a cursor of another list', async () => {
      const { store } = subject();
      await store.commitAll(
        [1, 2, 3].map((n) => [{ kind: 'case', next: aCase(caseIdOf(n)), expectedVersion: null }]),
      );
      for (const limit of [0, -1, 201, 1.5, Number.NaN])
        await expect(store.listCases('active', { limit })).rejects.toMatchObject({ code: 'list.limit' });
      const { cursor } = await store.listCases('active', { limit: 1 });
      expect(cursor).toEqual(expect.any(String));
      for (const wrong of [cursor as string, 'x', '', Buffer.from('{"a":1}').toString('base64url')])
        await expect(store.listCases('done', { limit: 1, cursor: wrong })).rejects.toMatchObject({
          kind: 'invalid',
          code: 'cursor.invalid',
        });
    });
  });
}

/** All ids, page after page; the sizes in turn. */
async function walk(list: Lister, limits: readonly number[]): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  for (let turn = 0; ; turn++) {
    const limit = limits[turn % limits.length] as number;
    const page = await list({ limit, ...(cursor !== undefined && { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    if (page.cursor !== null) expect(page.items).toHaveLength(limit);
    found.push(...page.items.map(({ id }) => id));
    if (page.cursor === null) return found;
    cursor = page.cursor;
  }
}

/** Few distinct times, so that ties are decided by id. */
function thousandCases(): Case[] {
  const pick = <Value>(values: readonly Value[], number: number) => values[number % values.length] as Value;
  return Array.from({ length: 1_000 }, (_, number) =>
    aCase(caseIdOf(number), {
      priority: pick(priorities, number * 7),
      status: pick(statuses, number),
      assignee: pick([null, 'kim', 'lee'], number >> 1),
      nextDueAt: pick([null, instant(number % 11), instant(-3)], number),
      createdAt: instant(-(number % 17)),
      requester: { address: pick(['ann@buyers.example', 'bob@sellers.example'], number), name: '' },
    }),
  );
}

function byQueueOrder(a: Case, b: Case): number {
  const [one, two] = [a, b].map((kase) => [
    priorityRank(kase.priority),
    kase.nextDueAt ?? kase.createdAt,
    kase.id,
  ]) as [[number, string, string], [number, string, string]];
  const at = [0, 1, 2].find((part) => one[part] !== two[part]) ?? 0;
  return (one[at] as string) < (two[at] as string) ? -1 : 1;
}
