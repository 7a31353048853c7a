import type { Actor } from '../core/case/actor.ts';
import type { Case } from '../core/case/case.ts';
import type { CaseFact } from '../core/case/case-event.ts';
import type { Message } from '../core/case/message.ts';
import { DomainError } from '../core/errors.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { agentMessage } from './agent-message.ts';
import { requireCase } from './require-case.ts';
import { requireOpenConsult } from './require-consult.ts';
import { type ChangePorts, planChange, retryOnConflict } from './unit-of-work.ts';

/**
 * An agent writes down what a department said by telephone or in the corridor: it answers the consult as its
 * mail would.
 * @throws DomainError `case.missing`, `consult.missing`, `consult.ended`, `consult.empty`
 */
export async function answerConsult(
  input: { caseId: string; consultId: string; userId: string; text: string },
  ports: ChangePorts & Pick<Ports, 'blobs'>,
): Promise<{ case: Case; message: Message }> {
  const { caseId, consultId, userId } = input;
  const text = input.text.trim();
  if (!text)
    throw new DomainError('invalid', 'consult.empty', 'text: write what the department answered.', {
      details: [{ field: 'text', message: 'empty' }],
    });
  await requireOpenConsult(caseId, consultId, ports);
  const at = toInstant(ports.clock.now());
  const note = await agentMessage({ caseId, userId, text, kind: 'note', at, subject: '' }, ports);
  const message: Message = { ...note, consultId };
  const actor: Actor = { kind: 'agent', userId };
  return retryOnConflict(async () => {
    const current = await requireCase(caseId, ports);
    const { department } = await requireOpenConsult(caseId, consultId, ports);
    const facts: CaseFact[] = [
      { type: 'note.added.v1', data: { messageId: message.id } },
      { type: 'consult.answered.v1', data: { consultId, automatic: false } },
      ...(current.status === 'on-hold' ? [reopened(current, `${department} answered`)] : []),
    ];
    const change = { current, caseId, facts: facts.map((fact) => ({ actor, fact })) };
    const { next, writes } = await planChange({ ...change, writes: [{ kind: 'message', message }] }, ports);
    await ports.store.commit(writes);
    return { case: next, message };
  });
}

/** A case that waited for an answer wants somebody to look at it now. */
export function reopened({ status }: Case, reason: string): CaseFact {
  return { type: 'case.status-changed.v1', data: { from: status, to: 'open', reason } };
}
