import type { Actor } from '../core/case/actor.ts';
import type { CaseFact } from '../core/case/case-event.ts';
import type { Message } from '../core/case/message.ts';
import { takeVerdict } from '../core/case/take-verdict.ts';
import type { Write } from '../ports/case-store.ts';
import { reopened } from './answer-consult.ts';
import type { FoundConsult } from './find-consult.ts';
import { inboundMessage } from './inbound-message.ts';
import { intakeWrite } from './intake-write.ts';
import { pageFact, planCaseMessage, planPage, senderOf, triage } from './plan-case-message.ts';
import { dedupeWrite } from './plan-mail.ts';
import type { ReadMail } from './read-mail.ts';
import type { MailPlan, ReceiveMailPorts } from './receive-mails.ts';
import { planChange } from './unit-of-work.ts';

/**
 * A department answered: its mail becomes a note that the customer never sees, and keeps the department's promise
 * if a person wrote it. Somebody else who has the address is let in as a private, flagged message; an answer about
 * a closed case opens a new one linked to it. Whoever it is from, danger in it pages.
 */
export async function planConsultAnswer(
  read: ReadMail,
  found: FoundConsult,
  ports: ReceiveMailPorts,
): Promise<MailPlan> {
  const { consult, isDepartment, name, case: current } = found;
  const asked = `came to the address of question ${consult.id} to ${name}`;
  const isClosed = current.status === 'closed';
  if (!isDepartment) {
    const why = `${asked}, but the sender does not speak for ${name}`;
    const kind = isClosed ? 'new-linked-case' : 'append-private-flagged';
    return planCaseMessage(read, { kind, case: current, why }, ports);
  }
  const sender: Actor = { kind: 'system', name: `department ${consult.department}` };
  const answer: CaseFact = {
    type: 'consult.answered.v1',
    data: { consultId: consult.id, automatic: isAutomatic(read) },
  };
  const isAskedElsewhere = isClosed || found.asked.id !== current.id;
  const elsewhere: readonly Write[] =
    isAskedElsewhere && consult.state === 'open' ? await answerOnly(found, sender, answer, ports) : [];
  if (isClosed) {
    const why = `${asked}, and the case is closed`;
    return planCaseMessage(read, { kind: 'new-linked-case', case: current, why }, ports, {
      facts: [],
      writes: elsewhere,
    });
  }
  const isAnswer = !isAskedElsewhere && consult.state === 'open';
  return planNote(read, { ...found, sender, why: asked, answer: isAnswer ? answer : null }, ports, elsewhere);
}

/** A mail that a program sent may carry a person's words, but is no proof that a person answered. */
function isAutomatic({ received }: ReadMail): boolean {
  const { automated } = received.mail;
  return automated !== null && automated.kind !== 'list';
}

/** The promise is kept where it was made: a merge moves what is said, not the question. */
async function answerOnly(
  { asked }: FoundConsult,
  actor: Actor,
  fact: CaseFact,
  ports: ReceiveMailPorts,
): Promise<readonly Write[]> {
  const change = { current: asked, caseId: asked.id, facts: [{ actor, fact }] };
  return (await planChange(change, ports)).writes;
}

async function planNote(
  read: ReadMail,
  input: FoundConsult & { sender: Actor; why: string; answer: CaseFact | null },
  ports: ReceiveMailPorts,
  elsewhere: readonly Write[],
): Promise<MailPlan> {
  const { case: current, consult, name } = input;
  const caseId = current.id;
  const received = await inboundMessage(read, { caseId, isPrivate: true }, ports);
  const message: Message = { ...received, kind: 'note', author: input.sender, consultId: consult.id };
  const sender = senderOf(read);
  const assessed = takeVerdict(current, { messageId: message.id, sender, ...read.assessment });
  const page = await planPage(read, { current, caseId, assessed, sender }, ports);
  const waits = current.status === 'on-hold' || current.status === 'solved';
  const facts = [
    { actor: input.sender, fact: { type: 'note.added.v1', data: { messageId: message.id } } as const },
    { actor: triage, fact: assessed },
    ...(input.answer ? [{ actor: input.sender, fact: input.answer }] : []),
    ...(waits && sender !== 'machine'
      ? [{ actor: input.sender, fact: reopened(current, `${name} answered`) }]
      : []),
    ...(page ? [{ actor: triage, fact: pageFact(page) }] : []),
  ];
  const { writes } = await planChange(
    {
      current,
      caseId,
      facts,
      effects: page ? [{ type: 'page.opened', pageId: page.id }] : [],
      writes: [
        { kind: 'message', message },
        ...(page ? [{ kind: 'page', next: page, expectedVersion: null } as const] : []),
        ...elsewhere,
        dedupeWrite(read, caseId, ports),
        intakeWrite(
          read,
          { disposition: 'threaded', reason: input.why, caseId, messageId: message.id },
          ports,
        ),
      ],
    },
    ports,
  );
  return { disposition: 'threaded', caseId, pageId: page?.id ?? null, writes };
}
