import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Case } from '../../core/case/case.ts';
import type { DeskConfig } from '../../core/config/desk-config.ts';
import type { Escalation } from '../../core/escalation/escalation.ts';
import { LoopbackReceiver } from '../loopback-receiver.ts';
import { type Agent, DeskBed } from './desk-bed.ts';
import { withPromises } from './promises-config.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const channels = ['console', 'email', 'webhook'];

let desk: DeskBed;
let ana: Agent;
let cleo: Agent;
let receiver: LoopbackReceiver;

/** An answer within an hour, around the clock; a reminder after half of it; ana, then cleo, who leads. */
function withLadder(config: DeskConfig): DeskConfig {
  return withPromises(
    {
      ...config,
      desk: { ...config.desk, timezone: 'America/New_York' },
      users: config.users.map((user) =>
        user.id === 'ana'
          ? {
              ...user,
              contacts: [...user.contacts, { id: 'pager', channel: 'webhook', url: receiver.url, secret }],
            }
          : user,
      ),
    },
    {
      calendars: { always: { timezone: 'UTC' } },
      departments: { payments: { name: 'Payments', email: 'payments@corp.example' } },
      policies: [
        {
          id: 'hour',
          name: 'An hour',
          calendar: 'always',
          targets: { 'first-reply': { urgent: 60, high: 60, normal: 60, low: 60 } },
          escalation: 'short',
        },
      ],
      ladders: {
        short: {
          name: 'Short',
          reminders: [{ beforeMinutes: 30, targets: [{ user: 'ana' }], channels: ['email'] }],
          levels: [
            { tier: 'agent', waitMinutes: 15, targets: [{ user: 'ana' }], channels },
            { tier: 'lead', waitMinutes: 15, targets: [{ role: 'lead' }], channels },
          ],
          repeatLastMinutes: 30,
        },
      },
    },
  );
}

beforeEach(async () => {
  receiver = await LoopbackReceiver.listen();
  desk = await DeskBed.start(withLadder);
  ana = await desk.signIn('ana');
  cleo = await desk.signIn('cleo');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await desk[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

/** Friday 18:00 UTC, 13:00 in New York. */
async function write(): Promise<Case> {
  const from = 'jo.private@customer.example';
  await desk.mail({
    from,
    subject: 'My secret',
    text: 'Where is the gold watch?',
    messageId: '<m1@c.example>',
  });
  return (await ana.caseOf(from)).case;
}
const mailsTo = async (name: string) =>
  (await desk.mailbox(`${name}@staff.example`)).filter(({ mail }) => /-E\d+: /.test(mail.subject));
const escalationOf = async ({ id }: Case): Promise<Escalation | undefined> =>
  (await desk.desk.ports.store.getSla(id))?.escalations.at(-1);
const logOf = async ({ id }: Case) =>
  (await desk.desk.ports.store.getTimeline(id)).slaLog.filter((record) => 'escalationId' in record);
const linkIn = (text: string, page: string) => new RegExp(`https?://\\S+/${page}/\\S+`).exec(text)?.[0] ?? '';
const running = () =>
  desk.desk.services.engine
    .listExecutions('escalation', { status: 'RUNNING' })
    .executions.map(({ name }) => name);
const told = async (name: string) => (await mailsTo(name)).map(({ mail }) => mail.subject.split(': ')[1]);

test('a notice says which promise, by when in the time of the desk, why you, and nothing of who wrote', async () => {
  const { id } = await write();
  await desk.fastForward('30m');
  const [reminder] = await mailsTo('ana');
  expect(reminder?.mail.subject).toBe(`${id}-E1: first-reply is due Fri 2026-11-20 14:00 (America/New_York)`);
  expect(reminder?.mail.text).toContain(`first-reply of case ${id} is due Fri 2026-11-20 14:00`);
  expect(reminder?.mail.text).toContain('You are told because: named by the ladder.');
  expect(linkIn(reminder?.mail.text ?? '', 'cases')).toBe(`${desk.desk.url}/cases/${id}`);
  const header = (name: string) => reminder?.headers.find((one) => one.name.toLowerCase() === name)?.value;
  expect(header('auto-submitted')).toBe('auto-generated');
  expect(header('reply-to')).toBeUndefined();
  await desk.fastForward('31m');
  const [, late] = await mailsTo('ana');
  expect(late?.mail.subject).toBe(
    `${id}-E1: first-reply is late, it was due Fri 2026-11-20 14:00 (America/New_York)`,
  );
  expect(late?.mail.date).toBe('2026-11-20T19:00:00.000Z');
  for (const raw of await desk.rawMailbox('ana@staff.example'))
    expect(Buffer.from(raw).toString('utf8')).not.toMatch(/jo\.private|secret|gold|watch/i);
  expect(receiver.calls.map(({ body }) => body).join()).not.toMatch(/jo\.private|secret|gold|watch/i);
});

test('a link only shows what it is for until its button is pressed; then nobody else is told', async () => {
  const written = await write();
  await desk.fastForward('76m');
  const [agents] = (await mailsTo('ana')).slice(-1);
  const [leads] = (await mailsTo('cleo')).slice(-1);
  const [link, leadLink] = [agents, leads].map((one) => linkIn(one?.mail.text ?? '', 'ack'));
  const shown = await (await fetch(link ?? '')).text();
  expect(shown).toContain('I see to it: acknowledge');
  expect(shown).toContain('2026-11-20 19:00:00 UTC (late)');
  expect(shown).not.toMatch(/jo\.private|secret|gold/i);
  expect(await escalationOf(written)).toMatchObject({ state: 'open' });

  expect(await (await fetch(link ?? '', { method: 'POST' })).text()).toContain('You see to it');
  await desk.desk.settle();
  expect(await escalationOf(written)).toMatchObject({
    state: 'acknowledged',
    acknowledged: { by: 'ana', via: 'link', at: desk.now },
  });
  expect(running()).toEqual([]);
  const second = await (await fetch(leadLink ?? '', { method: 'POST' })).text();
  expect(second).toContain('Ana Example was first');
  expect(second).toContain('2026-11-20 19:16:00 UTC');
  await desk.fastForward('3h');
  expect(await mailsTo('cleo')).toHaveLength(1);
  expect((await logOf(written)).map(({ type }) => type)).toEqual([
    'escalation.opened',
    'escalation.reminded',
    'escalation.notified',
    'escalation.notified',
    'escalation.acknowledged',
  ]);
});

test('a reminder that somebody answers is the last one, and a breach tells the ladder all the same', async () => {
  const written = await write();
  await desk.fastForward('31m');
  const answer = await ana.post(`/escalations/${written.id}-E1/ack`);
  expect(answer).toMatchObject({ status: 200, body: { outcome: 'acknowledged' } });
  await desk.fastForward('30m');
  expect(await escalationOf(written)).toMatchObject({ id: `${written.id}-E2`, state: 'open' });
  expect(await told('ana')).toHaveLength(2);
});

test('a webhook is told in one signed call, of which a repeat is known', async () => {
  const { id } = await write();
  receiver.answer = () => (receiver.calls.length === 1 ? 500 : 204);
  await desk.fastForward('61m');
  expect(receiver.calls.map(({ headers }) => headers['webhook-id'])).toEqual(
    Array(2).fill(receiver.calls[0]?.headers['webhook-id']),
  );
  const [, call] = receiver.calls;
  vi.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-20T19:00:02.000Z'));
  const payload = new Webhook(secret).verify(call?.body ?? '', call?.headers as Record<string, string>);
  expect(payload).toMatchObject({
    type: 'escalation.notified.v1',
    data: {
      code: `${id}-E1`,
      round: 2,
      cause: 'promise',
      clock: 'first-reply',
      state: 'late',
      dueAt: '2026-11-20T19:00:00.000Z',
      user: 'ana',
      ackUrl: expect.stringContaining('/ack/'),
    },
  });
});

test('a channel that stays dead is recorded once, and delays nobody', async () => {
  const written = await write();
  receiver.answer = () => 500;
  await desk.fastForward('76m');
  expect(receiver.calls).toHaveLength(3);
  expect((await logOf(written)).filter(({ type }) => type === 'escalation.undelivered')).toMatchObject([
    {
      at: '2026-11-20T19:00:03.001Z',
      notice: { userId: 'ana', channel: 'webhook', contactId: 'pager' },
      error: 'the webhook of ana answered 500, not 2xx',
    },
  ]);
  expect((await mailsTo('cleo')).map(({ mail }) => mail.date)).toEqual(['2026-11-20T19:15:00.000Z']);
});

test('a mail that bounces is recorded as undelivered, and makes no case', async () => {
  const written = await write();
  await desk.fastForward('31m');
  const [reminder] = await mailsTo('ana');
  const bounce = [
    'From: MAILER-DAEMON@mx.staff.example',
    'To: help@desk.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <dsn@mx.staff.example>',
    'Auto-Submitted: auto-replied',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
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
    `Message-ID: ${reminder?.mail.messageId}`,
    '--b--',
    '',
  ].join('\r\n');
  await desk.raw(bounce, { from: '', to: ['help@desk.example'] });
  expect((await logOf(written)).at(-1)).toMatchObject({
    type: 'escalation.undelivered',
    notice: { userId: 'ana', channel: 'email' },
    error: 'bounced: ana@staff.example 5.2.2',
  });
  expect((await desk.desk.ports.store.listCases('active', { limit: 10 })).items).toHaveLength(1);
});

test('a department is mailed the reason and no link; then the lead is told', async () => {
  const written = await write();
  const answer = await ana.post(`/cases/${written.id}/escalations`, {
    to: { department: 'payments' },
    reason: 'The refund has been stuck for a week.',
  });
  expect(answer.status).toBe(201);
  const [mail, ...more] = await desk.mailbox('payments@corp.example');
  expect(more).toEqual([]);
  expect(mail?.mail.subject).toBe(`${written.id}-E1: Test desk asks for your attention`);
  expect(mail?.mail.text).toContain('Reason: The refund has been stuck for a week.');
  expect(mail?.mail.text).not.toMatch(/https?:|jo\.private|gold/);
  await desk.fastForward('16m');
  expect(await told('cleo')).toEqual(['a colleague escalated a case']);
  // What a person wrote is for the console, not for a lock screen.
  expect((await mailsTo('cleo'))[0]?.mail.text).not.toContain('refund');
});

test('a person is told by name first; the ladder goes on above the agent', async () => {
  const written = await write();
  await ana.post(`/cases/${written.id}/escalations`, { to: { user: 'ben' }, reason: 'he knows her' });
  expect(await told('ben')).toEqual(['a colleague escalated a case']);
  await desk.fastForward('16m');
  expect(await told('cleo')).toHaveLength(1);
  expect(await told('ana')).toEqual([]);
});

test('a promise that is moved while its escalation waits is told of at its new time', async () => {
  const written = await write();
  await desk.fastForward('31m');
  expect(await told('ana')).toHaveLength(1);
  const put = (dueAt: string) =>
    fetch(`${desk.desk.url}/api/cases/${written.id}/clocks/first-reply/due`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${cleo.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ instance: 1, dueAt, reason: 'agreed with her' }),
    });
  expect((await put('2026-11-20T20:30:00.000Z')).status).toBe(200);
  await desk.desk.settle();
  await desk.fastForward('80m'); // 19:51
  expect(await told('ana')).toHaveLength(1);
  await desk.fastForward('10m'); // 20:01: half an hour before.
  expect(await told('ana')).toHaveLength(2);
  expect((await put('2026-11-20T20:05:00.000Z')).status).toBe(200);
  await desk.desk.settle();
  await desk.fastForward('5m'); // 20:06
  expect((await told('ana')).at(-1)).toContain('is late, it was due Fri 2026-11-20 15:05');
});

test('an escalation whose execution was lost is taken up, and tells every level once', async () => {
  const written = await write();
  await desk.fastForward('61m');
  const { engine } = desk.desk.services;
  await engine.stopExecution({ workflow: 'escalation', name: `${written.id}-E1` });
  await desk.fastForward('20m');
  expect(await told('cleo')).toHaveLength(1);
  expect(running()).toEqual([expect.stringMatching(/-E1_redrive_\d+$/)]);
  await desk.fastForward('31m');
  expect(await told('cleo')).toHaveLength(2);
});

test('of two executions of one escalation the later carries it out, and nobody is told twice', async () => {
  const written = await write();
  await desk.fastForward('61m');
  const escalation = await escalationOf(written);
  await desk.desk.ports.workflows.start({
    workflow: 'escalation',
    name: `${written.id}-E1_redrive_1`,
    input: { caseId: written.id, escalationId: `${written.id}-E1`, round: escalation?.round },
  });
  await desk.desk.settle();
  expect(running()).toHaveLength(2);
  await desk.fastForward('16m');
  expect(await told('ana')).toHaveLength(2);
  expect(await told('cleo')).toHaveLength(1);
  expect(running()).toEqual([`${written.id}-E1_redrive_1`]);
  const last = await escalationOf(written);
  await cleo.post(`/escalations/${last?.id}/ack`);
  expect(running()).toEqual([]);
});
