import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { RandomIds } from '../../../adapters/random-ids.ts';
import { VirtualClock } from '../../../local/clock/virtual-clock.ts';
import { MailRelay, type RefusedMail } from '../../../local/mail/mail-relay.ts';
import { checkRelayUrl, relayUrlWithTimeouts } from '../../../local/mail/relay-url.ts';
import { SentMailFolder } from '../../../local/mail/sent-mail-folder.ts';

const START = Date.parse('2026-11-22T10:00:00.000Z');
const SECOND = 1_000;
const DAY = 86_400 * SECOND;
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const raw = Buffer.from('Message-ID: <m.1@desk.test>\r\nSubject: Answer\r\n\r\n.dot\r\nbye\r\n');

type Verdict = (recipient: string) => [number, string] | null;

/** A relay that answers RCPT TO as `verdict` says and keeps what it takes. */
async function openRelay(options: { verdict?: Verdict; user?: string } = {}) {
  const state = {
    verdict: options.verdict ?? (() => null),
    taken: [] as { to: string[]; text: string }[],
    tries: 0,
  };
  const server = new SMTPServer({
    authOptional: options.user === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ username }, _, done) =>
      username === options.user ? done(null, { user: username }) : done(new Error('no')),
    onMailFrom: (_address, _session, done) => {
      state.tries += 1;
      done();
    },
    onRcptTo: ({ address }, _, done) => {
      const refusal = state.verdict(address);
      if (refusal === null) return done();
      done(Object.assign(new Error(refusal[1]), { responseCode: refusal[0] }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        state.taken.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)));
  return Object.assign(state, { port: (listening.address() as AddressInfo).port });
}

function openDesk(url: string) {
  const folder = mkdtempSync(join(tmpdir(), 'harborwatch-relay-'));
  const clock = new VirtualClock(START);
  const ids = new RandomIds(clock);
  const file = join(folder, 'sent.db');
  let sent = new SentMailFolder({ file, clock, ids });
  const refused: { mail: RefusedMail; detail: string }[] = [];
  const makeRelay = () =>
    new MailRelay({
      url,
      sent,
      clock,
      timers: clock,
      log: silent,
      onRefused: (mail, detail) => {
        refused.push({ mail, detail });
        return Promise.resolve();
      },
    });
  let relay = makeRelay();
  relay.start();
  onTestFinished(async () => {
    await relay.stop();
    sent.close();
    rmSync(folder, { recursive: true });
  });
  return {
    refused,
    send: async (to: readonly string[]) => {
      await sent.add({ from: 'help@desk.test', to, raw, relay: true });
      await relay.idle();
    },
    advance: (ms: number) => clock.advanceTo(clock.now() + ms, () => relay.idle()),
    states: async () => (await sent.list(10)).map(({ state, detail }) => [state, detail]),
    restart: async (afterMs = 0) => {
      await relay.stop();
      sent.close();
      await clock.advanceTo(clock.now() + afterMs, () => Promise.resolve());
      sent = new SentMailFolder({ file, clock, ids });
      relay = makeRelay();
      relay.start();
      await relay.idle();
    },
  };
}

test('hands a mail to the relay byte for byte', async () => {
  const relay = await openRelay();
  const desk = openDesk(`smtp://127.0.0.1:${relay.port}`);
  await desk.send(['ann@example.test', 'bob@example.test']);
  expect(relay.taken).toEqual([{ to: ['ann@example.test', 'bob@example.test'], text: raw.toString() }]);
  expect(await desk.states()).toEqual([['relayed', expect.stringMatching(/^250/)]]);
});

test('tries again after 1, 5 and 30 seconds, then each minute, over a restart, until the relay takes it', async () => {
  const relay = await openRelay({ verdict: () => [451, 'busy'] });
  const desk = openDesk(`smtp://127.0.0.1:${relay.port}`);
  await desk.send(['ann@example.test']);
  const seen = [relay.tries];
  for (const wait of [1, 5, 30, 60, 60]) {
    await desk.advance(wait * SECOND - 1);
    seen.push(relay.tries);
    await desk.advance(1);
    seen.push(relay.tries);
  }
  expect(seen).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6]);
  expect(await desk.states()).toEqual([['waiting', expect.stringContaining('busy')]]);
  await desk.restart();
  expect(relay.tries).toBe(6);
  relay.verdict = () => null;
  await desk.advance(60 * SECOND);
  expect(relay.taken).toHaveLength(1);
  expect(await desk.states()).toEqual([['relayed', expect.stringMatching(/^250/)]]);
  expect(desk.refused).toEqual([]);
});

test('reports a refusal for good, with the words of the relay', async () => {
  const relay = await openRelay({ verdict: () => [550, 'no such person'] });
  const desk = openDesk(`smtp://127.0.0.1:${relay.port}`);
  await desk.send(['ann@example.test']);
  expect(await desk.states()).toEqual([['refused', expect.stringContaining('550 no such person')]]);
  expect(desk.refused).toMatchObject([
    {
      mail: { from: 'help@desk.test', recipients: ['ann@example.test'] },
      detail: expect.stringContaining('no such person'),
    },
  ]);
  expect(Buffer.from(desk.refused[0]?.mail.raw ?? []).equals(raw)).toBe(true);
});

test('treats each recipient by its own answer', async () => {
  const relay = await openRelay({
    verdict: (recipient) =>
      recipient.startsWith('never') ? [550, 'no'] : recipient.startsWith('later') ? [450, 'later'] : null,
  });
  const desk = openDesk(`smtp://127.0.0.1:${relay.port}`);
  await desk.send(['now@example.test', 'later@example.test', 'never@example.test']);
  expect(relay.taken.map(({ to }) => to)).toEqual([['now@example.test']]);
  expect(desk.refused.map(({ mail }) => mail.recipients)).toEqual([['never@example.test']]);
  expect((await desk.states())[0]?.[0]).toBe('waiting');
  relay.verdict = () => null;
  await desk.advance(SECOND);
  expect(relay.taken.map(({ to }) => to)).toEqual([['now@example.test'], ['later@example.test']]);
  expect((await desk.states())[0]?.[0]).toBe('relayed');
});

test('waits while the relay is away or refuses our password, and gives up after three days', async () => {
  const relay = await openRelay({ user: 'desk' });
  const desk = openDesk(`smtp://wrong:secret@127.0.0.1:${relay.port}`);
  await desk.send(['ann@example.test']);
  expect(await desk.states()).toEqual([['waiting', expect.stringMatching(/Invalid login/)]]);

  const gone = openDesk('smtp://127.0.0.1:1');
  await gone.send(['ann@example.test']);
  expect(await gone.states()).toEqual([['waiting', expect.stringMatching(/ECONNREFUSED/)]]);
  await gone.restart(3 * DAY - 1);
  expect((await gone.states())[0]?.[0]).toBe('waiting');
  await gone.advance(60 * SECOND);
  expect(await gone.states()).toEqual([
    ['refused', expect.stringMatching(/^Given up after three days: .*ECONNREFUSED/)],
  ]);
  expect(gone.refused).toHaveLength(1);
});

test.each(['mail.example.test', 'http://relay.test', 'smtp://', 'smtp:relay'])(
  'refuses %s as a relay, naming the variable',
  (url) => {
    expect(() => checkRelayUrl(url)).toThrow('HARBORWATCH_SMTP_RELAY is not a relay: write smtp://');
  },
);

const page = Buffer.from(
  'Message-ID: <p.1@desk.test>\r\nImportance: high\r\nSubject: EMERGENCY\r\n\r\nack\r\n',
);

test('a page does not wait for the mail before it, however slow the relay is with that', async () => {
  const relay = await openRelay();
  const folder = mkdtempSync(join(tmpdir(), 'harborwatch-relay-'));
  const clock = new VirtualClock(START);
  const sent = new SentMailFolder({ file: join(folder, 'sent.db'), clock, ids: new RandomIds(clock) });
  onTestFinished(() => {
    sent.close();
    rmSync(folder, { recursive: true });
  });
  const add = (to: string, content: Uint8Array) =>
    sent.add({ from: 'help@desk.test', to: [to], raw: content, relay: true });
  for (let count = 0; count < 20; count++) await add(`customer-${count}@a.test`, raw);
  await add('ana@staff.test', page);
  // The ordinary lane stands still: only the urgent one runs.
  const urgent = new MailRelay({
    url: `smtp://127.0.0.1:${relay.port}`,
    sent,
    lane: 'urgent',
    clock,
    timers: clock,
    log: silent,
    onRefused: () => Promise.resolve(),
  });
  urgent.start();
  await urgent.idle();
  expect(relay.taken.map(({ to }) => to)).toEqual([['ana@staff.test']]);
  expect(sent.due(100, 'ordinary')).toHaveLength(20);
  expect(sent.due(100, 'urgent')).toHaveLength(0);
  await urgent.stop();
});

test('a relay that takes the connection and says nothing is given up within a minute', () => {
  expect(new URL(relayUrlWithTimeouts('smtp://u:p@relay.test:587?socketTimeout=5000')).searchParams).toEqual(
    new URLSearchParams('socketTimeout=5000&connectionTimeout=10000&greetingTimeout=15000'),
  );
  expect(new URL(relayUrlWithTimeouts('smtp://relay.test')).searchParams.get('socketTimeout')).toBe('45000');
});
