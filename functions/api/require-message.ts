import type { Message } from '../../core/case/message.ts';
import { DomainError } from '../../core/errors.ts';
import type { CaseStore } from '../../ports/case-store.ts';

/** @throws DomainError `message.missing` */
export async function requireMessage(
  { caseId, messageId }: { caseId: string; messageId: string },
  store: CaseStore,
): Promise<Message> {
  const message = await store.getMessage(caseId, messageId);
  if (message) return message;
  throw new DomainError('missing', 'message.missing', `${caseId} has no message ${messageId}.`);
}
