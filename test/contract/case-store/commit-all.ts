import { describe, expect, it } from 'vitest';
import type { Write } from '../../../ports/case-store.ts';
import type { Subject } from '../case-store-contract.ts';
import { aCase, aMessage, aNote, anIntake, caseIdOf } from './samples.ts';
import { countingTransactions } from './wrapped-clients.ts';

export function commitAllContract(subject: () => Subject): void {
  describe('many units', () => {
    it('are packed into few transactions', async () => {
      const counts: number[] = [];
      const store = await subject().wrapped(countingTransactions(counts));
      const results = await store.commitAll(Array.from({ length: 50 }, (_, number) => unitOf(number)));
      expect(results.every(({ ok }) => ok)).toBe(true);
      expect(counts.reduce((sum, items) => sum + items)).toBe(200);
      expect(counts).toHaveLength(2);
    });

    it('fail one by one: the refused one does not take the others down', async () => {
      const { store } = subject();
      await store.commit([
        {
          kind: 'dedupe',
          key: 'd3',
          rawKey: 'raw/other',
          caseId: caseIdOf(99),
          at: '2026-11-22T12:00:00.000Z',
        },
        { kind: 'intake', intake: anIntake('raw/5') },
      ]);
      await store.commit([{ kind: 'case', next: aCase(caseIdOf(7)), expectedVersion: null }]);
      const units = Array.from({ length: 12 }, (_, number) => unitOf(number));
      units[9] = [{ kind: 'message', message: aMessage(caseIdOf(9), '01M', { text: 'x'.repeat(500_000) }) }];
      const results = await store.commitAll(units);
      const codes = results.map((result) => (result.ok ? 'ok' : (result.error as { code: string }).code));
      const expected = Array.from({ length: 12 }, () => 'ok');
      expected[3] = 'mail.duplicate';
      expected[5] = 'intake.already-decided';
      expected[7] = 'case.version-conflict';
      expected[9] = 'store.item-too-large';
      expect(codes).toEqual(expected);
      for (const [number, code] of codes.entries())
        expect((await store.getIntake(`raw/${number}`))?.caseId, `raw/${number}`).toEqual(
          code === 'ok' ? caseIdOf(number) : number === 5 ? null : undefined,
        );
    });

    it('that touch the same item run one after the other, in their order', async () => {
      const { store } = subject();
      const id = caseIdOf(1);
      const steps = [1, 2, 3, 4].map((version): Write[] => [
        { kind: 'case', next: aCase(id, { version }), expectedVersion: version === 1 ? null : version - 1 },
        { kind: 'event', event: aNote(id, version) },
      ]);
      const results = await store.commitAll([...steps, unitOf(2), ...steps.slice(0, 1)]);
      expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
      expect(results[5]).toMatchObject({ error: { code: 'case.version-conflict' } });
      expect((await store.getCase(id))?.version).toBe(4);
    });

    it('that hold the same mail twice store it once', async () => {
      const { store } = subject();
      const results = await store.commitAll([unitOf(1), unitOf(1, caseIdOf(2))]);
      expect(results[0]).toEqual({ ok: true });
      expect(results[1]).toMatchObject({ ok: false, error: { kind: 'conflict' } });
      expect(await store.getCase(caseIdOf(2))).toBeNull();
    });

    it('respect the 4 MB of a transaction', async () => {
      const counts: number[] = [];
      const store = await subject().wrapped(countingTransactions(counts));
      const text = 'x'.repeat(300_000);
      const units = Array.from({ length: 20 }, (_, number): Write[] => [
        { kind: 'message', message: aMessage(caseIdOf(number), '01M', { text }) },
      ]);
      expect((await store.commitAll(units)).every(({ ok }) => ok)).toBe(true);
      expect(counts).toEqual([13, 7]);
    });

    it('may be none', async () => {
      expect(await subject().store.commitAll([])).toEqual([]);
    });

    it('race each other from many callers, and each mail is decided once', async () => {
      const { store } = subject();
      const rounds = await Promise.all(
        [0, 1, 2, 3].map((caller) =>
          store.commitAll(
            Array.from({ length: 10 }, (_, number) => unitOf(number, caseIdOf(100 * caller + number))),
          ),
        ),
      );
      for (let number = 0; number < 10; number++)
        expect(
          rounds.filter((results) => results[number]?.ok),
          `raw/${number}`,
        ).toHaveLength(1);
    });
  });
}

function unitOf(number: number, caseId = caseIdOf(number)): Write[] {
  return [
    { kind: 'case', next: aCase(caseId), expectedVersion: null },
    { kind: 'event', event: aNote(caseId, 1) },
    { kind: 'intake', intake: anIntake(`raw/${number}`, { caseId }) },
    { kind: 'dedupe', key: `d${number}`, rawKey: `raw/${number}`, caseId, at: '2026-11-22T12:00:00.000Z' },
  ];
}
