import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Case } from '../../core/case/case.ts';
import type { Message } from '../../core/case/message.ts';
import { clockOf } from './clocks-of.ts';
import { type Agent, DeskBed, type MailToSend, type Problem } from './desk-bed.ts';
import { inEveningHours } from './evening-hours.ts';

let desk: DeskBed;
let ana: Agent;
beforeEach(async () => {
  desk = await DeskBed.start(inEveningHours);
  ana = await desk.signIn('ana');
});
afterEach(async () => {
  await desk[Symbol.asyncDispose]();
});

const kim = 'kim.private@customer.example';
const payments = 'payments@corp.example';

async function newCase(subject = 'My refund to kim.private@customer.example'): Promise<Case> {
  await desk.mail({ from: kim, subject, text: 'Where is it?', messageId: '<q@customer.example>' });
  return (await ana.caseOf(kim)).case;
}
async function ask(caseId: string, hold = false): Promise<{ id: string; address: string; message: Message }> {
  const body = { department: 'payments', text: 'Was refund 4711 sent?', hold };
  const sent = await ana.post<{ message: Message }>(`/cases/${caseId}/consults`, body);
  expect(sent.status).toBe(201);
  const { message } = sent.body;
  return { id: message.consultId ?? '', address: await replyTo(payments), message };
}
async function replyTo(mailbox: string): Promise<string> {
  const raw = Buffer.from((await desk.rawMailbox(mailbox)).at(-1) ?? []).toString('latin1');
  return /^reply-to:\s*<?([^>\s]+)/im.exec(raw)?.[1] ?? '';
}
const answer = (to: string, more: MailToSend = {}) =>
  desk.mail({ from: payments, to, subject: 'Re: Question', text: 'Yes, on Monday.', ...more });
const department = (caseId: string) => clockOf(desk, caseId, 'department');

test('a department is asked by mail that names the case and nobody', async () => {
  const { id } = await newCase();
  const { message, address } = await ask(id);
  const [mail, ...more] = await desk.mailbox(payments);
  expect(more).toEqual([]);
  expect(mail?.mail).toMatchObject({ subject: `Question about case ${id}` });
  expect(mail?.mail.text.trim()).toBe('Was refund 4711 sent?');
  const raw = Buffer.from((await desk.rawMailbox(payments))[0] ?? []).toString('latin1');
  expect(raw).not.toMatch(/kim|refund to/i);
  expect(address).toMatch(
    new RegExp(`^consult\\+${id.toLowerCase()}\\.[0-9a-z]{26}\\.[0-9a-z]{16}@desk\\.example$`),
  );
  expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
  expect(message).toMatchObject({ kind: 'outbound', to: [{ address: payments }], author: { userId: 'ana' } });
  // The desk has acknowledged the customer's mail, and that is all the customer has.
  expect(await desk.mailbox(kim)).toHaveLength(1);
});

test('a question keeps no promise to the customer, and begins the one of the department in its own hours', async () => {
  const { id } = await newCase();
  const asked = await ask(id);
  expect(await clockOf(desk, id, 'first-reply')).toMatchObject({ state: 'running' });
  expect((await ana.case(id)).case.unansweredSince).toBe('2026-11-20T18:00:00.000Z');
  // Four hours of payments' two an evening: Friday and Saturday 20:00-22:00.
  expect(await department(id)).toMatchObject({
    state: 'running',
    subject: asked.id,
    startedAt: '2026-11-20T18:00:00.000Z',
    dueAt: '2026-11-21T22:00:00.000Z',
    promise: { calendar: 'payments', targetMinutes: 240 },
  });
});

test('while the case is on hold the time of the agent does not count; the answer ends both, as a note of nobody else', async () => {
  const { id } = await newCase();
  await desk.fastForward('1h');
  const { address, id: consultId } = await ask(id, true);
  expect((await ana.case(id)).case.status).toBe('on-hold');
  const paused = await clockOf(desk, id, 'agent-work');
  expect(paused).toMatchObject({ state: 'paused', elapsedMs: 3_600_000 });
  await desk.fastForward('2h'); // 21:00
  await answer(address);

  const view = await ana.case(id);
  expect(view.case).toMatchObject({ status: 'open', flags: [], participants: [kim] });
  expect(view.messages.at(-1)).toMatchObject({
    kind: 'note',
    isPrivate: true,
    consultId,
    from: { address: payments },
    author: { kind: 'system', name: 'department payments' },
  });
  expect(await department(id)).toMatchObject({ state: 'met', endedAt: '2026-11-20T21:00:00.000Z' });
  expect(await clockOf(desk, id, 'agent-work')).toMatchObject({ state: 'running', elapsedMs: 3_600_000 });
  expect(await clockOf(desk, id, 'first-reply')).toMatchObject({ state: 'running' });
  expect(await desk.mailbox(kim)).toHaveLength(1);
});

test('an out-of-office answers nothing', async () => {
  const { id } = await newCase();
  const { address } = await ask(id, true);
  await answer(address, { text: 'I am away.', headers: { 'Auto-Submitted': 'auto-replied' } });
  expect(await department(id)).toMatchObject({ state: 'running' });
  const view = await ana.case(id);
  expect(view.case.status).toBe('on-hold');
  expect(view.messages.at(-1)).toMatchObject({
    kind: 'note',
    text: expect.stringContaining('away') as string,
  });
  expect(view.events.find(({ type }) => type === 'consult.answered.v1')).toMatchObject({
    data: { automatic: true },
  });
  await answer(address, { messageId: '<real@corp.example>' });
  expect(await department(id)).toMatchObject({ state: 'met' });
});

test('neither the customer nor a stranger can speak as the department', async () => {
  const { id } = await newCase();
  const own = await replyTo(kim);
  const { address } = await ask(id);
  // The customer knows the address of the case, and writes any From.
  await answer(own, { messageId: '<forged@customer.example>' });
  expect(await department(id)).toMatchObject({ state: 'running' });
  await answer(address, { from: 'eve@elsewhere.example', messageId: '<eve@elsewhere.example>' });
  expect(await department(id)).toMatchObject({ state: 'running' });
  await answer(address.replace(/\.[^.@]+@/, '.aaaaaaaaaaaaaaaa@'), { messageId: '<mac@corp.example>' });
  expect(await department(id)).toMatchObject({ state: 'running' });
  const { messages } = await ana.case(id);
  const doubtful = messages.filter(({ isPrivate, kind }) => isPrivate && kind === 'inbound');
  expect(doubtful.map(({ from }) => from?.address)).toEqual([payments, 'eve@elsewhere.example']);
  await answer(address, { from: 'jo@corp.example', messageId: '<jo@corp.example>' });
  expect(await department(id)).toMatchObject({ state: 'met' });
});

test('each question has a clock of its own; one is withdrawn, one answered by telephone', async () => {
  const { id } = await newCase();
  const first = await ask(id);
  const second = await ask(id, true);
  const clocks = async () => {
    const sla = await desk.desk.ports.store.getSla(id);
    return sla?.clocks.clocks
      .filter(({ clock }) => clock === 'department')
      .map(({ subject, state }) => [subject, state]);
  };
  expect(await clocks()).toEqual([
    [first.id, 'running'],
    [second.id, 'running'],
  ]);
  const act = (consultId: string, what: string, body: object) =>
    ana.post<Problem>(`/cases/${id}/consults/${consultId}/${what}`, body);
  expect((await act(first.id, 'withdraw', { reason: 'found it' })).status).toBe(200);
  expect(await clocks()).toContainEqual([first.id, 'cancelled']);
  expect((await act(second.id, 'answer', { text: 'They sent it.' })).status).toBe(201);
  expect(await clocks()).toContainEqual([second.id, 'met']);
  expect((await ana.case(id)).case.status).toBe('open');
  expect(await act(second.id, 'withdraw', { reason: 'late' })).toMatchObject({
    status: 409,
    body: { code: 'consult.ended' },
  });
  expect(await act('01JDABCDEFGHJKMNPQRSTVWXYZ', 'answer', { text: 'x' })).toMatchObject({
    status: 404,
    body: { code: 'consult.missing' },
  });
});

test('an answer about a merged case comes to the one that goes on, and keeps the promise where it was made', async () => {
  const first = await newCase();
  const { address } = await ask(first.id);
  await desk.mail({ from: kim, subject: 'Again', text: 'Hello?', messageId: '<again@customer.example>' });
  const second = (await ana.casesOf(kim)).find(({ id }) => id !== first.id);
  const { version } = (await ana.case(first.id)).case;
  const into = second?.id ?? '';
  await ana.post(`/cases/${first.id}/merge`, { into, expectedVersion: version, reason: 'the same' });
  await answer(address);
  expect((await ana.case(into)).messages.at(-1)).toMatchObject({ kind: 'note', isPrivate: true });
  expect(await department(first.id)).toMatchObject({ state: 'met' });
});

test('an answer to a closed case opens one that is linked to it, and an answer to a solved case reopens it', async () => {
  const { id } = await newCase();
  const { address } = await ask(id);
  const set = async (status: string) => {
    const { version } = (await ana.case(id)).case;
    await ana.patch(`/cases/${id}`, { expectedVersion: version, status });
  };
  await set('solved');
  await answer(address, { messageId: '<one@corp.example>' });
  expect((await ana.case(id)).case.status).toBe('open');
  const { address: again } = await ask(id);
  await set('closed');
  await answer(again, { messageId: '<two@corp.example>', text: 'One more thing.' });
  expect((await ana.caseOf(payments)).case).toMatchObject({ linkedCaseIds: [id], status: 'new' });
  expect(await department(id)).toMatchObject({ state: 'met' });
});

test('danger in the answer of a department pages', async () => {
  const { id } = await newCase();
  const { address } = await ask(id);
  await answer(address, { text: 'He told us on the phone that he will kill himself tonight.' });
  const [page] = await ana.pages('open');
  expect(page?.page.caseId).toBe(id);
});

test('an unknown department and a case that is over are refused', async () => {
  const { id, version } = await newCase();
  const body = { department: 'payment', text: 'x' };
  const unknown = await ana.post<Problem>(`/cases/${id}/consults`, body);
  expect(unknown).toMatchObject({ status: 400, body: { code: 'consult.unknown-department' } });
  expect(unknown.body.detail).toContain('payments');
  await ana.patch(`/cases/${id}`, { expectedVersion: version, status: 'solved' });
  const over = await ana.post<Problem>(`/cases/${id}/consults`, { ...body, department: 'payments' });
  expect(over).toMatchObject({ status: 409, body: { code: 'consult.case-over' } });
});
