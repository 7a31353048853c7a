import { afterAll, beforeAll, expect, test } from 'vitest';
import { SmtpClient } from '../fault/smtp-client.ts';
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

const mail = (from: string, id: string | null, text: string) =>
  [
    `From: ${from}`,
    'To: help@desk.example',
    'Subject: A question',
    ...(id ? [`Message-ID: ${id}`] : []),
    '',
    text,
    '',
  ].join('\r\n');

async function send(from: string, ...mails: readonly string[]): Promise<void> {
  const client = await SmtpClient.connect(desk.desk.smtp.port);
  for (const one of mails) expect(await client.send(one, from, ['help@desk.example'])).toMatch(/^250/);
  client.drop();
  await desk.desk.settle();
}

const texts = async (customer: string) => {
  const cases = await ana.casesOf(customer);
  const views = await Promise.all(cases.map(({ id }) => ana.case(id)));
  return views
    .flatMap(({ messages }) =>
      messages.filter(({ kind }) => kind === 'inbound').map(({ text }) => text.trim()),
    )
    .sort();
};

test('the same mail twice on one connection, and again on another, is one message and one answer', async () => {
  const from = 'twice@customer.example';
  const one = mail(from, '<twice@customer.example>', 'hello');
  await send(from, one, one);
  await send(from, one);
  expect(await texts(from)).toEqual(['hello']);
  expect(await desk.mailbox(from)).toHaveLength(1);
});

test('the same mail sent at once over many connections is one message', async () => {
  const from = 'burst@customer.example';
  const one = mail(from, '<burst@customer.example>', 'hello');
  await Promise.all(Array.from({ length: 12 }, () => send(from, one)));
  expect(await texts(from)).toEqual(['hello']);
});

test('the same Message-ID with other words is a second message: no cry for help is dropped', async () => {
  const from = 'broken-client@customer.example';
  await send(from, mail(from, '<always-the-same@client>', 'Where is my card?'));
  await send(
    from,
    mail(from, '<always-the-same@client>', 'I am going to kill myself tonight, I have the pills'),
  );
  expect(await texts(from)).toEqual([
    'I am going to kill myself tonight, I have the pills',
    'Where is my card?',
  ]);
  expect((await ana.pages('open')).length).toBe(1);
});

test('mails without a Message-ID are told apart by their content', async () => {
  const from = 'no-id@customer.example';
  await send(from, mail(from, null, 'first'), mail(from, null, 'second'), mail(from, null, 'first'));
  expect(await texts(from)).toEqual(['first', 'second']);
});

test('one mail to two of our addresses in two deliveries is kept for both', async () => {
  const from = 'two-addresses@customer.example';
  const one = mail(from, '<both@customer.example>', 'hello');
  for (const to of ['help@desk.example', 'safety@desk.example']) await desk.raw(one, { from, to: [to] });
  expect(await texts(from)).toEqual(['hello', 'hello']);
});

test('a queue message that is delivered twice is processed once', async () => {
  const from = 'redelivered@customer.example';
  const { queue } = desk.desk.services;
  const send = queue.send.bind(queue);
  queue.send = async (name, body, options) => {
    await send(name, body, options);
    return send(name, body, options);
  };
  try {
    await desk.mail({ from, text: 'hello' });
  } finally {
    queue.send = send;
  }
  expect(await texts(from)).toEqual(['hello']);
  const view = await ana.caseOf(from);
  expect(view.events.filter(({ type }) => type === 'message.received.v1')).toHaveLength(1);
  expect(await desk.mailbox(from)).toHaveLength(1);
});

test('a commit whose answer was lost is not made again', async () => {
  const from = 'lost-answer@customer.example';
  const { store } = desk.desk.ports;
  const commitAll = store.commitAll.bind(store);
  let lost = 0;
  store.commitAll = async (units) => {
    const results = await commitAll(units);
    if (lost++ > 0) return results;
    throw new Error('the connection broke after the commit');
  };
  try {
    await desk.mail({ from, text: 'hello' });
    await desk.fastForward('1m');
  } finally {
    store.commitAll = commitAll;
  }
  expect(await texts(from)).toEqual(['hello']);
  expect((await ana.get<{ items: unknown[] }>('/intake/failed')).body.items).toEqual([]);
});
