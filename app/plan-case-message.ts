import type { Actor } from '../core/case/actor.ts';
import type { Case, CaseFlag } from '../core/case/case.ts';
import type { CaseFact } from '../core/case/case-event.ts';
import type { Message } from '../core/case/message.ts';
import { type Sender, takeVerdict } from '../core/case/take-verdict.ts';
import type { Disposition } from '../core/intake/intake.ts';
import { answersItself } from '../core/mail/answers-itself.ts';
import type { OutboxEffect } from '../core/outbox/outbox-item.ts';
import { openPage, shouldPage } from '../core/page/open-page.ts';
import { type Page, pageId } from '../core/page/page.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Write } from '../ports/case-store.ts';
import { emergencyPolicy } from './emergency-policy.ts';
import type { Thread } from './find-thread.ts';
import { inboundMessage } from './inbound-message.ts';
import { intakeWrite } from './intake-write.ts';
import { planAutoAcknowledgement } from './plan-auto-acknowledgement.ts';
import { dedupeWrite } from './plan-mail.ts';
import type { ReadMail } from './read-mail.ts';
import type { MailPlan, ReceiveMailPorts } from './receive-mails.ts';
import { planChange } from './unit-of-work.ts';

export interface ExtraChange {
  readonly facts: readonly CaseFact[];
  readonly writes: readonly Write[];
}

export const triage: Actor = { kind: 'system', name: 'triage' };

/** A mail becomes a message: of the case it belongs to, or of a new one. */
export async function planCaseMessage(
  read: ReadMail,
  thread: Thread,
  ports: ReceiveMailPorts,
  extra: ExtraChange = { facts: [], writes: [] },
): Promise<MailPlan> {
  const isAppended = thread.kind === 'append' || thread.kind === 'append-private-flagged';
  const current = isAppended ? thread.case : null;
  const caseId = current?.id ?? ports.ids.caseId();
  const isPrivate = thread.kind === 'append-private-flagged';
  const message = await inboundMessage(read, { caseId, isPrivate }, ports);
  const sender = senderOf(read);
  const author: Actor = { kind: 'customer', address: message.from?.address ?? '' };
  const assessed = takeVerdict(current, { messageId: message.id, sender, ...read.assessment });
  const page = await planPage(read, { current, caseId, assessed, sender }, ports);
  const acknowledgement = current
    ? null
    : await tryAcknowledgement(read, { caseId, message, assessed }, ports);
  const facts = [
    ...(current ? [] : [{ actor: author, fact: creation(read, thread, message, ports) }]),
    { actor: author, fact: receipt(read, message, thread.why) },
    { actor: triage, fact: assessed },
    ...reopening(current, sender, isPrivate).map((fact) => ({ actor: author, fact })),
    ...extra.facts.map((fact) => ({ actor: { kind: 'system', name: 'mail delivery' } as Actor, fact })),
    ...(page ? [{ actor: triage, fact: pageFact(page) }] : []),
    ...(acknowledgement ? [acknowledgement.fact] : []),
  ];
  const isQuarantined = message.attachments.some(({ state }) => state === 'quarantined') && isInfected(read);
  const disposition: Disposition = isQuarantined ? 'quarantined' : current ? 'threaded' : 'new-case';
  const effects: OutboxEffect[] = [
    ...(page ? [{ type: 'page.opened', pageId: page.id } as const] : []),
    ...(acknowledgement ? [{ type: 'mail.queued', messageId: acknowledgement.message.id } as const] : []),
  ];
  const { writes } = await planChange(
    {
      current,
      caseId,
      facts,
      effects,
      writes: [
        { kind: 'message', message },
        ...threadKeys(read, message),
        ...(acknowledgement ? [{ kind: 'message', message: acknowledgement.message } as const] : []),
        ...(page ? [{ kind: 'page', next: page, expectedVersion: null } as const] : []),
        ...extra.writes,
        dedupeWrite(read, caseId, ports),
        intakeWrite(read, { disposition, reason: thread.why, caseId, messageId: message.id }, ports),
      ],
    },
    ports,
  );
  return { disposition, caseId, pageId: page?.id ?? null, writes };
}

/** Courtesy must never stand in the way of the message itself. */
async function tryAcknowledgement(
  ...args: Parameters<typeof planAutoAcknowledgement>
): ReturnType<typeof planAutoAcknowledgement> {
  try {
    return await planAutoAcknowledgement(...args);
  } catch (error) {
    args[2].log.warn('no acknowledgement was sent', { error });
    return null;
  }
}

/** Who wrote it, as far as it bears on urgency. */
export function senderOf({ received }: ReadMail): Sender {
  const { automated } = received.mail;
  if (!automated) return 'person';
  return answersItself(automated) ? 'machine' : 'list';
}

function isInfected({ job }: ReadMail): boolean {
  return job.verdicts?.virus === 'FAIL';
}

function creation(
  { received, recipients }: ReadMail,
  thread: Thread,
  message: Message,
  { mailDomain }: Pick<ReceiveMailPorts, 'mailDomain'>,
): CaseFact {
  const requester = message.from ?? { address: '', name: '' };
  const others = [...received.mail.to, ...received.mail.cc].map(({ address }) => address.toLowerCase());
  const isOurs = (address: string) =>
    address.endsWith(`@${mailDomain}`) || recipients.slice(0, 1).includes(address);
  const participants = [requester.address.toLowerCase(), ...others.filter((address) => !isOurs(address))];
  return {
    type: 'case.created.v1',
    data: {
      subject: message.subject || '(no subject)',
      requester,
      participants: [...new Set(participants.filter(Boolean))].slice(0, 100),
      channel: 'email',
      linkedCaseIds: thread.case ? [thread.case.id] : [],
      linkedWhy: thread.case ? thread.why : null,
    },
  };
}

function receipt({ received, job }: ReadMail, message: Message, why: string): CaseFact {
  const flags: CaseFlag[] = [];
  if (job.verdicts?.dmarc === 'FAIL') flags.push('untrusted-sender');
  if (received.problems.length > 0 && !received.mail.text.trim()) flags.push('unparseable');
  return {
    type: 'message.received.v1',
    data: {
      messageId: message.id,
      from: message.from ?? { address: '', name: '' },
      automated: message.automated?.kind ?? null,
      isPrivate: message.isPrivate,
      flags,
      why,
    },
  };
}

/** A person's answer brings a waiting or solved case back; a machine's or a stranger's does not. */
function reopening(current: Case | null, sender: Sender, isPrivate: boolean): CaseFact[] {
  if (!current || sender === 'machine' || isPrivate) return [];
  const { status } = current;
  if (status === 'new' || status === 'open' || status === 'closed') return [];
  return [
    { type: 'case.status-changed.v1', data: { from: status, to: 'open', reason: 'the customer answered' } },
  ];
}

/** The page that a mail opens by what it says; null when it opens none. */
export async function planPage(
  read: ReadMail,
  subject: { current: Case | null; caseId: string; assessed: ReturnType<typeof takeVerdict>; sender: Sender },
  ports: ReceiveMailPorts,
): Promise<Page | null> {
  const { current, caseId, sender } = subject;
  const { verdict } = read.assessment;
  if (!verdict.emergency || sender === 'machine') return null;
  const count = current?.pageCount ?? 0;
  const last = count > 0 ? await ports.store.getPage(pageId(caseId, count)) : null;
  const nowMs = ports.clock.now();
  if (!shouldPage(current, last, nowMs)) return null;
  return openPage({
    caseId,
    number: count + 1,
    category: verdict.category,
    why: verdict.why,
    receivedAt: toInstant(read.job.receivedAt),
    detectedAt: toInstant(read.detectedAt),
    openedAt: toInstant(nowMs),
    policy: emergencyPolicy(await ports.config.current()),
  });
}

export function pageFact(page: Page): CaseFact {
  return { type: 'page.opened.v1', data: { pageId: page.id, why: page.why } };
}

function threadKeys({ received }: ReadMail, message: Message): Write[] {
  const rfcMessageId = received.mail.messageId;
  if (!rfcMessageId) return [];
  return [{ kind: 'thread-key', rfcMessageId, caseId: message.caseId, messageId: message.id }];
}
