import type { Case } from '../core/case/case.ts';
import { requireCase } from './require-case.ts';
import { requireOpenConsult } from './require-consult.ts';
import { type ChangePorts, planChange, retryOnConflict } from './unit-of-work.ts';

/**
 * The desk no longer waits for an answer; the promise of the department is cancelled. The department is not told:
 * what it answers all the same is kept as a note.
 * @throws DomainError `case.missing`, `consult.missing`, `consult.ended`
 */
export async function withdrawConsult(
  input: { caseId: string; consultId: string; userId: string; reason: string },
  ports: ChangePorts,
): Promise<Case> {
  const { caseId, consultId, userId } = input;
  return retryOnConflict(async () => {
    const current = await requireCase(caseId, ports);
    await requireOpenConsult(caseId, consultId, ports);
    const fact = {
      type: 'consult.withdrawn.v1',
      data: { consultId, reason: input.reason.trim() },
    } as const;
    const actor = { kind: 'agent', userId } as const;
    const { next, writes } = await planChange({ current, caseId, facts: [{ actor, fact }] }, ports);
    await ports.store.commit(writes);
    return next;
  });
}
