import { describe, expect, it } from 'vitest';
import type { Subject } from '../case-store-contract.ts';
import { aFailedIntake, anIntake, caseIdOf, instant } from './samples.ts';

export function intakeContract(subject: () => Subject): void {
  describe('the record of a raw mail', () => {
    it('is written exactly once', async () => {
      const { store } = subject();
      const intake = anIntake('raw/1', { caseId: caseIdOf(1) });
      await store.commit([{ kind: 'intake', intake }]);
      const again = store.commit([
        { kind: 'intake', intake: anIntake('raw/1', { disposition: 'rejected' }) },
      ]);
      await expect(again).rejects.toMatchObject({ kind: 'conflict', code: 'intake.already-decided' });
      expect(await store.getIntake('raw/1')).toEqual(intake);
      expect(await store.getIntake('raw/2')).toBeNull();
    });

    it('is written by one of many who decide it at once', async () => {
      const { store } = subject();
      const results = await Promise.allSettled(
        Array.from({ length: 8 }, (_, number) =>
          store.commit([{ kind: 'intake', intake: anIntake('raw/1', { reason: String(number) }) }]),
        ),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('replaces the record of a failure, which then is in no list', async () => {
      const { store } = subject();
      await store.saveFailedIntake(aFailedIntake('raw/1'));
      await store.saveFailedIntake(aFailedIntake('raw/1', { error: 'again' }));
      expect(await store.getFailedIntake('raw/1')).toEqual(aFailedIntake('raw/1', { error: 'again' }));
      expect(await store.getIntake('raw/1')).toBeNull();
      await store.commit([{ kind: 'intake', intake: anIntake('raw/1') }]);
      expect(await store.getFailedIntake('raw/1')).toBeNull();
      expect(await store.listFailedIntakes({ limit: 5 })).toEqual({ items: [], cursor: null });
      expect(await store.getIntake('raw/1')).toEqual(anIntake('raw/1'));
    });

    it('cannot become a failure afterwards', async () => {
      const { store } = subject();
      await store.commit([{ kind: 'intake', intake: anIntake('raw/1') }]);
      await expect(store.saveFailedIntake(aFailedIntake('raw/1'))).rejects.toMatchObject({
        code: 'intake.already-decided',
      });
      expect(await store.getIntake('raw/1')).toEqual(anIntake('raw/1'));
    });

    it('lists failures from the oldest on, page by page', async () => {
      const { store } = subject();
      const failures = Array.from({ length: 25 }, (_, number) =>
        aFailedIntake(`raw/ü${number}`, { failedAt: instant(number) }),
      );
      for (const failure of [...failures].reverse()) await store.saveFailedIntake(failure);
      const first = await store.listFailedIntakes({ limit: 10 });
      const second = await store.listFailedIntakes({ limit: 10, cursor: first.cursor as string });
      const third = await store.listFailedIntakes({ limit: 10, cursor: second.cursor as string });
      expect([...first.items, ...second.items, ...third.items]).toEqual(failures);
      expect(third.cursor).toBeNull();
    });

    it('is refused as a duplicate when the same mail came before', async () => {
      const { store } = subject();
      const dedupe = {
        kind: 'dedupe',
        key: '<a@x>|help@desk.example',
        caseId: caseIdOf(1),
        at: instant(0),
      } as const;
      await store.commit([
        { ...dedupe, rawKey: 'raw/1' },
        { kind: 'intake', intake: anIntake('raw/1') },
      ]);
      const second = store.commit([
        { kind: 'intake', intake: anIntake('raw/2') },
        { ...dedupe, rawKey: 'raw/2' },
      ]);
      await expect(second).rejects.toMatchObject({ kind: 'conflict', code: 'mail.duplicate' });
      expect(await store.getIntake('raw/2')).toBeNull();
      expect(await store.getDuplicate(dedupe.key)).toEqual({ rawKey: 'raw/1', caseId: caseIdOf(1) });
      expect(await store.getDuplicate('other')).toBeNull();
    });
  });
}
