import type { Actor } from '../core/case/actor.ts';
import type { Case } from '../core/case/case.ts';
import type { CaseFact } from '../core/case/case-event.ts';
import type { Message } from '../core/case/message.ts';
import type { Status } from '../core/case/status.ts';
import { DomainError } from '../core/errors.ts';
import { signedMessageId } from '../core/mail/threading.ts';
import type { Page } from '../core/page/page.ts';
import { pageId } from '../core/page/page.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Write } from '../ports/case-store.ts';
import type { Ports } from '../ports/ports.ts';
import { agentMessage } from './agent-message.ts';
import { changeFacts, requireChangeable } from './change-case.ts';
import { deskAddress } from './desk-address.ts';
import { requireCase, requireNoOpenPage, requireVersion } from './require-case.ts';
import { planChange, retryOnClocks } from './unit-of-work.ts';

export interface ReplyInput {
  readonly caseId: string;
  /** The version the agent had in view: a reply is never sent over an unseen new message. */
  readonly expectedVersion: number;
  readonly userId: string;
  readonly text: string;
  /** What the case becomes; absent leaves it, but a `new` case is `open` once answered. */
  readonly status?: Status;
}

type ReplyPorts = Pick<
  Ports,
  'store' | 'blobs' | 'clock' | 'ids' | 'config' | 'signer' | 'mailDomain' | 'log'
>;

/**
 * An agent answers the requester. The mail is queued in the same transaction and leaves after it.
 * @throws DomainError `case.missing`, `case.version-conflict`, `reply.empty`, `reply.no-address`, `case.open-page`,
 * `case.merged`, `case.spam`
 */
export async function replyToCase(
  input: ReplyInput,
  ports: ReplyPorts,
): Promise<{ case: Case; message: Message }> {
  // The pager or a clock moved on meanwhile: no business of the agent's. The case's version is checked again.
  return retryOnClocks(() => tryReply(input, ports));
}

async function tryReply(input: ReplyInput, ports: ReplyPorts): Promise<{ case: Case; message: Message }> {
  const text = input.text.trim();
  if (!text) throw fieldError('reply.empty', 'text', 'write something before you send.');
  const current = await requireCase(input.caseId, ports);
  requireVersion(current, input.expectedVersion);
  if (!current.requester.address)
    throw fieldError('reply.no-address', 'requester', `${current.id} has no address to answer to.`);
  requireChangeable(current, input);
  const ends = input.status === 'solved' || input.status === 'closed';
  if (ends) requireNoOpenPage(current);
  const message = await composeReply(current, { ...input, text }, ports);
  const actor: Actor = { kind: 'agent', userId: input.userId };
  const status = input.status ?? (current.status === 'new' ? 'open' : undefined);
  const { config } = await ports.config.current();
  // The operator's command can answer too, but owns no cases.
  const takesCase = !current.assignee && config.users.some(({ id }) => id === input.userId);
  const facts: CaseFact[] = [
    {
      type: 'message.sent.v1',
      data: { messageId: message.id, to: message.to.map(({ address }) => address), automatic: false },
    },
    ...changeFacts(current, { status, ...(takesCase ? { assignee: input.userId } : {}) }, null),
  ];
  const { next, writes } = await planChange(
    {
      current,
      caseId: current.id,
      facts: facts.map((fact) => ({ actor, fact })),
      writes: [{ kind: 'message', message }, ...(await noteFirstReply(current, message.at, ports))],
      effects: [{ type: 'mail.queued', messageId: message.id }],
    },
    ports,
  );
  await ports.store.commit(writes);
  return { case: next, message };
}

async function composeReply(current: Case, input: ReplyInput, ports: ReplyPorts): Promise<Message> {
  const { config } = await ports.config.current();
  const { messages } = await ports.store.getTimeline(current.id);
  const answered = messages.findLast((message) => message.kind === 'inbound' && !message.isPrivate);
  const signature = config.mail.signature.trim();
  const text = signature ? `${input.text}\n\n-- \n${signature}` : input.text;
  const at = toInstant(ports.clock.now());
  const draft = await agentMessage(
    { caseId: current.id, userId: input.userId, text, kind: 'outbound', at, subject: replySubject(current) },
    ports,
  );
  const mac = (purpose: string, value: string) => ports.signer.mac(purpose, value);
  const domain = ports.mailDomain;
  const references = [...(answered?.references ?? []), answered?.rfcMessageId].filter((id) => id != null);
  return {
    ...draft,
    reply: input.text,
    from: deskAddress(config, ports),
    to: [current.requester],
    rawKey: `sent/${current.id}/${draft.id}.eml`,
    rfcMessageId: signedMessageId({ caseId: current.id, messageUlid: draft.id, domain, mac }),
    inReplyTo: answered?.rfcMessageId ?? null,
    references: [...new Set(references)].slice(-20),
    delivery: { state: 'queued', at, providerMessageId: null, detail: null },
  };
}

/** `Re: …` once, with the case's token for clients that drop every threading header. */
export function replySubject(current: Case): string {
  const bare = current.subject.replace(/^(\s*(re|aw|sv|rv|tr|fwd?|wg)\s*:\s*)+/i, '').trim();
  const token = `[${current.id}]`;
  return `Re: ${bare.includes(token) ? bare : `${bare} ${token}`}`;
}

async function noteFirstReply(current: Case, at: string, ports: ReplyPorts): Promise<Write[]> {
  if (current.pageCount === 0) return [];
  const page: Page | null = await ports.store.getPage(pageId(current.id, current.pageCount));
  if (!page || page.firstHumanReplyAt) return [];
  return [
    {
      kind: 'page',
      next: { ...page, version: page.version + 1, firstHumanReplyAt: at },
      expectedVersion: page.version,
    },
  ];
}

function fieldError(code: string, field: string, message: string): DomainError {
  return new DomainError('invalid', code, `${field}: ${message}`, { details: [{ field, message }] });
}
