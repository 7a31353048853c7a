import { afterAll, beforeAll, expect, test } from 'vitest';
import { SmtpClient } from '../fault/smtp-client.ts';
import { type Agent, DeskBed } from './desk-bed.ts';

let desk: DeskBed;
let ana: Agent;
beforeAll(async () => {
  desk = await DeskBed.start((config) => ({
    ...config,
    mail: { ...config.mail, maxBytes: 30 * 1024 * 1024 },
  }));
  ana = await desk.signIn('ana');
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
});

let count = 0;
const newSender = () => `odd-${++count}@customer.example`;

async function deliver(from: string, raw: string | Uint8Array): Promise<string> {
  const client = await SmtpClient.connect(desk.desk.smtp.port);
  const reply = await client.send(raw, from, ['help@desk.example']);
  client.drop();
  await desk.desk.settle();
  return reply;
}
const lines = (...all: readonly string[]) => all.join('\r\n');

const odd: Record<string, (from: string) => string | Uint8Array> = {
  'a multipart that never ends': (from) =>
    lines(
      `From: ${from}`,
      'Subject: broken',
      'Content-Type: multipart/mixed; boundary="x"',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'the words',
    ),
  'a multipart without a boundary': (from) =>
    lines(`From: ${from}`, 'Content-Type: multipart/mixed', '', 'the words'),
  'a hundred nested parts': (from) =>
    lines(
      `From: ${from}`,
      ...Array.from(
        { length: 100 },
        (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}`,
      ),
      'Content-Type: text/plain',
      '',
      'the words',
    ),
  'NUL bytes': (from) => lines(`From: ${from}`, 'Subject: n\0ul', '', 'the\0 words\0'),
  'an unknown charset': (from) =>
    lines(`From: ${from}`, 'Content-Type: text/plain; charset=klingon-8', '', 'the words \xe9'),
  'base64 that is none': (from) =>
    lines(`From: ${from}`, 'Content-Transfer-Encoding: base64', '', '!!!! the words ????'),
  'an empty body': (from) => lines(`From: ${from}`, 'Subject: nothing', '', ''),
  'no header at all': () => 'just the words',
  'headers only, without the blank line': (from) => lines(`From: ${from}`, 'Subject: the words'),
  'a header line of a megabyte': (from) =>
    lines(`From: ${from}`, `X-Long: ${'y'.repeat(1024 * 1024)}`, '', 'the words'),
  'thousands of headers': (from) =>
    lines(`From: ${from}`, ...Array.from({ length: 5_000 }, (_, n) => `X-${n}: ${n}`), '', 'the words'),
  'a Message-ID that is none': (from) =>
    lines(`From: ${from}`, 'Message-ID: not an id at all <', 'References: <<>> <a b@c> >x<', '', 'the words'),
  'a subject with an address of ours and line noise': (from) =>
    lines(`From: ${from}`, 'Subject: =?utf-8?Q?a=0D=0ABcc:_x@evil.example?=', '', 'the words'),
  'a name that breaks out of its header': (from) =>
    lines(`From: "=?utf-8?Q?Eve=0D=0ABcc:_victim@evil.example?=" <${from}>`, 'Subject: hi', '', 'the words'),
  'a winmail.dat that is none': (from) =>
    lines(
      `From: ${from}`,
      'Content-Type: application/ms-tnef; name=winmail.dat',
      'Content-Transfer-Encoding: base64',
      '',
      'eJ8+Ig==',
    ),
};

test.each(Object.keys(odd))(
  'a mail with %s becomes a case that can be answered',
  async (name) => {
    const from = newSender();
    const raw = odd[name]?.(from) ?? '';
    const before = (await ana.get<{ items: { id: string }[] }>('/cases?limit=200')).body.items.map(
      ({ id }) => id,
    );
    expect(await deliver(from, raw)).toMatch(/^250/);
    const after = (await ana.get<{ items: { id: string }[] }>('/cases?limit=200')).body.items;
    const [fresh, ...more] = after.filter(({ id }) => !before.includes(id));
    expect(more).toEqual([]);
    const view = await ana.case(fresh?.id ?? '');
    const [message] = view.messages;
    if (!/empty|TNEF|winmail|base64|noise|no header/.test(name))
      expect(`${message?.subject} ${message?.text}`).toContain('words');
    const kept = await ana.get(`/cases/${view.case.id}/messages/${message?.id}/raw`).catch(() => null);
    expect(kept?.status ?? 200).toBe(200);

    const reply = await ana.post(`/cases/${view.case.id}/replies`, {
      expectedVersion: view.case.version,
      text: 'An answer',
    });
    if (!view.case.requester.address) return expect(reply.status).toBe(400);
    expect(reply.status).toBe(201);
    await desk.fastForward('5m');
    const sent = (await ana.case(view.case.id)).messages.filter(({ kind }) => kind === 'outbound');
    expect(sent.map(({ delivery }) => delivery?.state)).toEqual(sent.map(() => 'sent'));
    const raws = await desk.rawMailbox(from);
    expect(raws.length).toBeGreaterThan(0);
    for (const one of raws) expect(Buffer.from(one).toString('latin1')).not.toMatch(/^bcc:/im);
    expect(await desk.mailbox('victim@evil.example')).toEqual([]);
  },
  30_000,
);

test('a person at risk is found in a mail that is broken and names no sender', async () => {
  const raw = lines(
    'Content-Type: multipart/alternative; boundary="x"',
    '',
    '--x',
    'Content-Type: text/html; charset=nope',
    '',
    '<p>I am going to <b>kill myself</b> tonight, I have the pills</p>',
  );
  expect(await deliver(newSender(), raw)).toMatch(/^250/);
  const [only] = await ana.pages('open');
  expect(only).toMatchObject({ attempts: [{ userId: 'ana' }, { userId: 'ana' }] });
  expect((await ana.case(only?.page.caseId ?? '')).case.requester.address).toBe('');
  await ana.post(`/pages/${only?.page.id}/ack`);
});

test('2,000 recipients in the envelope are refused one by one from the thousandth; in the header they are one case', async () => {
  const from = newSender();
  const client = await SmtpClient.connect(desk.desk.smtp.port);
  await client.say('EHLO x');
  await client.say(`MAIL FROM:<${from}>`);
  const replies: string[] = [];
  for (let n = 0; n < 1_005; n++)
    replies.push((await client.say(`RCPT TO:<r${n}@desk.example>`)).slice(0, 3));
  expect(replies.filter((reply) => reply === '250')).toHaveLength(1_000);
  expect(new Set(replies.slice(1_000))).toEqual(new Set(['452']));
  client.drop();

  const crowd = Array.from({ length: 2_000 }, (_, n) => `r${n}@elsewhere.example`).join(',\r\n ');
  expect(await deliver(from, lines(`From: ${from}`, `To: ${crowd}`, 'Subject: all', '', 'hello'))).toMatch(
    /^250/,
  );
  const view = await ana.caseOf(from);
  expect(view.case.participants.length).toBeLessThanOrEqual(100);
  expect(view.messages.filter(({ kind }) => kind === 'inbound')).toHaveLength(1);
});

test('a header of 10 MB loses nothing', async () => {
  const from = newSender();
  const header = Array.from({ length: 10_500 }, (_, n) => `X-H${n}: ${'z'.repeat(990)}`);
  expect(await deliver(from, lines(`From: ${from}`, 'Subject: huge', ...header, '', 'the words'))).toMatch(
    /^250/,
  );
  const failed = (await ana.get<{ items: unknown[] }>('/intake/failed')).body.items;
  expect(failed).toEqual([]);
  // The parser reads only so much of a header: who wrote stands before that, the words may not.
  const [only] = await ana.casesOf(from);
  const [message] = (await ana.case(only?.id ?? '')).messages;
  const raw = await desk.desk.ports.blobs.get(message?.rawKey ?? '');
  expect(Buffer.from(raw).toString('latin1')).toContain('the words');
}, 60_000);

test('40 MB are refused with 552, announced or not, and the desk goes on', async () => {
  const from = newSender();
  const client = await SmtpClient.connect(desk.desk.smtp.port);
  await client.say('EHLO x');
  expect(await client.say(`MAIL FROM:<${from}> SIZE=41943040`)).toMatch(/^552/);
  expect(await client.say(`MAIL FROM:<${from}>`)).toMatch(/^250/);
  await client.say('RCPT TO:<help@desk.example>');
  await client.say('DATA');
  const chunk = Buffer.from(`${'x'.repeat(998)}\r\n`.repeat(1_000));
  for (let sent = 0; sent < 40 && client.isOpen; sent++) await client.write(chunk);
  if (client.isOpen) await client.write('\r\n.\r\n');
  expect(await client.reply()).toMatch(/^552/);
  client.drop();
  expect(await ana.casesOf(from)).toEqual([]);
  expect(await deliver(from, lines(`From: ${from}`, '', 'still there?'))).toMatch(/^250/);
  expect(await ana.casesOf(from)).toHaveLength(1);
}, 60_000);

test('programs are quarantined by name and by content; an archive is kept unopened', async () => {
  const from = newSender();
  const part = (name: string, type: string, bytes: Buffer) =>
    lines(
      '--x',
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      bytes.toString('base64'),
    );
  const raw = lines(
    `From: ${from}`,
    'Content-Type: multipart/mixed; boundary="x"',
    '',
    part('bomb.zip', 'application/zip', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')),
    part('invoice.pdf.exe', 'application/pdf', Buffer.from('harmless')),
    part('photo.jpg', 'image/jpeg', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])),
    '--x--',
  );
  expect(await deliver(from, raw)).toMatch(/^250/);
  const { messages } = await ana.caseOf(from);
  expect(messages[0]?.attachments.map(({ name, state }) => [name, state])).toEqual([
    ['bomb.zip', 'ok'],
    ['invoice.pdf.exe', 'quarantined'],
    ['photo.jpg', 'quarantined'],
  ]);
});

interface Failed {
  items: { rawKey: string; error: string }[];
}
const failedIntakes = async () => (await ana.get<Failed>('/intake/failed')).body.items;

test('a mail that cannot be read from the store waits in the failed queue, and Retry brings it in once', async () => {
  const from = newSender();
  const { blobs } = desk.desk.ports;
  const get = blobs.get.bind(blobs);
  blobs.get = () => Promise.reject(new Error('the disk does not answer'));
  await desk.send({ from, text: 'the words' });
  await desk.fastForward('10m');
  const [failure, ...more] = await failedIntakes();
  expect(more).toEqual([]);
  expect(await ana.casesOf(from)).toEqual([]);

  expect((await ana.post('/intake/failed/retry', { rawKey: failure?.rawKey })).status).toBe(202);
  await desk.fastForward('10m');
  expect(await failedIntakes()).toHaveLength(1);

  blobs.get = get;
  await Promise.all([1, 2, 3].map(() => ana.post('/intake/failed/retry', { rawKey: failure?.rawKey })));
  await desk.fastForward('1m');
  expect(await failedIntakes()).toEqual([]);
  const view = await ana.caseOf(from);
  expect(view.messages.filter(({ kind }) => kind === 'inbound').map(({ text }) => text.trim())).toEqual([
    'the words',
  ]);
  expect((await ana.post('/intake/failed/retry', { rawKey: failure?.rawKey })).status).toBe(404);
});

test('one mail that fails does not hold up those that wait with it', async () => {
  const { blobs } = desk.desk.ports;
  const get = blobs.get.bind(blobs);
  let broken = '';
  blobs.get = (key) => {
    broken ||= key;
    return key === broken ? Promise.reject(new Error('gone')) : get(key);
  };
  const senders = Array.from({ length: 6 }, newSender);
  await Promise.all(senders.map((from) => desk.send({ from, text: 'hello' })));
  await desk.desk.settle();
  const found = await Promise.all(senders.map((from) => ana.casesOf(from)));
  expect(found.filter((cases) => cases.length === 1)).toHaveLength(5);
  blobs.get = get;
  await desk.fastForward('1m');
  const again = await Promise.all(senders.map((from) => ana.casesOf(from)));
  expect(again.filter((cases) => cases.length === 1)).toHaveLength(6);
});
