import { join } from 'node:path';
import { SESClient, SendEmailCommand, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { expect, onTestFinished, test } from 'vitest';
import { RandomIds } from '../../../adapters/random-ids.ts';
import { SesMailer } from '../../../adapters/ses/ses-mailer.ts';
import { createSesEndpoint, type SesEndpointOptions } from '../../../local/aws/ses-endpoint.ts';
import { SesError } from '../../../local/aws/ses-error.ts';
import { SystemClock } from '../../../local/clock/system-clock.ts';
import { SentMailFolder } from '../../../local/mail/sent-mail-folder.ts';
import { serve, silent, temporaryFolder } from './loopback.ts';

const raw = Buffer.from(
  'From: Desk <help@desk.test>\r\nTo: Ann <ann@example.test>\r\nMessage-ID:\r\n <m.1@desk.test>\r\n' +
    'Subject: =?utf-8?B?R3LDvMOfZQ==?= and\r\n more\r\n\r\nHello & <good> +day\r\n',
);

async function openSes(options: Partial<SesEndpointOptions> = {}) {
  const file = join(temporaryFolder(), 'sent.db');
  const clock = new SystemClock();
  const open = () => new SentMailFolder({ file, clock, ids: new RandomIds(clock) });
  const sent = open();
  onTestFinished(() => sent.close());
  const endpoint = createSesEndpoint({
    sent,
    relay: false,
    verifiedDomains: ['desk.test'],
    log: silent,
    ...options,
  });
  const { client } = await serve(endpoint);
  const ses = new SESClient(client);
  const send = (input: { Source?: string; Destinations?: string[]; Data?: Uint8Array }) =>
    ses.send(
      new SendRawEmailCommand({
        Source: 'help@desk.test',
        Destinations: ['ann@example.test'],
        ...input,
        RawMessage: { Data: input.Data ?? raw },
      }),
    );
  return { ses, sent, send, open };
}

test('keeps a mail byte for byte, with its envelope, across a restart', async () => {
  const { sent, send, open } = await openSes();
  const { MessageId } = await send({ Destinations: ['ann@example.test', 'bob@example.test'] });
  sent.close();
  const again = open();
  onTestFinished(() => again.close());
  expect(await again.list(10)).toMatchObject([
    {
      id: MessageId,
      from: 'help@desk.test',
      to: ['ann@example.test', 'bob@example.test'],
      subject: 'Grüße and more',
      state: 'kept',
      detail: null,
    },
  ]);
  expect(Buffer.from((await again.raw(MessageId ?? '')) ?? []).equals(raw)).toBe(true);
  expect(await again.raw('unknown')).toBeNull();
});

test('lists the newest mail first', async () => {
  const { sent, send } = await openSes();
  const ids = [];
  for (const to of ['ann@example.test', 'ben@example.test', 'cleo@example.test'])
    ids.push((await send({ Destinations: [to] })).MessageId);
  expect((await sent.list(2)).map(({ id }) => id)).toEqual(ids.reverse().slice(0, 2));
});

test('sends the very same mail once, however often it is asked to', async () => {
  const { sent, send } = await openSes();
  const [first, second] = [await send({}), await send({})];
  expect(second.MessageId).toBe(first.MessageId);
  expect(await sent.list(5)).toHaveLength(1);
});

test('reads sender and recipients from the headers when they are left out', async () => {
  const { ses, sent } = await openSes();
  await ses.send(new SendRawEmailCommand({ RawMessage: { Data: raw } }));
  expect(await sent.list(1)).toMatchObject([{ from: 'help@desk.test', to: ['ann@example.test'] }]);
});

test.each([
  [
    'a sender of another domain',
    { Source: 'help@other.test' },
    'MessageRejected',
    /not verified.*help@other\.test/,
  ],
  [
    'more than 50 recipients',
    { Destinations: Array.from({ length: 51 }, (_, n) => `r${n}@example.test`) },
    'InvalidParameterValue',
    /Recipient count exceeds 50/,
  ],
  [
    'more than 10 MB',
    { Data: Buffer.alloc(10 * 1024 * 1024 + 1, raw) },
    'InvalidParameterValue',
    /Message length is more than 10485760 bytes long: '10485761'/,
  ],
  ['an address without a domain', { Destinations: ['ann'] }, 'InvalidParameterValue', /Illegal address/],
  ['a text without headers', { Data: Buffer.from('hello') }, 'InvalidParameterValue', /header/],
])('refuses %s', async (_, input, name, message) => {
  const { sent, send } = await openSes();
  await expect(send(input)).rejects.toMatchObject({
    name,
    message: expect.stringMatching(message),
    $metadata: { httpStatusCode: 400 },
  });
  expect(await sent.list(1)).toEqual([]);
});

test('takes 10 MB to the byte', async () => {
  const { send } = await openSes();
  await expect(send({ Data: Buffer.alloc(10 * 1024 * 1024, raw) })).resolves.toHaveProperty('MessageId');
});

test('serves no other action', async () => {
  const { ses } = await openSes();
  const command = new SendEmailCommand({
    Source: 'help@desk.test',
    Destination: {},
    Message: { Subject: { Data: 'x' }, Body: {} },
  });
  await expect(ses.send(command)).rejects.toMatchObject({ name: 'InvalidAction' });
});

test('throttles when it is told to, and the client that retries gets through', async () => {
  const faults = [new SesError('Throttling', 'Maximum sending rate exceeded.')];
  const { ses, sent } = await openSes({ nextFault: () => faults.shift() ?? null });
  const mailer = new SesMailer(ses, { rewritesMessageId: false });
  const mail = { from: 'help@desk.test', to: ['ann@example.test'], raw };
  await expect(mailer.send(mail)).rejects.toMatchObject({ kind: 'unavailable', code: 'mail.unavailable' });
  expect(await mailer.send(mail)).toEqual({ providerMessageId: '<m.1@desk.test>' });
  expect(await sent.list(10)).toHaveLength(1);
});

test('tells the mailer what the recipient will see as Message-ID where SES rewrites it', async () => {
  const { ses, sent } = await openSes();
  const mailer = new SesMailer(ses, { rewritesMessageId: true });
  const { providerMessageId } = await mailer.send({ from: 'help@desk.test', to: ['ann@example.test'], raw });
  expect(providerMessageId).toBe(`<${(await sent.list(1))[0]?.id}@email.amazonses.com>`);
});

test('has the mailer call a refusal by its name', async () => {
  const { ses } = await openSes();
  const mailer = new SesMailer(ses, { rewritesMessageId: false });
  await expect(mailer.send({ from: 'x@other.test', to: ['ann@example.test'], raw })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'mail.rejected',
  });
});
