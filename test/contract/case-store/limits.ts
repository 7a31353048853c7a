import { describe, expect, it } from 'vitest';
import type { Write } from '../../../ports/case-store.ts';
import type { Subject } from '../case-store-contract.ts';
import { aCase, aFailedIntake, aMessage, aNote, anIntake, caseIdOf } from './samples.ts';

const id = caseIdOf(1);

export function limitContract(subject: () => Subject): void {
  describe('what is stored', () => {
    it('comes back to the letter: empty, Unicode, control characters, lone surrogates, 300 KB', async () => {
      const { store } = subject();
      const texts = [
        '',
        '  ',
        'Ünï 🃏 漢字 \u0000\u0007\n',
        '\ud800',
        '𝕏'.repeat(75_000),
        'null',
        '{"a":[9]}',
      ];
      for (const [number, text] of texts.entries()) {
        const message = aMessage(id, `01${number}`, { text, subject: text.slice(0, 50), from: null, to: [] });
        await store.commit([{ kind: 'message', message }]);
        expect(await store.getMessage(id, message.id)).toEqual(message);
      }
      expect((await store.getTimeline(id)).messages.map(({ text }) => text)).toEqual(texts);
    });

    it('is refused above 400 KB, and the error names the field', async () => {
      const message = aMessage(id, '01A', { text: 'x'.repeat(410_000) });
      await expect(subject().store.commit([{ kind: 'message', message }])).rejects.toMatchObject({
        kind: 'invalid',
        code: 'store.item-too-large',
        message: expect.stringContaining('`text`'),
        details: [{ field: 'text' }],
      });
    });

    it('is refused above 400 KB also where it records a failure', async () => {
      const to = Array.from({ length: 5_000 }, (_, number) => `${number}@${'x'.repeat(90)}.example`);
      const failure = aFailedIntake('raw/1', { envelope: { from: 'ann@buyers.example', to } });
      await expect(subject().store.saveFailedIntake(failure)).rejects.toMatchObject({
        code: 'store.item-too-large',
        details: [{ field: 'envelope' }],
      });
    });

    it('pages through a timeline of more than a megabyte', async () => {
      const { store } = subject();
      const messages = Array.from({ length: 8 }, (_, number) =>
        aMessage(id, `01${number}`, { text: String(number).repeat(250_000) }),
      );
      for (const message of messages) await store.commit([{ kind: 'message', message }]);
      await store.commit([{ kind: 'event', event: aNote(id, 1) }]);
      const timeline = await store.getTimeline(id);
      expect(timeline.messages).toEqual(messages);
      expect(timeline.events).toEqual([aNote(id, 1)]);
    });

    it('takes a hundred items in one commit and refuses more', async () => {
      const { store } = subject();
      const writes = (count: number) =>
        Array.from(
          { length: count },
          (_, number): Write => ({
            kind: 'thread-key',
            rfcMessageId: `<${number}@x>`,
            caseId: id,
            messageId: '01A',
          }),
        );
      await store.commit(writes(100));
      await expect(store.commit(writes(101))).rejects.toMatchObject({
        kind: 'invalid',
        code: 'store.transaction-too-large',
      });
    });

    it('has keys of any length and script', async () => {
      const { store } = subject();
      const long = `raw/${'漢'.repeat(3_000)}`;
      const kase = aCase(id, {
        assignee: `user ${'x'.repeat(3_000)}`,
        requester: { address: `${'É'.repeat(2_000)}@X.example`, name: '' },
      });
      await store.commit([
        { kind: 'case', next: kase, expectedVersion: null },
        { kind: 'intake', intake: anIntake(long) },
        { kind: 'dedupe', key: long, rawKey: long, caseId: id, at: kase.createdAt },
      ]);
      expect(await store.getIntake(long)).toEqual(anIntake(long));
      expect(await store.getDuplicate(long)).toEqual({ rawKey: long, caseId: id });
      expect((await store.listCasesOfAssignee(kase.assignee ?? '', { limit: 1 })).items).toEqual([kase]);
      const address = kase.requester.address.toLowerCase();
      expect((await store.listCasesOfCustomer(address, { limit: 1 })).items).toEqual([kase]);
      await store.saveFailedIntake(aFailedIntake(`${long}2`));
      expect((await store.listFailedIntakes({ limit: 1 })).items).toEqual([aFailedIntake(`${long}2`)]);
      expect(await store.takeAllowance(long, 1, subject().now + 1)).toBe(true);
      expect(await store.takeAllowance(long, 1, subject().now + 1)).toBe(false);
    });
  });
}
