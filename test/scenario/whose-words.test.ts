import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Case } from '../../core/case/case.ts';
import { DeskBed } from './desk-bed.ts';

const atRisk = {
  subject: 'help',
  text: 'I am going to kill myself tonight. I have the pills in front of me.',
};

let desk: DeskBed;
beforeEach(async () => {
  desk = await DeskBed.start();
});
afterEach(async () => {
  await desk[Symbol.asyncDispose]();
});

const cases = async (): Promise<readonly Case[]> =>
  (await desk.desk.ports.store.listCases('active', { limit: 50 })).items;
const openPages = async () => (await desk.desk.ports.store.listOpenPages({ limit: 50 })).items;

test('what a person typed into a web form pages, though a program sent it', async () => {
  await desk.mail({ ...atRisk, headers: { 'Auto-Submitted': 'auto-generated' } });
  expect(await openPages()).toHaveLength(1);
});

test('what a person wrote to a group that passes it on pages', async () => {
  await desk.mail({ ...atRisk, headers: { 'List-Id': '<help.marketplace.example>', Precedence: 'list' } });
  expect(await openPages()).toHaveLength(1);
});

test('an out-of-office pages nobody, but risk in it reaches a human', async () => {
  await desk.mail({ ...atRisk, headers: { 'Auto-Submitted': 'auto-replied' } });
  expect(await openPages()).toHaveLength(0);
  expect((await cases()).map(({ priority }) => priority)).toEqual(['high']);
});

test('a page of ours that comes back to us is recorded and opens nothing', async () => {
  await desk.mail(atRisk);
  const page = (await desk.mailbox('ana@staff.example')).find(({ mail }) =>
    mail.subject.startsWith('EMERGENCY'),
  );
  await desk.mail({
    from: 'help@desk.example',
    subject: page?.mail.subject ?? '',
    text: page?.mail.text ?? '',
    messageId: page?.mail.messageId ?? '',
  });
  expect(await cases()).toHaveLength(1);
  expect(await openPages()).toHaveLength(1);
});
