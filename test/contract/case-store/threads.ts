import { describe, expect, it } from 'vitest';
import type { Write } from '../../../ports/case-store.ts';
import type { Subject } from '../case-store-contract.ts';
import { caseIdOf } from './samples.ts';

export function threadContract(subject: () => Subject): void {
  describe('thread keys', () => {
    it('name every case that holds a Message-ID, the earliest first, in the order asked', async () => {
      const { store } = subject();
      await store.commit([holder('<a@x>', 3, '01C'), holder('<a@x>', 1, '01A'), holder('<b@x>', 2, '01B')]);
      expect(await store.findThreadKeys(['<b@x>', '<none@x>', '<a@x>', '<b@x>'])).toEqual([
        { rfcMessageId: '<b@x>', caseId: caseIdOf(2), messageId: '01B' },
        { rfcMessageId: '<a@x>', caseId: caseIdOf(1), messageId: '01A' },
        { rfcMessageId: '<a@x>', caseId: caseIdOf(3), messageId: '01C' },
      ]);
    });

    it('may be written twice', async () => {
      const { store } = subject();
      await store.commit([holder('<a@x>', 1, '01A'), holder('<a@x>', 1, '01A')]);
      await store.commit([holder('<a@x>', 1, '01A')]);
      expect(await store.findThreadKeys(['<a@x>'])).toHaveLength(1);
    });

    it('hold Message-IDs of any length and script, and tell them apart', async () => {
      const { store } = subject();
      const long = `<${'ж'.repeat(4_000)}@x>`;
      const ids = [long, `${long}2`, '<Ünïcode 🃏@x>', '<A@x>', '<a@x>', `sha256:${'0'.repeat(64)}`];
      await store.commit(ids.map((id, number) => holder(id, number, `01${number}`)));
      expect(await store.findThreadKeys(ids)).toEqual(
        ids.map((rfcMessageId, number) => ({
          rfcMessageId,
          caseId: caseIdOf(number),
          messageId: `01${number}`,
        })),
      );
    });

    it('never match an empty id, and are never stored under one', async () => {
      const { store } = subject();
      expect(await store.findThreadKeys(['', ''])).toEqual([]);
      expect(await store.findThreadKeys([])).toEqual([]);
      await expect(store.commit([holder('', 1, '01A')])).rejects.toMatchObject({ code: 'store.empty-key' });
    });

    it('are found for a hundred references at once', async () => {
      const { store } = subject();
      const ids = Array.from({ length: 100 }, (_, number) => `<${number}@x>`);
      await store.commitAll([ids.map((id, number) => holder(id, number, `01${number}`))]);
      expect((await store.findThreadKeys(ids)).map(({ rfcMessageId }) => rfcMessageId)).toEqual(ids);
    });
  });
}

function holder(rfcMessageId: string, caseNumber: number, messageId: string): Write {
  return { kind: 'thread-key', rfcMessageId, caseId: caseIdOf(caseNumber), messageId };
}
