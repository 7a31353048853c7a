import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Case } from '../../core/case/case.ts';
import { clockOf } from './clocks-of.ts';
import { type Agent, DeskBed, type Problem } from './desk-bed.ts';
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

const seller = 'deals@spam.example';
const offer = { from: seller, subject: 'Cheap watches', text: 'Buy ten.', messageId: '<offer@spam.example>' };
const atRisk = { ...offer, text: 'I am going to kill myself tonight. I have the pills in front of me.' };
const mark = (caseId: string, spam: boolean, reason = 'sells watches') =>
  ana.put<{ case: Case } & Problem>(`/cases/${caseId}/spam`, { spam, reason });

test('spam is put away and owed no first reply', async () => {
  await desk.mail(offer);
  const { id } = (await ana.caseOf(seller)).case;
  await desk.fastForward('1h');
  const { status, body } = await mark(id, true);
  expect([status, body.case.status, body.case.flags]).toEqual([200, 'closed', ['spam']]);
  expect(await clockOf(desk, id, 'first-reply')).toMatchObject({
    state: 'cancelled',
    endedWhy: 'spam: sells watches',
  });
  await desk.fastForward('5h');
  expect(await clockOf(desk, id, 'first-reply')).toMatchObject({ state: 'cancelled', breachedAt: null });
  const before = (await ana.case(id)).case.version;
  expect((await mark(id, true)).body.case.version).toBe(before);
});

test('what was no spam is open again, and its sender is promised an answer', async () => {
  await desk.mail(offer);
  const { id } = (await ana.caseOf(seller)).case;
  await mark(id, true);
  await desk.fastForward('1h');
  const { body } = await mark(id, false, 'a real customer');
  expect(body.case).toMatchObject({
    status: 'open',
    flags: [],
    unansweredSince: '2026-11-20T18:00:00.000Z',
    promise: { clock: 'next-reply', dueAt: '2026-11-20T23:00:00.000Z' },
  });
  const { version } = body.case;
  await ana.post(`/cases/${id}/replies`, { expectedVersion: version, text: 'Sorry for the delay.' });
  expect(await clockOf(desk, id, 'next-reply')).toMatchObject({ state: 'met' });
});

test('only saying that it is none reopens spam', async () => {
  await desk.mail(offer);
  const { id } = (await ana.caseOf(seller)).case;
  const { version } = (await mark(id, true)).body.case;
  const opened = await ana.patch<Problem>(`/cases/${id}`, { expectedVersion: version, status: 'open' });
  expect(opened).toMatchObject({ status: 409, body: { code: 'case.spam' } });
  const answered = await ana.post<Problem>(`/cases/${id}/replies`, {
    expectedVersion: version,
    text: 'No, thank you.',
    status: 'open',
  });
  expect(answered.body.code).toBe('case.spam');
});

test('a person at risk who was taken for spam is heard all the same', async () => {
  await desk.mail(offer);
  const { id } = (await ana.caseOf(seller)).case;
  await mark(id, true);
  await desk.mail({ ...atRisk, messageId: '<second@spam.example>', inReplyTo: offer.messageId });
  const [page] = await ana.pages('open');
  expect(page?.page.caseId).not.toBe(id);
  expect((await ana.case(page?.page.caseId ?? '')).case).toMatchObject({
    priority: 'emergency',
    linkedCaseIds: [id],
  });
});

test('a case whose page is open is no spam, and the reason is told', async () => {
  await desk.mail(atRisk);
  const { id } = (await ana.caseOf(seller)).case;
  expect(await mark(id, true)).toMatchObject({ status: 409, body: { code: 'case.open-page' } });
  expect((await mark(id, true, ' ')).status).toBe(400);
  expect((await ana.case(id)).case).toMatchObject({ status: 'new', flags: [] });
});
