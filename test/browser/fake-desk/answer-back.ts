import type { MailAddress } from '../../../core/case/case.ts';
import { toInstant } from '../../../core/time/instant.ts';
import type { StoredDesk } from './stored-desk.ts';

/** An agent answers the customer at `atMs`. */
export function answerBack(
  desk: StoredDesk,
  caseId: string,
  atMs: number,
  answer: { readonly userId: string; readonly to: MailAddress; readonly text: string },
): void {
  const { userId, to, text } = answer;
  const actor = { kind: 'agent', userId } as const;
  const id = desk.nextMessageId();
  const at = toInstant(atMs);
  desk.addMessage({
    caseId,
    id,
    kind: 'outbound',
    at,
    author: actor,
    from: { name: 'Harbor Auctions', address: 'help@desk.test' },
    to: [to],
    cc: [],
    subject: 'Re: your message',
    text,
    reply: '',
    quoted: '',
    bodyKey: null,
    attachments: [],
    rawKey: `raw/${id}`,
    rfcMessageId: `<${id}@desk.test>`,
    inReplyTo: null,
    references: [],
    verdict: null,
    automated: null,
    isPrivate: false,
    problems: [],
    delivery: { state: 'sent', at, providerMessageId: `ses-${id}`, detail: null },
  });
  desk.record(caseId, atMs, [
    { actor, fact: { type: 'message.sent.v1', data: { messageId: id, to: [to.address], automatic: false } } },
  ]);
}
