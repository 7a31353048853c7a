import { crc32, deflateSync } from 'node:zlib';
import type { Case } from '../../../core/case/case.ts';
import type { CaseFact } from '../../../core/case/case-event.ts';
import type { Message } from '../../../core/case/message.ts';
import { priorityRank } from '../../../core/case/priority.ts';
import { type Status, viewOf } from '../../../core/case/status.ts';
import { toInstant } from '../../../core/time/instant.ts';
import { actOnCase } from './act-on-case.ts';
import { answerConsults } from './answer-consults.ts';
import { caseSla, explainSla } from './answer-sla.ts';
import { type ApiRequest, type FakeDesk, nameOf } from './fake-desk.ts';
import { FakeProblem } from './fake-problem.ts';

type Known = ApiRequest & { readonly userId: string };

export function answerCases(desk: FakeDesk, request: Known): unknown {
  const [, , , id, part, messageId, leaf] = request.url.pathname.split('/');
  if (id === undefined) return list(desk, request);
  const subject = desk.stored.cases.get(id);
  if (!subject) throw new FakeProblem(404, 'case.missing', `There is no case ${id}.`);
  if (part === undefined)
    return request.method === 'PATCH' ? change(desk, subject, request) : detail(desk, subject);
  if (part === 'replies') return write(desk, subject, request, 'outbound');
  if (part === 'notes') return write(desk, subject, request, 'note');
  if (part === 'consults') return answerConsults(desk, subject, request, { consultId: messageId, act: leaf });
  if (part === 'sla') return explainSla(desk, id);
  if (part !== 'messages') return actOnCase(desk, subject, { ...request, part, clock: messageId ?? '' });
  const message = desk.stored.messagesOf(id).find((each) => each.id === messageId);
  if (!message) throw new FakeProblem(404, 'message.missing', 'There is no such message.');
  if (leaf === 'raw') return Buffer.from(`Subject: ${message.subject}\r\n\r\n${message.text}`);
  if (leaf === 'body')
    return { text: message.text, reply: message.reply, quoted: message.quoted, html: null };
  return picture();
}

function list(desk: FakeDesk, { url, userId }: Known): unknown {
  const view = url.searchParams.get('view');
  const assignee = url.searchParams.get('assignee') === 'me' ? userId : url.searchParams.get('assignee');
  const limit = Number(url.searchParams.get('limit') ?? 50);
  const from = Number(url.searchParams.get('cursor') ?? 0);
  const all = [...desk.stored.cases.values()]
    .filter((each) => (assignee ? each.assignee === assignee : viewOf(each.status) === view))
    .toSorted(
      (a, b) =>
        priorityRank(a.priority) - priorityRank(b.priority) ||
        (a.nextDueAt ?? a.createdAt).localeCompare(b.nextDueAt ?? b.createdAt) ||
        a.id.localeCompare(b.id),
    );
  const next = from + limit;
  return { items: all.slice(from, next), cursor: next < all.length ? String(next) : null };
}

function detail(desk: FakeDesk, subject: Case): unknown {
  const { stored } = desk;
  const pages = stored.pagesOf(subject.id);
  return {
    case: subject,
    events: stored.eventsOf(subject.id),
    messages: stored.messagesOf(subject.id),
    pages,
    attempts: stored.attempts.filter(({ caseId }) => caseId === subject.id),
    linked: subject.linkedCaseIds.map((id) => stored.cases.get(id)),
    sla: caseSla(desk, subject.id),
    slaLog: stored.slaLogOf(subject.id),
  };
}

function change(desk: FakeDesk, subject: Case, { body, userId }: Known): unknown {
  refuseStale(desk, subject, body);
  const reason = (body['reason'] as string | undefined) ?? null;
  const fields = [
    ['status', 'case.status-changed.v1'],
    ['priority', 'case.priority-changed.v1'],
    ['category', 'case.category-changed.v1'],
    ['assignee', 'case.assigned.v1'],
  ] as const;
  const facts = fields
    .filter(([field]) => field in body)
    .map(([field, type]) => ({ type, data: { from: subject[field], to: body[field], reason } }) as CaseFact);
  if (Array.isArray(body['tags']))
    facts.push({ type: 'case.tagged.v1', data: { tags: body['tags'] as string[] } });
  return { case: record(desk, subject.id, userId, facts) };
}

function write(desk: FakeDesk, subject: Case, { body, userId }: Known, kind: 'outbound' | 'note'): unknown {
  if (kind === 'outbound') refuseStale(desk, subject, body);
  const { stored } = desk;
  const id = stored.nextMessageId();
  const at = toInstant(desk.now());
  const message: Message = {
    caseId: subject.id,
    id,
    kind,
    at,
    author: { kind: 'agent', userId },
    from: kind === 'note' ? null : { name: nameOf(userId), address: 'help@desk.test' },
    to: kind === 'note' ? [] : [subject.requester],
    cc: [],
    subject: kind === 'note' ? '' : `Re: ${subject.subject}`,
    text: String(body['text']),
    reply: '',
    quoted: '',
    bodyKey: null,
    attachments: [],
    rawKey: null,
    rfcMessageId: null,
    inReplyTo: null,
    references: [],
    verdict: null,
    automated: null,
    isPrivate: false,
    problems: [],
    delivery: kind === 'note' ? null : { state: 'queued', at, providerMessageId: null, detail: null },
  };
  stored.addMessage(message);
  const to = body['status'] as Status | undefined;
  const facts: CaseFact[] =
    kind === 'note'
      ? [{ type: 'note.added.v1', data: { messageId: id } }]
      : [
          {
            type: 'message.sent.v1',
            data: { messageId: id, to: [subject.requester.address], automatic: false },
          },
        ];
  if (to) facts.push({ type: 'case.status-changed.v1', data: { from: subject.status, to, reason: null } });
  return { case: record(desk, subject.id, userId, facts), message };
}

export function record(desk: FakeDesk, caseId: string, userId: string, facts: readonly CaseFact[]): Case {
  const actor = { kind: 'agent', userId } as const;
  const next = desk.stored.record(
    caseId,
    desk.now(),
    facts.map((fact) => ({ actor, fact })),
  );
  desk.changed(caseId);
  return next;
}

export function refuseStale(desk: FakeDesk, subject: Case, body: Record<string, unknown>): void {
  if (body['expectedVersion'] === subject.version) return;
  const last = desk.stored.eventsOf(subject.id).at(-1);
  const who = last?.actor.kind === 'agent' ? nameOf(last.actor.userId) : 'the customer';
  throw new FakeProblem(409, 'case.version-conflict', `${subject.id} was changed by ${who}: ${last?.type}.`);
}

/** A PNG of a sunset, drawn here: 64 x 40, eight-bit RGB. */
function picture(): Buffer {
  const [width, height] = [64, 40];
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (1 + width * 3) + 1 + x * 3;
      const sun = (x - 40) ** 2 + (y - 22) ** 2 < 60;
      rows.set(sun ? [255, 220, 120] : y > 26 ? [20, 50 + x, 90] : [230 - y * 4, 120 + y, 90 + y * 2], at);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
