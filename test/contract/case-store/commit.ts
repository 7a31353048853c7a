import { describe, expect, it } from 'vitest';
import type { Write } from '../../../ports/case-store.ts';
import type { Subject } from '../case-store-contract.ts';
import { aCase, aMessage, aNote, anOutboxItem, aPage, caseIdOf, instant } from './samples.ts';
import { losingTheFirstAnswer } from './wrapped-clients.ts';

const id = caseIdOf(1);

export function commitContract(subject: () => Subject): void {
  describe('a commit', () => {
    it('stores everything of a case, and the timeline gives it back in order', async () => {
      const { store } = subject();
      const page = aPage(`${id}-P1`, id);
      const events = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((seq) => aNote(id, seq));
      const [late, early] = [aMessage(id, '01B'), aMessage(id, '01A')];
      await store.commit([
        { kind: 'case', next: aCase(id), expectedVersion: null },
        ...events.map((event): Write => ({ kind: 'event', event })),
        { kind: 'message', message: late },
        { kind: 'message', message: early },
        { kind: 'page', next: page, expectedVersion: null },
        { kind: 'outbox', item: anOutboxItem('01', id) },
      ]);
      await store.commit([
        { kind: 'case', next: aCase(id, { version: 2 }), expectedVersion: 1 },
        { kind: 'event', event: aNote(id, 12) },
      ]);
      expect(await store.getCase(id)).toEqual(aCase(id, { version: 2 }));
      expect(await store.getTimeline(id)).toEqual({
        events: [...events, aNote(id, 12)],
        messages: [early, late],
        pages: [page],
        attempts: [],
        sla: null,
        slaLog: [],
      });
      expect(await store.getMessage(id, '01A')).toEqual(early);
      expect(await store.listOutbox(10)).toEqual([anOutboxItem('01', id)]);
    });

    it('leaves nothing behind when it is refused', async () => {
      const { store } = subject();
      await store.commit([{ kind: 'case', next: aCase(id), expectedVersion: null }]);
      const stale = store.commit([
        { kind: 'message', message: aMessage(id, '01A') },
        { kind: 'case', next: aCase(id), expectedVersion: null },
        { kind: 'event', event: aNote(id, 1) },
        { kind: 'outbox', item: anOutboxItem('01', id) },
      ]);
      await expect(stale).rejects.toMatchObject({ kind: 'conflict', code: 'case.version-conflict' });
      expect(await store.getTimeline(id)).toMatchObject({ events: [], messages: [] });
      expect(await store.listOutbox(10)).toEqual([]);
    });

    it('refuses a stale version and says which one is stored', async () => {
      const { store } = subject();
      await store.commit([{ kind: 'case', next: aCase(id, { version: 1 }), expectedVersion: null }]);
      await store.commit([{ kind: 'case', next: aCase(id, { version: 2 }), expectedVersion: 1 }]);
      const stale = store.commit([{ kind: 'case', next: aCase(id, { version: 2 }), expectedVersion: 1 }]);
      await expect(stale).rejects.toMatchObject({
        code: 'case.version-conflict',
        message: expect.stringContaining('version 2'),
      });
      const unknown = store.commit([
        { kind: 'case', next: aCase(caseIdOf(2), { version: 2 }), expectedVersion: 1 },
      ]);
      await expect(unknown).rejects.toMatchObject({ code: 'case.version-conflict' });
      const leap = store.commit([{ kind: 'case', next: aCase(id, { version: 9 }), expectedVersion: 2 }]);
      await expect(leap).rejects.toMatchObject({ kind: 'invalid', code: 'case.version-step' });
    });

    it('lets one of many concurrent writers through', async () => {
      const { store } = subject();
      await store.commit([{ kind: 'case', next: aCase(id), expectedVersion: null }]);
      const results = await Promise.allSettled(
        [1, 2, 3, 4, 5, 6, 7, 8].map((number) =>
          store.commit([
            { kind: 'case', next: aCase(id, { version: 2, subject: `${number}` }), expectedVersion: 1 },
          ]),
        ),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ kind: 'conflict' });
    });

    it('never records an event number or a message twice', async () => {
      const { store } = subject();
      await store.commit([
        { kind: 'event', event: aNote(id, 1) },
        { kind: 'message', message: aMessage(id, '01A') },
      ]);
      await expect(store.commit([{ kind: 'event', event: aNote(id, 1) }])).rejects.toMatchObject({
        code: 'case.version-conflict',
      });
      await expect(
        store.commit([{ kind: 'message', message: aMessage(id, '01A', { text: 'other' }) }]),
      ).rejects.toMatchObject({ code: 'message.exists' });
      expect((await store.getMessage(id, '01A'))?.text).toBe('It has not come.');
    });

    it('changes the delivery of a message that exists, and of no other', async () => {
      const { store } = subject();
      const delivery = { state: 'sent', at: instant(1), providerMessageId: '<p@ses>', detail: null } as const;
      await store.commit([{ kind: 'message', message: aMessage(id, '01A') }]);
      await store.commit([{ kind: 'delivery', caseId: id, messageId: '01A', delivery }]);
      expect(await store.getMessage(id, '01A')).toEqual(aMessage(id, '01A', { delivery }));
      expect((await store.getTimeline(id)).messages).toEqual([aMessage(id, '01A', { delivery })]);
      const lost = store.commit([{ kind: 'delivery', caseId: id, messageId: '01Z', delivery }]);
      await expect(lost).rejects.toMatchObject({ kind: 'missing', code: 'message.missing' });
      expect(await store.getMessage(id, '01Z')).toBeNull();
    });

    it('is no conflict with itself when the answer to it was lost', async () => {
      const store = await subject().wrapped(losingTheFirstAnswer());
      await store.commit([
        { kind: 'case', next: aCase(id), expectedVersion: null },
        { kind: 'event', event: aNote(id, 1) },
      ]);
      expect(await store.getCase(id)).toEqual(aCase(id));
    });

    it('gives null or nothing for what is not there', async () => {
      const { store } = subject();
      expect(await store.getCase('HW-00000000')).toBeNull();
      expect(await store.getCase('')).toBeNull();
      expect(await store.getCase('x'.repeat(5000))).toBeNull();
      expect(await store.getMessage(id, '01A')).toBeNull();
      expect(await store.getTimeline(id)).toEqual({
        events: [],
        messages: [],
        pages: [],
        attempts: [],
        sla: null,
        slaLog: [],
      });
    });

    it('refuses two writes that meet in one item, and a commit without a write', async () => {
      const { store } = subject();
      const twice = store.commit([
        { kind: 'case', next: aCase(id), expectedVersion: null },
        { kind: 'case', next: aCase(id, { version: 2 }), expectedVersion: 1 },
      ]);
      await expect(twice).rejects.toMatchObject({ kind: 'invalid', code: 'store.two-writes-on-one-item' });
      await expect(store.commit([])).rejects.toMatchObject({ kind: 'invalid', code: 'store.empty-commit' });
    });

    it('hands the outbox out oldest first and forgets what is removed', async () => {
      const { store } = subject();
      const items = Array.from({ length: 60 }, (_, n) =>
        anOutboxItem(String(n).padStart(3, '0'), caseIdOf(n)),
      );
      await store.commitAll(items.map((item) => [{ kind: 'outbox', item }]));
      expect(await store.listOutbox(7)).toEqual(items.slice(0, 7));
      await store.removeOutbox(items.slice(0, 55));
      expect(await store.listOutbox(100)).toEqual(items.slice(55));
      await store.removeOutbox([...items, ...items]);
      expect(await store.listOutbox(100)).toEqual([]);
    });
  });
}
