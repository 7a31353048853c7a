import { dedupeKey } from '../core/mail/dedupe-key.ts';
import { parsePageReplyAddress, verifyMessageId } from '../core/mail/threading.ts';
import { pageIdOfAttempt } from '../core/page/attempt.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Write } from '../ports/case-store.ts';
import type { Ports } from '../ports/ports.ts';
import { findConsult } from './find-consult.ts';
import { findBouncedMessage, findThread } from './find-thread.ts';
import { intakeWrite } from './intake-write.ts';
import { planCaseMessage } from './plan-case-message.ts';
import { planConsultAnswer } from './plan-consult-answer.ts';
import { planPageAnswer } from './plan-page-answer.ts';
import type { ReadMail } from './read-mail.ts';
import type { MailPlan, ReceiveMailPorts } from './receive-mails.ts';
import { recordUndelivered, undelivered } from './record-undelivered.ts';

/** Decides what one mail becomes, from the store as it is now; nothing is written yet. */
export async function planMail(read: ReadMail, ports: ReceiveMailPorts): Promise<MailPlan> {
  const mac = (purpose: string, text: string) => ports.signer.mac(purpose, text);
  for (const recipient of read.recipients) {
    const answers = parsePageReplyAddress(recipient, mac);
    if (answers) return planPageAnswer(read, answers, ports);
  }
  const { mail } = read.received;
  if (
    mail.messageId &&
    (verifyMessageId(mail.messageId, mac) || isOwnNotice(mail.messageId, mail.from, ports))
  )
    return rejected(read, 'our own mail came back to us', ports);
  const bounced = mail.automated?.kind === 'bounce' ? await findBouncedMessage(read, ports) : null;
  if (!bounced) {
    const asked = await findConsult(read, ports);
    return asked
      ? planConsultAnswer(read, asked, ports)
      : planCaseMessage(read, await findThread(read, ports), ports);
  }
  const failed = mail.bounce?.recipients.filter(({ action }) => action === 'failed' || action === '') ?? [];
  const detail = `bounced: ${failed.map(({ address, status }) => `${address} ${status}`.trim()).join(', ')}`;
  const thread = { kind: 'append', case: bounced.case, why: 'a report about a mail of ours' } as const;
  const { caseId, messageId } = bounced;
  if (failed.length === 0) return planCaseMessage(read, thread, ports);
  if (pageIdOfAttempt(messageId) !== null) {
    await recordUndelivered({ caseId, messageId, recipients: failed, detail }, ports);
    return planCaseMessage(read, thread, ports);
  }
  return planCaseMessage(read, thread, ports, {
    facts: [{ type: 'message.undelivered.v1', data: { messageId, recipients: failed, detail } }],
    writes: [undelivered(caseId, messageId, detail, ports.clock.now())],
  });
}

/** A page, a word about one or an escalation, from ourselves: triage would see the danger in it and page again. */
function isOwnNotice(
  messageId: string,
  from: { readonly address: string },
  { mailDomain }: Pick<Ports, 'mailDomain'>,
): boolean {
  const isOurs = (text: string) => text.toLowerCase().endsWith(`@${mailDomain.toLowerCase()}`);
  return (
    /^<(page(-mail)?|escalation)\.[0-9a-z]+@/.test(messageId) &&
    isOurs(messageId.slice(0, -1)) &&
    isOurs(from.address)
  );
}

/** The same mail came before: that is recorded, and nothing else happens. */
export async function planDuplicate(
  read: ReadMail,
  ports: Pick<Ports, 'store' | 'signer' | 'clock'>,
): Promise<MailPlan> {
  const earlier = await ports.store.getDuplicate(duplicateKey(read, ports));
  const caseId = earlier?.caseId ?? null;
  const reason = `the same mail came before as ${earlier?.rawKey ?? 'a mail that is no longer known'}`;
  return {
    disposition: 'duplicate',
    caseId,
    pageId: null,
    writes: [intakeWrite(read, { disposition: 'duplicate', reason, caseId, messageId: null }, ports)],
  };
}

/**
 * Message-ID, recipient and content. The content is in it because some clients give every mail the same
 * Message-ID, and a person's second cry for help is no duplicate of the first.
 */
export function duplicateKey({ received, job }: ReadMail, { signer }: Pick<Ports, 'signer'>): string {
  const { mail, synthesizedMessageId } = received;
  const identity = dedupeKey(synthesizedMessageId, [...job.envelope.to].sort().join(','));
  const parts = [identity, mail.from.address, mail.subject, mail.text];
  return signer.mac('duplicate', JSON.stringify(parts));
}

export function dedupeWrite(read: ReadMail, caseId: string, ports: Pick<Ports, 'signer' | 'clock'>): Write {
  const at = toInstant(ports.clock.now());
  return { kind: 'dedupe', key: duplicateKey(read, ports), rawKey: read.job.rawKey, caseId, at };
}

function rejected(read: ReadMail, reason: string, ports: Pick<Ports, 'clock'>): MailPlan {
  const write = intakeWrite(read, { disposition: 'rejected', reason, caseId: null, messageId: null }, ports);
  return { disposition: 'rejected', caseId: null, pageId: null, writes: [write] };
}
