import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Contact } from '../../core/config/contact.ts';
import type { DeskConfig } from '../../core/config/desk-config.ts';
import { LoopbackReceiver } from '../loopback-receiver.ts';
import { type Agent, DeskBed } from './desk-bed.ts';

const atRisk = {
  subject: 'goodbye',
  text: 'I am going to kill myself tonight. I have the pills in front of me.',
};
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

let desk: DeskBed;
let ana: Agent;
let receiver: LoopbackReceiver;
const giveAna =
  (...contacts: readonly Contact[]) =>
  (config: DeskConfig): DeskConfig => ({
    ...config,
    users: config.users.map((user) => (user.id === 'ana' ? { ...user, contacts: [...contacts] } : user)),
  });
const mail: Contact = { id: 'mail', channel: 'email', address: 'ana@staff.example' };

beforeEach(async () => {
  receiver = await LoopbackReceiver.listen();
  desk = await DeskBed.start(
    giveAna(
      mail,
      { id: 'desk', channel: 'console' },
      { id: 'pager', channel: 'webhook', url: receiver.url, secret },
    ),
  );
  ana = await desk.signIn('ana');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await desk[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

const attemptOf = async (channel: string, number = 0) =>
  (await ana.pages())[0]?.attempts.find(
    (attempt) => attempt.channel === channel && attempt.number === number,
  );
const mailsTo = async (name: string) => (await desk.mailbox(`${name}@staff.example`)).length;

test('a webhook gets one signed call that says nothing of the person', async () => {
  await desk.mail({ ...atRisk, from: 'jo.private@customer.example' });
  const [call, ...more] = receiver.calls;
  expect(more).toEqual([]);
  const headers = call?.headers as Record<string, string>;
  // The receiver lives on the desk's day: it refuses old timestamps.
  vi.spyOn(Date, 'now').mockReturnValue(desk.clock.now());
  const payload = new Webhook(secret).verify(call?.body ?? '', headers) as {
    type: string;
    data: { code: string };
  };
  expect(() =>
    new Webhook(`whsec_${Buffer.alloc(32, 8).toString('base64')}`).verify(call?.body ?? '', headers),
  ).toThrow();
  vi.restoreAllMocks();
  const [open] = await ana.pages();
  expect(payload).toMatchObject({
    type: 'page.notified.v1',
    data: { code: open?.page.id, user: 'ana', round: 1 },
  });
  expect(call?.body).not.toMatch(/jo\.private|pills|goodbye/);
  expect(await attemptOf('webhook')).toMatchObject({
    acceptedAt: desk.now,
    deliveredAt: desk.now,
    error: null,
  });
});

test('a webhook that fails once is called again under the same id, and nobody waits for it', async () => {
  receiver.answer = () => (receiver.calls.length === 1 ? 500 : 200);
  await desk.mail(atRisk);
  expect(await mailsTo('ana')).toBe(1);
  expect(await attemptOf('webhook')).toMatchObject({
    acceptedAt: null,
    error: expect.stringContaining('500'),
  });
  await desk.fastForward('5s');
  expect(receiver.calls.map(({ headers }) => headers['webhook-id'])).toEqual(
    Array(2).fill(receiver.calls[0]?.headers['webhook-id']),
  );
  expect(await attemptOf('webhook')).toMatchObject({ acceptedAt: expect.any(String), error: null });
  // The step's minute begins when every channel has had its tries.
  await desk.fastForward('60s');
  expect(await mailsTo('ben')).toBe(1);
});

test('a webhook that never answers stops neither the other channels nor the next step', async () => {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(50));
  receiver.answer = () => null;
  await desk.mail(atRisk);
  expect(await mailsTo('ana')).toBe(1);
  await desk.fastForward('70s');
  expect(await mailsTo('ben')).toBe(1);
  expect(receiver.calls).toHaveLength(3);
  expect(await attemptOf('webhook')).toMatchObject({
    acceptedAt: null,
    error: 'the webhook could not be reached',
  });
});

/** A console: says hello, and keeps every frame. */
async function openConsole(token: string) {
  const socket = new WebSocket(`${desk.desk.url.replace('http', 'ws')}/socket`);
  const frames: Record<string, unknown>[] = [];
  const waiting: (() => void)[] = [];
  socket.on('message', (data: Buffer) => {
    frames.push(JSON.parse(data.toString('utf8')) as Record<string, unknown>);
    for (const resolve of waiting.splice(0)) resolve();
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const frame = async (type: string) => {
    for (;;) {
      const found = frames.find((one) => one.type === type);
      if (found) return found;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  const say = (message: object) => socket.send(JSON.stringify(message));
  say({ action: 'hello', token });
  await frame('welcome');
  return { frames, frame, say, close: () => socket.terminate() };
}

test('an open console is paged, reports that it was seen, and falls silent with the ack', async () => {
  const theirs = await openConsole(ana.token);
  const others = await openConsole((await desk.signIn('cleo')).token);
  await desk.mail(atRisk);
  const page = await theirs.frame('page');
  expect(page).toMatchObject({ code: page.pageId, title: expect.stringContaining('EMERGENCY') });
  expect(JSON.stringify(page)).not.toMatch(/pills|goodbye|customer\.example/);
  theirs.say({ action: 'seen', attemptKey: page.attemptKey });
  theirs.say({ action: 'ping' });
  await theirs.frame('pong');
  expect(await attemptOf('console')).toMatchObject({ seenAt: desk.now, ackedAt: null });
  expect((await ana.pages('open')).length).toBe(1);
  expect(others.frames.some(({ type }) => type === 'page')).toBe(false);

  await ana.post(`/pages/${String(page.pageId)}/ack`);
  expect(await theirs.frame('page.closed')).toMatchObject({
    pageId: page.pageId,
    by: 'ana',
    outcome: 'acknowledged',
  });
  expect(await others.frame('page.closed')).toMatchObject({ pageId: page.pageId });
  expect(await attemptOf('console')).toMatchObject({ ackedAt: desk.now });
  theirs.close();
  others.close();
});

test('a console that is gone is forgotten, and the page goes on', async () => {
  const theirs = await openConsole(ana.token);
  theirs.close();
  await desk.mail(atRisk);
  expect(await mailsTo('ana')).toBe(1);
  await desk.fastForward('60s');
  expect(await mailsTo('ben')).toBe(1);
  await vi.waitFor(async () => expect(await desk.desk.ports.connections.list()).toEqual([]));
});

test('a page outlives one execution: it goes on in a fresh one without a gap or a repeat', async () => {
  await desk[Symbol.asyncDispose]();
  desk = await DeskBed.start((config) => ({
    ...giveAna(mail)(config),
    users: giveAna(mail)(config).users.filter(({ id }) => id === 'ana'),
    escalationPolicies: {
      emergency: {
        name: 'Only ana',
        steps: [{ targets: [{ user: 'ana' }], waitSeconds: 15 }],
        everyoneWaitSeconds: 15,
      },
    },
  }));
  ana = await desk.signIn('ana');
  await desk.mail(atRisk);
  const [{ page } = { page: null }] = await ana.pages();
  // One attempt of one target counts 56 events of the 10,000 that one execution takes on: 179 attempts.
  await desk.fastForward('47m');
  const attempts = await desk.desk.ports.store.listAttempts(page?.id ?? '');
  expect(attempts.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 189 }, (_, number) => number),
  );
  const subjects = (await desk.mailbox('ana@staff.example')).map((one) => one.mail.messageId);
  expect(new Set(subjects).size).toBe(189);
  expect(subjects).toHaveLength(189);
  expect((await ana.post(`/pages/${page?.id}/ack`)).status).toBe(200);
  await desk.fastForward('10m');
  expect(await mailsTo('ana')).toBe(189);
}, 60_000);
