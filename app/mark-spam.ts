import type { Actor } from '../core/case/actor.ts';
import type { Case } from '../core/case/case.ts';
import type { CaseFact } from '../core/case/case-event.ts';
import { requireUnmerged } from '../core/case/merge.ts';
import { requireCase, requireNoOpenPage } from './require-case.ts';
import { type ChangePorts, planChange, retryOnConflict } from './unit-of-work.ts';

/**
 * Puts a case away as spam, or takes it back. What its sender writes later is a new case, triaged like any other.
 * Marking what is marked changes nothing.
 * @throws DomainError `case.missing`, `case.merged`, `case.open-page`
 */
export async function markSpam(
  input: { caseId: string; userId: string; spam: boolean; reason: string },
  ports: ChangePorts,
): Promise<Case> {
  return retryOnConflict(async () => {
    const current = await requireCase(input.caseId, ports);
    requireUnmerged(current);
    if (current.flags.includes('spam') === input.spam) return current;
    if (input.spam) requireNoOpenPage(current);
    const reason = input.reason.trim();
    const actor: Actor = { kind: 'agent', userId: input.userId };
    const facts = input.spam ? marking(current, reason) : unmarking(current, reason);
    const change = { current, caseId: current.id, facts: facts.map((fact) => ({ actor, fact })) };
    const { next, writes } = await planChange(change, ports);
    await ports.store.commit(writes);
    return next;
  });
}

/** The mark comes first: it cancels the promise of a first reply, which closing alone would leave running. */
function marking({ status }: Case, reason: string): CaseFact[] {
  return [
    { type: 'case.marked-spam.v1', data: { reason } },
    ...(status === 'closed' ? [] : [statusChange(status, 'closed', `spam: ${reason}`)]),
  ];
}

/** Open before the mark goes: then whoever still waits for an answer is promised one again. */
function unmarking({ status }: Case, reason: string): CaseFact[] {
  return [
    ...(status === 'open' ? [] : [statusChange(status, 'open', `no spam: ${reason}`)]),
    { type: 'case.unmarked-spam.v1', data: { reason } },
  ];
}

function statusChange(from: Case['status'], to: Case['status'], reason: string): CaseFact {
  return { type: 'case.status-changed.v1', data: { from, to, reason } };
}
