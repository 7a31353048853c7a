import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Agent, DeskBed } from './desk-bed.ts';

let desk: DeskBed;
let ana: Agent;
beforeAll(async () => {
  desk = await DeskBed.start();
  ana = await desk.signIn('ana');
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
});

let count = 0;
const newCustomer = () => `person-${++count}@customer.example`;

async function answeredCase() {
  const customer = newCustomer();
  await desk.mail({
    from: customer,
    subject: 'Parcel',
    text: 'Where is it?',
    messageId: `<q${count}@customer.example>`,
  });
  const { case: current } = await ana.caseOf(customer);
  await ana.post(`/cases/${current.id}/replies`, {
    expectedVersion: current.version,
    text: 'On its way',
    status: 'solved',
  });
  const { messages } = await ana.case(current.id);
  const reply = messages.findLast(({ kind }) => kind === 'outbound');
  return { customer, caseId: current.id, replyId: reply?.rfcMessageId ?? '', messageId: reply?.id };
}

function bounceOf(messageId: string, to: string, action = 'failed', status = '5.1.1'): string {
  return [
    'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
    'To: help@desk.example',
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <bounce-${++count}@mx.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Your message could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    '',
    '--b--',
    '',
  ].join('\r\n');
}

test('a person who writes is told once that the mail arrived, in a mail that no machine answers', async () => {
  const customer = newCustomer();
  await desk.mail({
    from: customer,
    subject: 'Parcel',
    text: 'Where is it?',
    messageId: '<ack-me@customer.example>',
  });
  const [only, ...more] = await desk.mailbox(customer);
  expect(more).toEqual([]);
  const header = (wanted: string) => only?.headers.find(({ name }) => name.toLowerCase() === wanted)?.value;
  expect(header('auto-submitted')).toBe('auto-replied');
  expect(only?.mail.inReplyTo).toBe('<ack-me@customer.example>');
});

test.each([
  ['an out-of-office', { 'Auto-Submitted': 'auto-replied' }],
  ['a newsletter', { 'List-Id': '<news.shop.example>' }],
  ['bulk mail', { Precedence: 'bulk' }],
  ['who asks for none', { 'X-Auto-Response-Suppress': 'All' }],
])('%s gets no automatic answer', async (_, headers) => {
  const customer = newCustomer();
  await desk.mail({ from: customer, text: 'hello', headers });
  expect(await desk.mailbox(customer)).toEqual([]);
  expect(await ana.casesOf(customer)).toHaveLength(1);
});

test.each(['noreply@shop.example', 'MAILER-DAEMON@mx.example', 'help@desk.example', 'case+x@desk.example'])(
  '%s gets no automatic answer',
  async (from) => {
    await desk.mail({ from, subject: `from ${from}`, text: 'hello' });
    expect(await desk.mailbox(from)).toEqual([]);
  },
);

test('mail without a return path is answered automatically by nobody', async () => {
  const customer = newCustomer();
  await desk.raw(`From: ${customer}\r\nTo: help@desk.example\r\nSubject: hm\r\n\r\nhello\r\n`, {
    from: '',
    to: ['help@desk.example'],
  });
  expect(await desk.mailbox(customer)).toEqual([]);
  expect(await ana.casesOf(customer)).toHaveLength(1);
});

test('one address gets at most two automatic answers in any hour, each case all the same', async () => {
  const customer = newCustomer();
  // 18:00 is far behind: four mails around the turn of an hour.
  await desk.clock.advanceTo(Date.parse('2026-11-20T20:50:00Z'), () => desk.desk.settle());
  const write = async (n: number) =>
    desk.mail({ from: customer, subject: `Question ${n}`, text: `number ${n}` });
  await write(1);
  await write(2);
  await write(3);
  expect(await desk.mailbox(customer)).toHaveLength(2);
  await desk.fastForward('20m');
  await write(4);
  expect(await desk.mailbox(customer)).toHaveLength(2);
  await desk.fastForward('41m');
  await write(5);
  expect(await desk.mailbox(customer)).toHaveLength(3);
  expect(await ana.casesOf(customer)).toHaveLength(5);
});

test('a person in danger is answered in calm words, never with cheer', async () => {
  const customer = newCustomer();
  await desk.mail({
    from: customer,
    subject: 'bye',
    text: 'I want to kill myself tonight. I have the pills here.',
  });
  const [answer] = await desk.mailbox(customer);
  expect(answer?.mail.text).toMatch(/emergency number/);
  expect(answer?.mail.text).not.toMatch(/thank|happy|great|!|survey/i);
});

test('two auto-responders do not talk without end, even one that says nothing of being a machine', async () => {
  const customer = newCustomer();
  await desk.mail({ from: customer, subject: 'Order', text: 'Where is it?' });
  let heard = 0;
  for (let round = 0; round < 8; round++) {
    const answers = (await desk.mailbox(customer)).slice(heard);
    heard += answers.length;
    for (const answer of answers)
      await desk.mail({
        from: customer,
        subject: `Re: ${answer.mail.subject}`,
        text: `We got your mail ${round}.`,
      });
  }
  expect(heard).toBeLessThanOrEqual(2);
});

test('an out-of-office is attached to its case, which stays solved, and pages nobody', async () => {
  const { customer, caseId, replyId } = await answeredCase();
  await desk.mail({
    from: customer,
    subject: 'Automatic reply: Parcel',
    text: 'I am away. In an emergency call 123. I want to die.',
    headers: { 'Auto-Submitted': 'auto-replied', 'In-Reply-To': replyId },
  });
  const { case: current, messages, pages } = await ana.caseOf(customer);
  expect(current).toMatchObject({ id: caseId, status: 'solved', unansweredSince: null });
  expect(messages.at(-1)?.automated?.kind).toBe('auto-reply');
  expect(pages).toEqual([]);
  // Risk in a machine's mail still reaches a human.
  expect(current.priority).toBe('high');
});

test('a hard bounce marks our message and its case undelivered', async () => {
  const { customer, caseId, replyId, messageId } = await answeredCase();
  await desk.raw(bounceOf(replyId, customer), { from: '', to: ['help@desk.example'] });
  const { case: current, messages, events } = await ana.case(caseId);
  expect(messages.find(({ id }) => id === messageId)?.delivery).toMatchObject({
    state: 'undelivered',
    detail: `bounced: ${customer} 5.1.1`,
  });
  expect(current.flags).toContain('undelivered');
  expect(events.at(-1)).toMatchObject({
    type: 'message.undelivered.v1',
    data: { messageId, recipients: [{ address: customer, status: '5.1.1' }] },
  });
  expect(messages.at(-1)?.automated?.kind).toBe('bounce');
});

test('a report of a delay marks nothing undelivered', async () => {
  const { customer, caseId, replyId, messageId } = await answeredCase();
  await desk.raw(bounceOf(replyId, customer, 'delayed', '4.4.1'), { from: '', to: ['help@desk.example'] });
  const { case: current, messages } = await ana.case(caseId);
  expect(messages.find(({ id }) => id === messageId)?.delivery?.state).toBe('sent');
  expect(current.flags).toEqual([]);
});

test("a bounce about a customer's own mail is not believed: it cannot spoil or enter their case", async () => {
  const { customer, caseId } = await answeredCase();
  const before = await ana.case(caseId);
  const theirs = before.messages.find(({ kind }) => kind === 'inbound')?.rfcMessageId ?? '';
  await desk.raw(bounceOf(theirs, customer), { from: '', to: ['help@desk.example'] });
  const after = await ana.case(caseId);
  expect(after.case).toEqual(before.case);
  expect(after.messages).toEqual(before.messages);
});

test('a complaint of a mailbox provider becomes a case that says what it is, and gets no answer', async () => {
  const raw = [
    'From: <fbl@provider.example>',
    'To: help@desk.example',
    'Subject: complaint',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="a"',
    '',
    '--a',
    'Content-Type: text/plain',
    '',
    'An abuse report.',
    '--a',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'Version: 1',
    '',
    '--a--',
    '',
  ].join('\r\n');
  await desk.raw(raw, { from: 'fbl@provider.example', to: ['help@desk.example'] });
  const { messages, case: current } = await ana.caseOf('fbl@provider.example');
  expect(messages[0]?.automated?.kind).toBe('feedback-report');
  expect(current.priority).toBe('low');
  expect(await desk.mailbox('fbl@provider.example')).toEqual([]);
});

test('a mail of ours that comes back to us is refused, and is no case', async () => {
  const { customer } = await answeredCase();
  const raw = (await desk.rawMailbox(customer)).at(-1) ?? new Uint8Array();
  const before = (await ana.get<{ items: unknown[] }>('/cases?limit=200')).body.items.length;
  await desk.raw(Buffer.from(raw), { from: 'help@desk.example', to: ['help@desk.example'] });
  expect((await ana.get<{ items: unknown[] }>('/cases?limit=200')).body.items).toHaveLength(before);
});
