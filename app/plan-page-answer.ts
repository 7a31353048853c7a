import type { Actor } from '../core/case/actor.ts';
import type { Message } from '../core/case/message.ts';
import type { OutboxEffect } from '../core/outbox/outbox-item.ts';
import { caseIdOfPage } from '../core/page/page.ts';
import { readPageAnswer } from '../core/page/read-page-answer.ts';
import { toInstant } from '../core/time/instant.ts';
import { acknowledgePage } from './acknowledge-page.ts';
import { agentMessage } from './agent-message.ts';
import { intakeWrite } from './intake-write.ts';
import { dedupeWrite } from './plan-mail.ts';
import type { ReadMail } from './read-mail.ts';
import type { MailPlan, ReceiveMailPorts } from './receive-mails.ts';
import { requireCase } from './require-case.ts';
import { planChange } from './unit-of-work.ts';

/**
 * Somebody on call answered a page by mail. It acknowledges only when the person the page was sent to says so
 * in words; an out-of-office or a stranger with the address never does. The answer is kept as a note.
 */
export async function planPageAnswer(
  read: ReadMail,
  { pageId, userId }: { pageId: string; userId: string },
  ports: ReceiveMailPorts,
): Promise<MailPlan> {
  const caseId = caseIdOfPage(pageId) ?? '';
  const outcome = await answerPage(read, { pageId, userId }, ports);
  const current = await requireCase(caseId, ports);
  const message = await answerNote(read, { caseId, userId }, ports);
  const sender = read.received.mail.from.address;
  const effects: OutboxEffect[] =
    outcome.tell && sender
      ? [{ type: 'page-mail.queued', to: sender, subject: `Re: ${pageId}`, text: outcome.tell, pageId }]
      : [];
  const { writes } = await planChange(
    {
      current,
      caseId,
      facts: [{ actor: message.author, fact: { type: 'note.added.v1', data: { messageId: message.id } } }],
      writes: [
        { kind: 'message', message },
        dedupeWrite(read, caseId, ports),
        intakeWrite(
          read,
          { disposition: 'threaded', reason: outcome.reason, caseId, messageId: message.id },
          ports,
        ),
      ],
      effects,
    },
    ports,
  );
  return { disposition: 'threaded', caseId, pageId: null, writes };
}

interface Answered {
  readonly reason: string;
  /** What the sender is told; null to a machine. */
  readonly tell: string | null;
}

async function answerPage(
  { received, job }: ReadMail,
  { pageId, userId }: { pageId: string; userId: string },
  ports: ReceiveMailPorts,
): Promise<Answered> {
  const { mail } = received;
  if (mail.automated) return { reason: `answer to page ${pageId} from a machine: no ack`, tell: null };
  const { config } = await ports.config.current();
  const user = config.users.find(({ id }) => id === userId);
  const theirs = [
    user?.email,
    ...(user?.contacts ?? []).map((contact) => 'address' in contact && contact.address),
  ];
  const isTheirs = theirs.some(
    (address) => address && address.toLowerCase() === mail.from.address.toLowerCase(),
  );
  if (!isTheirs || job.verdicts?.dmarc === 'FAIL')
    return {
      reason: `answer to page ${pageId} from an address that is not ${userId}'s: no ack`,
      tell: `Page ${pageId} is NOT acknowledged: this address is not one that the page was sent to. Use the console.`,
    };
  // Never the quoted page itself: its words are ours.
  const answer = readPageAnswer(mail.reply.trim() || mail.subject);
  if (answer !== 'acknowledge')
    return {
      reason: `answer to page ${pageId} did not say that ${userId} takes it: no ack`,
      tell:
        answer === 'decline'
          ? `Understood. Page ${pageId} is not acknowledged and goes on to the next person.`
          : `Page ${pageId} is NOT acknowledged: I could not tell whether you take it. Answer with the word ACK.`,
    };
  const ack = await acknowledgePage({ pageId, userId, via: 'email-reply' }, ports);
  if (ack.outcome === 'acknowledged')
    return {
      reason: `acknowledged page ${pageId}`,
      tell: `You have acknowledged page ${pageId}. The case is yours.`,
    };
  const verb = ack.outcome === 'cancelled' ? 'cancelled' : 'acknowledged';
  return {
    reason: `page ${pageId} had been ${verb} by ${ack.userId}`,
    tell: `Page ${pageId} was already ${verb} by ${ack.userId} at ${ack.at}.`,
  };
}

async function answerNote(
  read: ReadMail,
  { caseId, userId }: { caseId: string; userId: string },
  ports: ReceiveMailPorts,
): Promise<Message> {
  const { mail, problems } = read.received;
  const at = toInstant(ports.clock.now());
  const text = mail.reply || mail.text;
  const note = await agentMessage({ caseId, userId, text, kind: 'note', at, subject: mail.subject }, ports);
  // Whose words they are is only proven by the address; a machine's are nobody's.
  const author: Actor = mail.automated ? { kind: 'system', name: 'automatic answer to a page' } : note.author;
  return { ...note, author, from: mail.from, rawKey: read.job.rawKey, problems, automated: mail.automated };
}
