import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Case } from '../../core/case/case.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import type { Attempt } from '../../core/page/attempt.ts';
import type { Page } from '../../core/page/page.ts';
import { DeskBed } from './desk-bed.ts';

interface Pages {
  items: { page: Page; attempts: Attempt[] }[];
}
interface CaseView {
  case: Case;
  events: CaseEvent[];
}

const atRisk = {
  subject: 'goodbye',
  text: 'I am going to kill myself tonight. I have the pills in front of me. Please give my cards to my brother.',
};

let desk: DeskBed;
beforeEach(async () => {
  desk = await DeskBed.start();
});
afterEach(async () => {
  await desk[Symbol.asyncDispose]();
});

const pagesTo = async (address: string) =>
  (await desk.mailbox(address)).filter(({ mail }) => mail.subject.startsWith('EMERGENCY'));

test('a person at risk pages the person on call, then the next, then everyone, without end', async () => {
  await desk.mail(atRisk);
  expect(await pagesTo('ana@staff.example')).toHaveLength(1);
  expect(await pagesTo('ben@staff.example')).toHaveLength(0);

  await desk.fastForward('60s');
  expect(await pagesTo('ben@staff.example')).toHaveLength(1);
  expect(await pagesTo('cleo@staff.example')).toHaveLength(0);

  await desk.fastForward('60s');
  expect(await pagesTo('ana@staff.example')).toHaveLength(2);
  expect(await pagesTo('ben@staff.example')).toHaveLength(2);
  expect(await pagesTo('cleo@staff.example')).toHaveLength(1);

  await desk.fastForward('30m');
  // 32 minutes since the mail, one more attempt a minute: cleo is in every third one.
  expect(await pagesTo('cleo@staff.example')).toHaveLength(11);
});

test('the page says nothing of the person', async () => {
  await desk.mail({ ...atRisk, from: 'jo.private@customer.example' });
  const [page] = await pagesTo('ana@staff.example');
  expect(page?.mail.text).toContain('HW-');
  expect(page?.mail.text).not.toMatch(/jo\.private|pills|brother|goodbye/);
});

test('an ack in the console stops the paging, gives the acker the case, and tells the second who was first', async () => {
  await desk.mail(atRisk);
  await desk.fastForward('30s');
  const [ana, ben] = [await desk.signIn('ana'), await desk.signIn('ben')];
  const open = await ana.get<Pages>('/pages?state=open');
  const page = open.body.items[0]?.page;
  expect(page?.state).toBe('open');

  const ack = await ana.post<{ outcome: string }>(`/pages/${page?.id}/ack`);
  expect(ack).toMatchObject({ status: 200, body: { outcome: 'acknowledged' } });
  const second = await ben.post<{ outcome: string; by: { id: string }; at: string }>(
    `/pages/${page?.id}/ack`,
  );
  expect(second.body).toMatchObject({ outcome: 'already-acknowledged', by: { id: 'ana' }, at: desk.now });

  await desk.fastForward('2h');
  expect(await pagesTo('ben@staff.example')).toHaveLength(0);
  const view = await ana.get<CaseView>(`/cases/${page?.caseId}`);
  expect(view.body.case).toMatchObject({
    assignee: 'ana',
    status: 'open',
    priority: 'emergency',
    openPageId: null,
  });
  const all = await ana.get<Pages>('/pages?state=all');
  const attempt = all.body.items[0]?.attempts.find(({ channel }) => channel === 'email');
  expect(attempt).toMatchObject({ userId: 'ana', ackedAt: '2026-11-20T18:00:30.000Z' });
  expect(attempt?.acceptedAt).not.toBeNull();
});

test('the ack link shows on GET, however often, and acks on POST', async () => {
  await desk.mail(atRisk);
  const [page] = await pagesTo('ana@staff.example');
  const link = /Acknowledge: (\S+)/.exec(page?.mail.text ?? '')?.[1] ?? '';
  const ana = await desk.signIn('ana');
  for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(link, { method })).status).toBe(200);
  expect((await ana.get<Pages>('/pages?state=open')).body.items).toHaveLength(1);

  const posted = await fetch(link, { method: 'POST' });
  expect(posted.status).toBe(200);
  await desk.desk.settle();
  const { items } = (await ana.get<Pages>('/pages?state=all')).body;
  expect(items[0]?.page.ack).toMatchObject({ userId: 'ana', via: 'link' });
});

test('an answer by mail acks when the person says so, and not when a machine or a stranger writes', async () => {
  await desk.mail(atRisk);
  const [page] = await pagesTo('ana@staff.example');
  const replyTo = page?.headers.find(({ name }) => name.toLowerCase() === 'reply-to')?.value ?? '';
  const to = /[^<\s]+@[^>\s]+/.exec(replyTo)?.[0] ?? '';
  const ana = await desk.signIn('ana');
  const isOpen = async () => (await ana.get<Pages>('/pages?state=open')).body.items.length === 1;

  await desk.mail({
    from: 'ana@staff.example',
    to,
    text: 'I am away until Monday. Yes, ok.',
    headers: { 'Auto-Submitted': 'auto-replied' },
  });
  expect(await isOpen()).toBe(true);
  await desk.mail({ from: 'mallory@customer.example', to, text: 'ACK' });
  expect(await isOpen()).toBe(true);
  await desk.mail({ from: 'ana@staff.example', to, text: "I can't, sorry" });
  expect(await isOpen()).toBe(true);
  await desk.mail({ from: 'ana@staff.example', to, text: 'ack, on it\n\n> A person may be at risk' });
  expect(await isOpen()).toBe(false);
  const told = await desk.mailbox('ana@staff.example');
  expect(told.at(-1)?.mail.text).toContain('You have acknowledged page');
});

test('a restart in the middle loses no page and repeats none as new', async () => {
  await desk.mail(atRisk);
  await desk.fastForward('30s');
  await desk.restart();
  expect(await pagesTo('ana@staff.example')).toHaveLength(1);
  await desk.fastForward('30s');
  expect(await pagesTo('ben@staff.example')).toHaveLength(1);
});

test('more messages while a page is open do not open a second; a new one after the case was solved does', async () => {
  await desk.mail({ ...atRisk, messageId: '<first@customer.example>' });
  const ana = await desk.signIn('ana');
  const pageOf = async () => (await ana.get<Pages>('/pages?state=all')).body.items;
  await desk.mail({
    ...atRisk,
    text: 'please, I really want to die tonight',
    messageId: '<second@customer.example>',
    inReplyTo: '<first@customer.example>',
  });
  const [only, ...none] = await pageOf();
  expect(none).toEqual([]);
  await ana.post(`/pages/${only?.page.id}/ack`);
  const { case: current } = (await ana.get<CaseView>(`/cases/${only?.page.caseId}`)).body;
  await ana.patch(`/cases/${current.id}`, { expectedVersion: current.version, status: 'solved' });
  await desk.mail({
    ...atRisk,
    text: 'I took all the pills just now',
    messageId: '<third@customer.example>',
    inReplyTo: '<first@customer.example>',
  });
  expect((await pageOf()).map(({ page }) => [page.id.slice(-2), page.state])).toEqual([
    ['P2', 'open'],
    ['P1', 'acknowledged'],
  ]);
});
