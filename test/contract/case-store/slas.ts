import { describe, expect, it } from 'vitest';
import type { CaseSla } from '../../../core/sla/case-sla.ts';
import type { SlaRecord } from '../../../core/sla/sla-record.ts';
import type { Subject } from '../case-store-contract.ts';
import { aCase, caseIdOf, instant } from './samples.ts';

function anSla(caseId: string, change: Partial<CaseSla> = {}): CaseSla {
  return {
    caseId,
    version: 1,
    policyVersion: '0123456789abcdef',
    facts: {
      channel: 'email',
      category: 'other',
      priority: 'normal',
      status: 'new',
      language: null,
      tags: [],
      isSpam: false,
      mergedInto: null,
      unansweredSince: null,
      handedOverAt: null,
      handedOverTo: null,
    },
    clocks: { caseId, seq: 1, at: instant(0), clocks: [] },
    armed: [],
    escalations: [],
    escalationCount: 0,
    nextLookAt: null,
    ...change,
  };
}

function anEscalation(caseId: string, openedAt: string): CaseSla['escalations'][number] {
  return {
    id: `${caseId}-E1`,
    caseId,
    number: 1,
    cause: { kind: 'promise', clock: 'first-reply', instance: 1 },
    ladderId: 'standard',
    policyVersion: '0123456789abcdef',
    state: 'open',
    openedAt,
    remindedMinutes: [],
    told: null,
    manual: null,
    round: 0,
    nextStepAt: openedAt,
    taskToken: null,
    acknowledged: null,
    ended: null,
  };
}

export function slaContract(subject: () => Subject): void {
  describe('the promises of a case', () => {
    const id = caseIdOf(1);
    const opened = (n: number): SlaRecord => ({
      type: 'escalation.ended',
      caseId: id,
      escalationId: `${id}-E${n}`,
      at: instant(n),
      why: 'answered',
    });

    it('are read back, with their log in the order of its parts', async () => {
      const { store } = subject();
      expect(await store.getSla(id)).toBeNull();
      await store.commit([
        { kind: 'case', next: aCase(id), expectedVersion: null },
        { kind: 'sla', next: anSla(id), expectedVersion: null },
        { kind: 'sla-log', caseId: id, version: 1, records: [opened(1), opened(2)] },
      ]);
      await store.commit([
        { kind: 'sla', next: anSla(id, { version: 2, nextLookAt: instant(5) }), expectedVersion: 1 },
        { kind: 'sla-log', caseId: id, version: 2, records: [opened(3)] },
      ]);
      expect(await store.getSla(id)).toEqual(anSla(id, { version: 2, nextLookAt: instant(5) }));
      const timeline = await store.getTimeline(id);
      expect(timeline.sla?.version).toBe(2);
      expect(timeline.slaLog).toEqual([opened(1), opened(2), opened(3)]);
    });

    it('are refused over a version that is not the stored one, and nothing of the commit happens', async () => {
      const { store } = subject();
      await store.commit([{ kind: 'sla', next: anSla(id), expectedVersion: null }]);
      const stale = store.commit([
        { kind: 'case', next: aCase(id), expectedVersion: null },
        { kind: 'sla', next: anSla(id), expectedVersion: null },
      ]);
      await expect(stale).rejects.toMatchObject({ kind: 'conflict', code: 'sla.version-conflict' });
      expect(await store.getCase(id)).toBeNull();
    });

    it('are found by the sweep once their next look is past, the longest ago first, page by page', async () => {
      const { store } = subject();
      const looks = [7, 3, 9, 1, 5].map((minute, n) =>
        anSla(caseIdOf(n + 1), { nextLookAt: instant(minute) }),
      );
      const idle = anSla(caseIdOf(9));
      for (const next of [...looks, idle]) await store.commit([{ kind: 'sla', next, expectedVersion: null }]);
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.listOverdueMarks(instant(7), { limit: 1, ...(cursor && { cursor }) });
        found.push(...page.items.map(({ nextLookAt }) => nextLookAt ?? 'none'));
        cursor = page.cursor ?? undefined;
      } while (cursor);
      expect(found).toEqual([1, 3, 5, 7].map(instant));
    });

    it('leave the lists when there is nothing to look at any more', async () => {
      const { store } = subject();
      const open = anSla(id, { nextLookAt: instant(1), escalations: [anEscalation(id, instant(1))] });
      await store.commit([{ kind: 'sla', next: open, expectedVersion: null }]);
      const early = anSla(caseIdOf(2), { escalations: [anEscalation(caseIdOf(2), instant(0))] });
      await store.commit([{ kind: 'sla', next: early, expectedVersion: null }]);
      const { items } = await store.listOpenEscalations({ limit: 10 });
      expect(items.map(({ caseId }) => caseId)).toEqual([caseIdOf(2), id]);
      await store.commit([{ kind: 'sla', next: anSla(id, { version: 2 }), expectedVersion: 1 }]);
      expect((await store.listOpenEscalations({ limit: 10 })).items).toEqual([early]);
      expect((await store.listOverdueMarks(instant(60), { limit: 10 })).items).toEqual([]);
    });
  });
}
