import type { Case } from '../core/case/case.ts';
import type { Message } from '../core/case/message.ts';
import { DomainError } from '../core/errors.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { agentMessage } from './agent-message.ts';
import { requireCase } from './require-case.ts';
import { type ChangePorts, planChange, retryOnConflict } from './unit-of-work.ts';

/**
 * An internal note: only agents see it. It never conflicts, for it answers nobody.
 * @throws DomainError `case.missing`, `note.empty`
 */
export async function addNote(
  input: { caseId: string; userId: string; text: string },
  ports: ChangePorts & Pick<Ports, 'blobs'>,
): Promise<{ case: Case; message: Message }> {
  const text = input.text.trim();
  if (!text)
    throw new DomainError('invalid', 'note.empty', 'text: write something before you save the note.', {
      details: [{ field: 'text', message: 'empty' }],
    });
  const message = await agentMessage(
    { ...input, text, kind: 'note', at: toInstant(ports.clock.now()), subject: '' },
    ports,
  );
  return retryOnConflict(async () => {
    const current = await requireCase(input.caseId, ports);
    const fact = { type: 'note.added.v1', data: { messageId: message.id } } as const;
    const { next, writes } = await planChange(
      {
        current,
        caseId: current.id,
        facts: [{ actor: message.author, fact }],
        writes: [{ kind: 'message', message }],
      },
      ports,
    );
    await ports.store.commit(writes);
    return { case: next, message };
  });
}
