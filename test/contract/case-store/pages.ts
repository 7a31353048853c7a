import { describe, expect, it } from 'vitest';
import { pageId } from '../../../core/page/page.ts';
import type { Subject } from '../case-store-contract.ts';
import { anAttempt, aPage, caseIdOf, instant } from './samples.ts';

const caseId = caseIdOf(1);
const id = pageId(caseId, 1);

export function pageContract(subject: () => Subject): void {
  describe('a page', () => {
    it('is acknowledged by the first of many', async () => {
      const { store } = subject();
      await store.commit([{ kind: 'page', next: aPage(id, caseId), expectedVersion: null }]);
      const users = ['kim', 'lee', 'max', 'ola', 'pat'];
      const results = await Promise.allSettled(
        users.map((userId) => {
          const ack = { userId, at: instant(1), via: 'link' } as const;
          const next = aPage(id, caseId, { version: 2, state: 'acknowledged', nextAttemptAt: null, ack });
          return store.commit([{ kind: 'page', next, expectedVersion: 1 }]);
        }),
      );
      const winners = users.filter((_, index) => results[index]?.status === 'fulfilled');
      expect(winners).toHaveLength(1);
      expect((await store.getPage(id))?.ack?.userId).toBe(winners[0]);
      for (const result of results)
        if (result.status === 'rejected')
          expect(result.reason).toMatchObject({ code: 'page.version-conflict' });
    });

    it('is in the open list by its next attempt until it closes, and in the whole list newest first', async () => {
      const { store } = subject();
      const pages = [1, 2, 3].map((number) =>
        aPage(pageId(caseIdOf(number), 1), caseIdOf(number), {
          openedAt: instant(number),
          nextAttemptAt: instant(10 - number),
        }),
      );
      await store.commitAll(pages.map((next) => [{ kind: 'page', next, expectedVersion: null }]));
      expect((await store.listOpenPages({ limit: 9 })).items).toEqual([...pages].reverse());
      const [first] = pages;
      if (!first) throw new Error('no page');
      const cancelled = { userId: 'kim', at: instant(9), reason: 'a test' };
      const closed = { ...first, version: 2, state: 'cancelled' as const, nextAttemptAt: null, cancelled };
      await store.commit([{ kind: 'page', next: closed, expectedVersion: 1 }]);
      expect((await store.listOpenPages({ limit: 9 })).items.map((page) => page.id)).not.toContain(first.id);
      const one = await store.listPages({ limit: 2 });
      const two = await store.listPages({ limit: 2, cursor: one.cursor as string });
      expect([...one.items, ...two.items]).toEqual([pages[2], pages[1], closed]);
      expect(two.cursor).toBeNull();
    });

    it('is null where there is none, whatever the id looks like', async () => {
      const { store } = subject();
      for (const unknown of [pageId(caseId, 2), '', 'HW-1', 'x'.repeat(9_000), `${id}#1`])
        expect(await store.getPage(unknown)).toBeNull();
      const broken = store.commit([{ kind: 'page', next: aPage('nonsense', caseId), expectedVersion: null }]);
      await expect(broken).rejects.toMatchObject({ kind: 'invalid', code: 'page.invalid-id' });
    });
  });

  describe('an attempt', () => {
    it('begins once; whoever begins it again is given the first', async () => {
      const { store } = subject();
      const page = aPage(id, caseId);
      const attempt = anAttempt(page, 0, 'kim');
      expect(await store.beginAttempt(attempt)).toEqual({ created: true, attempt });
      await store.updateAttempt(id, attempt.key, { acceptedAt: instant(1) });
      const again = await store.beginAttempt({ ...attempt, dispatchedAt: instant(5) });
      expect(again).toEqual({ created: false, attempt: { ...attempt, acceptedAt: instant(1) } });
      const racers = await Promise.all(
        Array.from({ length: 6 }, () => store.beginAttempt(anAttempt(page, 1, 'kim'))),
      );
      expect(racers.filter(({ created }) => created)).toHaveLength(1);
    });

    it('keeps every field that different writers set at once', async () => {
      const { store } = subject();
      const attempt = anAttempt(aPage(id, caseId), 0, 'kim');
      await store.beginAttempt(attempt);
      const changes = [
        { acceptedAt: instant(1), providerId: 'p' },
        { deliveredAt: instant(2) },
        { seenAt: instant(3) },
        { ackedAt: instant(4) },
        { error: '' },
      ];
      await Promise.all(changes.map((change) => store.updateAttempt(id, attempt.key, change)));
      await store.updateAttempt(id, attempt.key, {});
      expect(await store.listAttempts(id)).toEqual([Object.assign({ ...attempt }, ...changes)]);
    });

    it('is missing when its key is unknown', async () => {
      const { store } = subject();
      for (const key of [`${id}#0#kim#mail`, 'nonsense', ''])
        for (const change of [{ ackedAt: instant(1) }, {}])
          await expect(store.updateAttempt(id, key, change)).rejects.toMatchObject({
            kind: 'missing',
            code: 'attempt.missing',
          });
      expect(await store.listAttempts(id)).toEqual([]);
    });

    it('is listed by page, in the order of rounds, and in the timeline', async () => {
      const { store } = subject();
      const [one, two, eleven] = [1, 2, 11].map((number) => aPage(pageId(caseId, number), caseId));
      if (!one || !two || !eleven) throw new Error('no page');
      const attempts = [0, 2, 9, 10, 11].map((number) => anAttempt(one, number, 'kim#1'));
      for (const attempt of [...attempts].reverse()) await store.beginAttempt(attempt);
      await store.beginAttempt(anAttempt(two, 0, 'lee'));
      await store.beginAttempt(anAttempt(eleven, 0, 'lee'));
      expect(await store.listAttempts(one.id)).toEqual(attempts);
      expect(await store.listAttempts(two.id)).toEqual([anAttempt(two, 0, 'lee')]);
      expect((await store.getTimeline(caseId)).attempts).toHaveLength(7);
      expect(await store.listAttempts('nonsense')).toEqual([]);
    });
  });
}
