import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DomainError } from '../../core/errors.ts';
import type { Outbox } from '../../ports/case-store.ts';
import { type Agent, DeskBed } from './desk-bed.ts';

const atRisk = {
  subject: 'goodbye',
  text: 'I am going to kill myself tonight. I have the pills in front of me.',
};

let desk: DeskBed;
let ana: Agent;
beforeEach(async () => {
  desk = await DeskBed.start();
  ana = await desk.signIn('ana');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await desk[Symbol.asyncDispose]();
});

const unavailable = new DomainError('unavailable', 'blob.unavailable', 'the disk does not answer: try again');
const outbox = () => (desk.desk.ports.store as unknown as Outbox).listOutbox(10);
const failed = async () =>
  (await ana.get<{ items: unknown[] }>('/intake/failed')).body.items?.length ?? 'no list';

test('a person at risk who writes in an outage of minutes is paged when it ends, with nobody clicking', async () => {
  const get = vi.spyOn(desk.desk.ports.blobs, 'get').mockRejectedValue(unavailable);
  await desk.mail(atRisk);
  await desk.fastForward('5m');
  expect(await failed()).toBe(1);
  expect(await ana.pages()).toHaveLength(0);

  get.mockRestore();
  await desk.fastForward('2m');
  expect(await ana.pages()).toHaveLength(1);
  expect(await desk.mailbox('ana@staff.example')).not.toHaveLength(0);
  expect(await failed()).toBe(0);
});

test('an answer to an address that is none is given up at once and shown; nothing waits behind it', async () => {
  const address = `${'x'.repeat(3000)}@customer.example`;
  const mail = [`From: ${address}`, 'To: help@desk.example', 'Subject: hello', '', 'Where is my card?', ''];
  await desk.raw(mail.join('\r\n'), { from: 'x@customer.example', to: ['help@desk.example'] });
  expect(await desk.desk.ports.store.listCases('active', { limit: 5 })).toMatchObject({
    items: [{ flags: ['undelivered'] }],
  });
  await desk.fastForward('5s');
  expect(await outbox()).toEqual([]);
});

test('consoles that cannot be told of a change hold up no effect and repeat none', async () => {
  await desk.mail(atRisk);
  const [page] = await desk.mailbox('ana@staff.example');
  const to = page?.headers.find(({ name }) => name.toLowerCase() === 'reply-to')?.value ?? '';
  vi.spyOn(desk.desk.ports.connections, 'list').mockRejectedValue(unavailable);
  await desk.mail({ from: 'ana@staff.example', to, text: 'ACK' });
  await desk.fastForward('30s');
  const told = (await desk.mailbox('ana@staff.example')).filter(({ mail }) =>
    mail.subject.startsWith('Re: HW-'),
  );
  expect(told.map(({ mail }) => mail.text)).toEqual([expect.stringContaining('You have acknowledged')]);
});
