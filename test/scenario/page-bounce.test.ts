import { afterEach, beforeEach, expect, test } from 'vitest';
import { DeskBed } from './desk-bed.ts';

let desk: DeskBed;
beforeEach(async () => {
  desk = await DeskBed.start();
});
afterEach(async () => {
  await desk[Symbol.asyncDispose]();
});

const bounceOf = (messageId: string) =>
  [
    'From: MAILER-DAEMON@mx.staff.example',
    'To: help@desk.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <dsn@mx.staff.example>',
    'Auto-Submitted: auto-replied',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'The mailbox is full.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.staff.example',
    '',
    'Final-Recipient: rfc822; ana@staff.example',
    'Action: failed',
    'Status: 5.2.2',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    '--b--',
    '',
  ].join('\r\n');

test('a page mail that bounces shows as failed, stays on its case, and the page goes on', async () => {
  await desk.mail({ subject: 'help', text: 'I am going to kill myself tonight. I have the pills here.' });
  const [page] = (await desk.desk.ports.store.listOpenPages({ limit: 10 })).items;
  const [notice] = await desk.mailbox('ana@staff.example');
  await desk.raw(bounceOf(notice?.mail.messageId ?? ''), { from: '', to: ['help@desk.example'] });

  const attempts = await desk.desk.ports.store.listAttempts(page?.id ?? '');
  expect(attempts.find(({ channel }) => channel === 'email')).toMatchObject({
    failedAt: desk.now,
    error: 'bounced: ana@staff.example 5.2.2',
  });
  const { items } = await desk.desk.ports.store.listCases('active', { limit: 10 });
  expect(items).toHaveLength(1);
  await desk.fastForward('60s');
  expect(await desk.mailbox('ben@staff.example')).toHaveLength(1);
});
