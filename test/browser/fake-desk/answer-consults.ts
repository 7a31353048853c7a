import type { Case } from '../../../core/case/case.ts';
import type { CaseFact } from '../../../core/case/case-event.ts';
import type { Message } from '../../../core/case/message.ts';
import { viewOf } from '../../../core/case/status.ts';
import { consultsOf } from '../../../core/consult/consult.ts';
import { toInstant } from '../../../core/time/instant.ts';
import { record } from './answer-cases.ts';
import { promisesOf } from './answer-promises.ts';
import { type ApiRequest, type FakeDesk, nameOf } from './fake-desk.ts';
import { FakeProblem } from './fake-problem.ts';

type Known = ApiRequest & { readonly userId: string };

const unsaid = {
  cc: [],
  reply: '',
  quoted: '',
  bodyKey: null,
  attachments: [],
  inReplyTo: null,
  references: [],
  verdict: null,
  automated: null,
  isPrivate: true,
  problems: [],
} as const;

/** `POST /api/cases/{id}/consults`, `…/{consultId}/answer` and `…/{consultId}/withdraw`. */
export function answerConsults(
  desk: FakeDesk,
  subject: Case,
  { body, userId }: Known,
  { consultId, act }: { consultId: string | undefined; act: string | undefined },
): unknown {
  if (consultId === undefined) return ask(desk, subject, body, userId);
  const consult = consultsOf(desk.stored.eventsOf(subject.id)).find(({ id }) => id === consultId);
  if (!consult) throw new FakeProblem(404, 'consult.missing', `${subject.id} has no consult ${consultId}.`);
  if (consult.state !== 'open')
    throw new FakeProblem(409, 'consult.ended', `That question was ${consult.state} at ${consult.endedAt}.`);
  if (act === 'withdraw') {
    const data = { consultId, reason: String(body['reason']) };
    return { case: record(desk, subject.id, userId, [{ type: 'consult.withdrawn.v1', data }]) };
  }
  const message: Message = {
    ...unsaid,
    caseId: subject.id,
    id: desk.stored.nextMessageId(),
    kind: 'note',
    at: toInstant(desk.now()),
    author: { kind: 'agent', userId },
    from: null,
    to: [],
    subject: '',
    text: String(body['text']),
    rawKey: null,
    rfcMessageId: null,
    isPrivate: false,
    delivery: null,
    consultId,
  };
  desk.stored.addMessage(message);
  return { case: record(desk, subject.id, userId, answerFacts(subject, message, false)), message };
}

function ask(desk: FakeDesk, subject: Case, body: Record<string, unknown>, userId: string): unknown {
  const { departments } = promisesOf(desk).current.promises;
  const department = departments[String(body['department'])];
  if (!department)
    throw new FakeProblem(
      400,
      'consult.unknown-department',
      `department: there is no department "${String(body['department'])}".`,
    );
  if (viewOf(subject.status) === 'done')
    throw new FakeProblem(409, 'consult.case-over', `status: ${subject.id} is ${subject.status}.`);
  const id = desk.stored.nextMessageId();
  const at = toInstant(desk.now());
  const message: Message = {
    ...unsaid,
    caseId: subject.id,
    id,
    kind: 'outbound',
    at,
    author: { kind: 'agent', userId },
    from: { name: nameOf(userId), address: 'help@desk.test' },
    to: [{ name: department.name, address: department.email }],
    subject: `Question about case ${subject.id}`,
    text: String(body['text']),
    rawKey: `sent/${id}`,
    rfcMessageId: `<${id}@desk.test>`,
    delivery: { state: 'sent', at, providerMessageId: null, detail: null },
    consultId: id,
  };
  desk.stored.addMessage(message);
  const facts: CaseFact[] = [
    {
      type: 'consult.sent.v1',
      data: {
        consultId: id,
        department: String(body['department']),
        calendar: department.calendar ?? null,
        minutes: department.answerMinutes ?? null,
      },
    },
  ];
  if (body['hold'] === true)
    facts.push({
      type: 'case.status-changed.v1',
      data: { from: subject.status, to: 'on-hold', reason: `waits for ${department.name}` },
    });
  return { case: record(desk, subject.id, userId, facts), message };
}

/** A mail of a department comes to the address of its question. */
export function departmentWrites(
  desk: FakeDesk,
  caseId: string,
  mail: { consultId: string; text: string; from: Message['from']; automated?: Message['automated'] },
): void {
  const subject = desk.stored.cases.get(caseId);
  const consult = consultsOf(desk.stored.eventsOf(caseId)).find(({ id }) => id === mail.consultId);
  if (!subject || !consult) throw new Error(`fixture: ${caseId} has no question ${mail.consultId}`);
  const id = desk.stored.nextMessageId();
  const author = { kind: 'system', name: `department ${consult.department}` } as const;
  const message: Message = {
    ...unsaid,
    caseId,
    id,
    kind: 'note',
    at: toInstant(desk.now()),
    author,
    from: mail.from,
    to: [{ name: '', address: `consult+${caseId.toLowerCase()}.${mail.consultId}.mac@desk.test` }],
    subject: `Re: Question about case ${caseId}`,
    text: mail.text,
    rawKey: `raw/${id}`,
    rfcMessageId: `<${id}@corp.test>`,
    automated: mail.automated ?? null,
    delivery: null,
    consultId: mail.consultId,
  };
  desk.stored.addMessage(message);
  const facts = answerFacts(subject, message, message.automated !== null);
  desk.stored.record(
    caseId,
    desk.now(),
    facts.map((fact) => ({ actor: author, fact })),
  );
  desk.changed(caseId);
}

function answerFacts(subject: Case, { id, consultId = '' }: Message, automatic: boolean): CaseFact[] {
  const facts: CaseFact[] = [
    { type: 'note.added.v1', data: { messageId: id } },
    { type: 'consult.answered.v1', data: { consultId, automatic } },
  ];
  if (subject.status === 'on-hold' && !automatic)
    facts.push({
      type: 'case.status-changed.v1',
      data: { from: 'on-hold', to: 'open', reason: 'the department answered' },
    });
  return facts;
}
