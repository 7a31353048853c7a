import type { Actor } from '../core/case/actor.ts';
import { noticeOfKey } from '../core/escalation/notice-key.ts';
import { pageIdOfAttempt } from '../core/page/attempt.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Write } from '../ports/case-store.ts';
import { recordUndeliveredNotice } from './record-undelivered-notice.ts';
import { requireCase } from './require-case.ts';
import { type ChangePorts, planChange, retryOnConflict } from './unit-of-work.ts';

export interface UndeliveredInput {
  readonly caseId: string;
  readonly messageId: string | null;
  readonly recipients: readonly { address: string; status: string }[];
  readonly detail: string;
}

/**
 * A mail of ours did not arrive, and nobody must believe it was read. A message says so and flags its case; of a
 * page mail (`messageId` is the key of an attempt) the attempt has failed; of an escalation its log says so.
 */
export async function recordUndelivered(input: UndeliveredInput, ports: ChangePorts): Promise<void> {
  const notice = input.messageId === null ? null : noticeOfKey(input.messageId);
  if (notice !== null) {
    const { caseId, escalationId, userId, department, contactId } = notice;
    const told = { userId, department, contactId, channel: 'email', why: 'told by mail' };
    return recordUndeliveredNotice({ caseId, escalationId, notice: told, error: input.detail }, ports);
  }
  const pageId = input.messageId === null ? null : pageIdOfAttempt(input.messageId);
  if (pageId !== null && input.messageId !== null)
    return ports.store.updateAttempt(pageId, input.messageId, {
      failedAt: toInstant(ports.clock.now()),
      error: input.detail,
    });
  await retryOnConflict(async () => {
    const current = await requireCase(input.caseId, ports);
    const { caseId, messageId, recipients, detail } = input;
    const actor: Actor = { kind: 'system', name: 'mail delivery' };
    const { writes } = await planChange(
      {
        current,
        caseId,
        facts: [{ actor, fact: { type: 'message.undelivered.v1', data: { messageId, recipients, detail } } }],
        writes: messageId ? [undelivered(caseId, messageId, detail, ports.clock.now())] : [],
      },
      ports,
    );
    await ports.store.commit(writes);
  });
}

export function undelivered(caseId: string, messageId: string, detail: string, nowMs: number): Write {
  const delivery = { state: 'undelivered', at: toInstant(nowMs), providerMessageId: null, detail } as const;
  return { kind: 'delivery', caseId, messageId, delivery };
}
