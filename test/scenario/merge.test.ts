import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Case } from '../../core/case/case.ts';
import { clockOf } from './clocks-of.ts';
import { type Agent, type Answer, DeskBed, type Problem } from './desk-bed.ts';
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

const kim = 'kim@customer.example';
let count = 0;
async function write(subject: string, more: Record<string, string> = {}): Promise<Case> {
  const before = new Set((await ana.casesOf(more.from ?? kim)).map(({ id }) => id));
  const messageId = `<${++count}@customer.example>`;
  await desk.mail({ from: kim, subject, text: 'Where is it?', messageId, ...more });
  const created = (await ana.casesOf(more.from ?? kim)).find(({ id }) => !before.has(id));
  if (!created) throw new Error('the mail opened no case');
  return created;
}
async function read(caseId: string): Promise<Case> {
  return (await ana.case(caseId)).case;
}
async function merge<Body = { case: Case; target: Case }>(
  source: string,
  into: string,
): Promise<Answer<Body>> {
  const { version } = await read(source);
  const body = { into, expectedVersion: version, reason: 'the same parcel' };
  return ana.post<Body>(`/cases/${source}/merge`, body);
}
async function reply(caseId: string, status?: string): Promise<void> {
  const { version } = await read(caseId);
  const body = { expectedVersion: version, text: 'On its way.', ...(status && { status }) };
  expect((await ana.post(`/cases/${caseId}/replies`, body)).status).toBe(201);
}
async function refusal(source: string, into: string): Promise<[number, string]> {
  const { status, body } = await merge<Problem>(source, into);
  return [status, body.code];
}
const replyAddress = async (address: string) => {
  const raw = Buffer.from((await desk.rawMailbox(address)).at(-1) ?? []).toString('latin1');
  return /^reply-to: *<?(case\+[^>\s]+)/im.exec(raw)?.[1] ?? '';
};

test('the case that goes on owes what the other owed, and whoever waited longest is still first', async () => {
  const older = await write('Parcel');
  expect(await clockOf(desk, older.id, 'first-reply')).toMatchObject({ dueAt: '2026-11-20T22:00:00.000Z' });
  await desk.fastForward('1h');
  const newer = await write('Parcel again');
  await desk.fastForward('1h'); // 20:00
  await reply(newer.id, 'solved');

  const merged = await merge(older.id, newer.id);
  expect(merged.status).toBe(200);
  expect(merged.body.case).toMatchObject({
    status: 'closed',
    mergedInto: newer.id,
    unansweredSince: null,
    promise: null,
  });
  expect(merged.body.target).toMatchObject({
    status: 'open',
    unansweredSince: older.createdAt,
    linkedCaseIds: [older.id],
    participants: [kim],
    promise: { clock: 'next-reply', dueAt: '2026-11-20T22:00:00.000Z' },
  });
  for (const name of ['first-reply', 'agent-work', 'total-resolution'] as const)
    expect(await clockOf(desk, older.id, name)).toMatchObject({ state: 'cancelled', dueAt: null });
  expect(await clockOf(desk, newer.id, 'next-reply')).toMatchObject({
    state: 'running',
    startedAt: '2026-11-20T18:00:00.000Z',
  });
  expect(await clockOf(desk, newer.id, 'total-resolution')).toMatchObject({ state: 'running' });
  const { events } = await ana.case(older.id);
  expect(events.at(-2)).toMatchObject({ type: 'case.merged-into.v1', actor: { userId: 'ana' } });
  expect(events.at(-1)).toMatchObject({
    type: 'case.status-changed.v1',
    data: { to: 'closed', reason: `merged into ${newer.id}: the same parcel` },
  });
  await reply(newer.id);
  expect(await clockOf(desk, newer.id, 'next-reply')).toMatchObject({ state: 'met', breachedAt: null });
});

test('a running first reply is pulled to the hour at which the older message came', async () => {
  const older = await write('Parcel');
  await desk.fastForward('2h');
  const newer = await write('Parcel again');
  expect((await clockOf(desk, newer.id, 'first-reply')).dueAt).toBe('2026-11-21T19:00:00.000Z');
  await merge(older.id, newer.id);
  expect(await clockOf(desk, newer.id, 'first-reply')).toMatchObject({
    state: 'running',
    startedAt: '2026-11-20T18:00:00.000Z',
    dueAt: '2026-11-20T22:00:00.000Z',
  });
});

test('mail that answers a merged case comes to the one that goes on, also after a second merge', async () => {
  const [first, second, third] = [await write('One'), await write('Two'), await write('Three')];
  await reply(first.id);
  const address = await replyAddress(kim);
  await merge(first.id, second.id);
  await merge(second.id, third.id);
  await reply(third.id);
  await desk.fastForward('1h');
  await desk.mail({ from: kim, to: address, subject: 'thanks', text: 'Is there news?' });
  const after = await ana.case(third.id);
  expect(after.messages.at(-1)).toMatchObject({ kind: 'inbound', isPrivate: false });
  expect(after.case.unansweredSince).toBe(desk.now);
  expect(after.events.findLast(({ type }) => type === 'message.received.v1')).toMatchObject({
    data: { why: expect.stringContaining(`${first.id}`) as unknown },
  });
  expect((await ana.case(first.id)).messages).toHaveLength(3);
  expect(await ana.casesOf(kim)).toHaveLength(3);
});

test('a mail of ours that bounces after a merge is shown where people look', async () => {
  const first = await write('One');
  await reply(first.id);
  const sent = (await ana.case(first.id)).messages.findLast(({ kind }) => kind === 'outbound');
  const second = await write('Two');
  await merge(first.id, second.id);
  await desk.raw(bounceOf(sent?.rfcMessageId ?? ''), { from: '', to: ['help@desk.example'] });
  expect((await read(second.id)).flags).toContain('undelivered');
  const message = (await ana.case(first.id)).messages.find(({ id }) => id === sent?.id);
  expect(message?.delivery).toMatchObject({ state: 'undelivered' });
});

test('people of different cases are never brought together', async () => {
  const mine = await write('Parcel');
  const theirs = await write('Parcel', { from: 'max@customer.example' });
  expect(await refusal(mine.id, theirs.id)).toEqual([403, 'merge.other-requester']);
  // Max answers Kim's case without being part of it: a case of his own, linked to hers.
  await desk.mail({ from: 'max@customer.example', subject: `Re: [${mine.id}]`, text: 'Not true.' });
  const copied = await write('Copied', { to: 'help@desk.example, max@customer.example' });
  expect(copied.participants).toContain('max@customer.example');
  expect(await refusal(copied.id, mine.id)).toEqual([403, 'merge.other-party']);
  expect((await read(mine.id)).participants).toEqual([kim]);
});

test('what cannot be one is refused, and nothing has changed', async () => {
  const [one, two, three] = [await write('One'), await write('Two'), await write('Three')];
  expect(await refusal(one.id, one.id)).toEqual([400, 'merge.into-itself']);
  expect(await refusal(one.id, 'HW-00000000')).toEqual([404, 'case.missing']);
  await merge(one.id, two.id);
  expect(await refusal(one.id, three.id)).toEqual([409, 'case.merged']);
  const intoMerged = await merge<Problem>(three.id, one.id);
  expect(intoMerged).toMatchObject({ status: 409, body: { code: 'case.merged' } });
  expect(intoMerged.body.detail).toContain(`merge ${three.id} into that one`);
  expect(await refusal(two.id, one.id)).toEqual([409, 'case.merged']);
  const { version } = await read(three.id);
  await ana.patch(`/cases/${three.id}`, { expectedVersion: version, status: 'closed' });
  expect(await refusal(two.id, three.id)).toEqual([409, 'merge.closed']);
  const stale = { into: three.id, expectedVersion: 1, reason: 'x' };
  expect(await ana.post<Problem>(`/cases/${two.id}/merge`, stale)).toMatchObject({
    status: 409,
    body: { code: 'case.version-conflict' },
  });
  expect(await read(two.id)).toMatchObject({ status: 'new', mergedInto: null });

  const late = { expectedVersion: (await read(one.id)).version, status: 'open' };
  const reopened = await ana.patch<Problem>(`/cases/${one.id}`, late);
  expect(reopened).toMatchObject({ status: 409, body: { code: 'case.merged' } });
  expect(reopened.body.detail).toContain(two.id);
});

test('danger is not merged away', async () => {
  const calm = await write('Parcel');
  const danger = await write('goodbye', {
    text: 'I am going to kill myself tonight. I have the pills here.',
  });
  expect(await refusal(danger.id, calm.id)).toEqual([409, 'merge.emergency-goes-on']);
  expect(await refusal(calm.id, danger.id)).toEqual([200, undefined]);
  const other = await write('goodbye again', { text: 'I will kill myself tonight with the pills I have.' });
  const { body } = await merge<Problem>(other.id, danger.id);
  expect(body.code).toBe('case.open-page');
  expect(body.detail).toContain('acknowledge it');
});

function bounceOf(messageId: string): string {
  return [
    'From: MAILER-DAEMON@customer.example',
    'To: help@desk.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'I could not deliver your mail.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; customer.example',
    '',
    `Final-Recipient: rfc822; ${kim}`,
    'Action: failed',
    'Status: 5.1.1',
    '--b',
    'Content-Type: message/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    '--b--',
    '',
  ].join('\r\n');
}
