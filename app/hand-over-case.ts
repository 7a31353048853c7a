import type { Actor } from '../core/case/actor.ts';
import type { Case } from '../core/case/case.ts';
import type { CaseFact } from '../core/case/case-event.ts';
import { requireUnmerged } from '../core/case/merge.ts';
import { viewOf } from '../core/case/status.ts';
import type { DeskConfig } from '../core/config/desk-config.ts';
import { DomainError } from '../core/errors.ts';
import { didYouMean } from '../core/validation/did-you-mean.ts';
import { requireCase } from './require-case.ts';
import { type ChangePorts, planChange, retryOnConflict } from './unit-of-work.ts';

/**
 * A case goes from hand to hand, with a note for the one who has it now.
 * @throws DomainError `case.missing`, `case.merged`, `handover.unknown-user`, `handover.note-needed`,
 * `handover.same-user`, `handover.case-over`
 */
export async function handOverCase(
  input: { caseId: string; userId: string; to: string; note: string },
  ports: ChangePorts,
): Promise<Case> {
  const note = input.note.trim();
  if (!note) throw refusal('invalid', 'note-needed', 'note', 'say what the next person must know');
  requireWorker(input.to, (await ports.config.current()).config);
  return retryOnConflict(async () => {
    const current = await requireCase(input.caseId, ports);
    requireUnmerged(current);
    const { id, status, assignee } = current;
    if (viewOf(status) === 'done')
      throw refusal(
        'conflict',
        'case-over',
        'status',
        `${id} is ${status}: reopen it before you hand it over`,
      );
    if (assignee === input.to)
      throw refusal('conflict', 'same-user', 'to', `${input.to} has ${id} already; name somebody else`);
    const facts: CaseFact[] = [
      { type: 'case.handed-over.v1', data: { from: assignee ?? input.userId, to: input.to, note } },
      { type: 'case.assigned.v1', data: { from: assignee, to: input.to, reason: 'handed over' } },
    ];
    const actor: Actor = { kind: 'agent', userId: input.userId };
    const change = { current, caseId: id, facts: facts.map((fact) => ({ actor, fact })) };
    const { next, writes } = await planChange(change, ports);
    await ports.store.commit(writes);
    return next;
  });
}

function requireWorker(to: string, { users }: Pick<DeskConfig, 'users'>): void {
  const user = users.find(({ id }) => id === to);
  const known = users.map(({ id }) => id);
  if (!user)
    throw refusal('invalid', 'unknown-user', 'to', `there is no user "${to}"${didYouMean(to, known)}`);
  if (user.roles.every((role) => role === 'auditor'))
    throw refusal('invalid', 'unknown-user', 'to', `${to} only reads cases; name somebody who works on them`);
}

function refusal(kind: 'invalid' | 'conflict', code: string, field: string, message: string): DomainError {
  return new DomainError(kind, `handover.${code}`, `${field}: ${message}.`, {
    details: [{ field, message }],
  });
}
