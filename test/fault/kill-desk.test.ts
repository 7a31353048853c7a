import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { LoopbackReceiver } from '../loopback-receiver.ts';
import { DeskApi } from './desk-api.ts';
import { DeskProcess } from './desk-process.ts';
import { MailTraffic, seededRandom } from './mail-traffic.ts';
import { RecordingRelay } from './recording-relay.ts';

const KILLS = 22;
const CLIENTS = 4;
const seed = Number(process.env.KILL_SEED ?? 20261122);
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'harborwatch-kill-desk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** JSON is YAML too. */
function writeConfig(folder: string, webhookUrl: string): string {
  const contacts = (id: string) => [
    { id: 'pager', channel: 'webhook', url: webhookUrl, secret },
    { id: 'mail', channel: 'email', address: `${id}@staff.example` },
  ];
  const user = (id: string) => ({
    id,
    name: id,
    email: `${id}@staff.example`,
    roles: ['agent'],
    contacts: contacts(id),
  });
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'desk.yaml'),
    JSON.stringify({
      desk: { name: 'Test desk', mailDomain: 'desk.example', fromName: 'Test' },
      users: [user('ana'), user('ben')],
      escalationPolicies: {
        emergency: {
          name: 'Emergency',
          steps: [
            { targets: [{ user: 'ana' }], waitSeconds: 15 },
            { targets: [{ user: 'ben' }], waitSeconds: 15 },
          ],
          everyoneWaitSeconds: 15,
        },
      },
      emergency: { policy: 'emergency' },
    }),
  );
  return folder;
}

interface Ack {
  readonly pageId: string;
  readonly userId: string;
  readonly at: string;
  readonly heardAt: number;
}

interface Call {
  readonly id: string;
  readonly at: number;
  readonly code: string;
  readonly round: number;
  readonly user: string;
}

function callsOf(receiver: LoopbackReceiver): Call[] {
  return receiver.calls.map(({ headers, body, at }) => {
    const { data } = JSON.parse(body) as { data: Omit<Call, 'id' | 'at'> };
    return { id: String(headers['webhook-id']), at, code: data.code, round: data.round, user: data.user };
  });
}

test(`${KILLS} kills under load lose no mail, no page and no ack, and repeat nothing as new`, {
  timeout: 400_000,
}, async () => {
  const folder = makeFolder();
  await using receiver = await LoopbackReceiver.listen();
  await using relay = await RecordingRelay.listen();
  const random = seededRandom(seed);
  const traffic = new MailTraffic(random);
  const acks: Ack[] = [];
  const dataFolder = join(folder, 'data');
  const env = {
    HARBORWATCH_CONFIG: writeConfig(join(folder, 'config'), receiver.url),
    HARBORWATCH_SMTP_RELAY: relay.url,
  };
  let ben = null as DeskApi | null;
  const start = () => new DeskProcess({ dataFolder, env });

  /** Answers the first open page, if the desk lives long enough. */
  const acknowledge = async (api: DeskApi): Promise<void> => {
    try {
      const [open] = await api.pages('open');
      if (!open) return;
      const { status, body } = await api.call<{ at: string }>('POST', `/pages/${open.page.id}/ack`);
      if (status === 200)
        acks.push({ pageId: open.page.id, userId: 'ben', at: body.at, heardAt: Date.now() });
    } catch (error) {
      // The desk was killed under the request: then nothing was answered, and nothing is owed.
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    }
  };

  const startedAt = performance.now();
  for (let kill = 0; kill < KILLS; kill++) {
    const desk = start();
    onTestFinished(() => desk.signal('SIGKILL'));
    if (kill % 7 === 3) {
      // In the middle of its start, somewhere.
      await wait(random() * 900);
      await desk.kill();
      continue;
    }
    const { url, smtpPort, password } = await desk.ready();
    ben = ben?.at(url) ?? (await DeskApi.signIn(url, 'ben', password));
    let isOver = false;
    const flows = Array.from({ length: CLIENTS }, () => traffic.flow(smtpPort, () => isOver));
    const acking = kill % 3 === 2 ? acknowledge(ben) : Promise.resolve();
    const target = traffic.accepted + Math.floor(random() * 40);
    const underLoad = vi
      .waitFor(() => expect(traffic.accepted).toBeGreaterThanOrEqual(target), { timeout: 4_000, interval: 1 })
      // A slow machine gets no further in four seconds: then the kill comes there.
      .catch(() => undefined);
    // Sometimes the very moment after an ack was answered, else somewhere in the traffic.
    await (kill % 6 === 5 ? acking : underLoad);
    if (kill % 2 === 0) await wait(random() * 50);
    await desk.kill();
    isOver = true;
    await Promise.all([...flows, acking]);
  }

  const desk = start();
  onTestFinished(() => desk.signal('SIGKILL'));
  const { url } = await desk.ready();
  if (!ben) throw new Error('the desk was never up');
  const api = ben.at(url);
  const accepted = traffic.mails.filter((mail) => mail.accepted);
  const readAll = async () => (await api.details(await api.cases())).flatMap(({ messages }) => messages);
  const ids = (messages: Awaited<ReturnType<typeof readAll>>, kind: string) =>
    messages.flatMap((message) =>
      message.kind === kind && message.rfcMessageId ? [message.rfcMessageId] : [],
    );
  const messages = await vi.waitFor(
    async () => {
      const found = await readAll();
      const inbound = new Set(ids(found, 'inbound'));
      expect(accepted.filter(({ messageId }) => !inbound.has(messageId))).toEqual([]);
      expect(found.filter(({ delivery }) => delivery?.state === 'queued')).toEqual([]);
      const relayed = new Set(relay.messageIds);
      expect(ids(found, 'outbound').filter((id) => !relayed.has(id))).toEqual([]);
      return found;
    },
    { timeout: 60_000, interval: 500 },
  );

  const inbound = ids(messages, 'inbound');
  expect(inbound.length).toBe(new Set(inbound).size);
  const known = new Set(traffic.mails.map(({ messageId }) => messageId));
  expect(inbound.filter((id) => !known.has(id))).toEqual([]);
  expect(await api.all('/intake/failed')).toEqual([]);

  const cases = await api.cases();
  const caseOfMessage = new Map(messages.map(({ rfcMessageId, caseId }) => [rfcMessageId, caseId]));
  const emergencies = accepted.filter(({ isEmergency }) => isEmergency);
  expect(emergencies.length).toBeGreaterThan(0);
  for (const { messageId } of emergencies)
    expect(cases.find(({ id }) => id === caseOfMessage.get(messageId))).toMatchObject({
      pageCount: 1,
      priority: 'emergency',
    });

  expect(acks.length).toBeGreaterThan(0);
  const pages = new Map((await api.pages('all')).map((detail) => [detail.page.id, detail]));
  for (const ack of acks) {
    const page = pages.get(ack.pageId);
    expect(page?.page).toMatchObject({ state: 'acknowledged', ack: { userId: ack.userId, at: ack.at } });
    // What had been begun when the ack came may still arrive; nothing is begun after it.
    for (const attempt of page?.attempts ?? [])
      expect(Date.parse(attempt.dispatchedAt)).toBeLessThanOrEqual(ack.heardAt);
  }

  // Open pages go on: one more round reaches the pager, from this very process.
  const before = receiver.calls.length;
  const open = new Set((await api.pages('open')).map(({ page }) => page.id));
  expect(open.size).toBeGreaterThan(0);
  await vi.waitFor(
    () =>
      expect(
        callsOf(receiver)
          .slice(before)
          .some(({ code }) => open.has(code)),
      ).toBe(true),
    {
      timeout: 40_000,
      interval: 200,
    },
  );

  const calls = callsOf(receiver);
  const byAttempt = Map.groupBy(calls, ({ code, round, user }) => `${code} ${round} ${user}`);
  for (const [attempt, repeats] of byAttempt)
    expect([attempt, new Set(repeats.map(({ id }) => id)).size]).toEqual([attempt, 1]);
  expect(new Set(calls.map(({ id }) => id)).size).toBe(byAttempt.size);
  for (const { id } of [...pages.values()].map(({ page }) => page))
    expect(calls.some(({ code }) => code === id)).toBe(true);
  for (const ack of acks)
    expect(calls.filter(({ code, at }) => code === ack.pageId && at > ack.heardAt + 1_000)).toEqual([]);

  desk.signal('SIGTERM');
  expect((await desk.ended).code).toBe(0);
  console.table({
    seed,
    seconds: Math.round((performance.now() - startedAt) / 1000),
    kills: KILLS,
    'mails sent': traffic.mails.length,
    'answered 250': accepted.length,
    'handed over more than once': traffic.mails.filter(({ tries }) => tries > 1).length,
    'messages in cases': inbound.length,
    'stored without their 250 heard': inbound.length - accepted.length,
    emergencies: emergencies.length,
    pages: pages.size,
    'acks answered': acks.length,
    'pager calls': calls.length,
    'pager calls that repeat a webhook-id': calls.length - byAttempt.size,
    'mails to the relay': relay.messageIds.length,
    'mails to the relay that repeat a Message-ID': relay.messageIds.length - new Set(relay.messageIds).size,
  });
});

test('a kill of npm alone ends the desk, and the next start finds the data free', {
  timeout: 120_000,
}, async () => {
  const folder = makeFolder();
  await using receiver = await LoopbackReceiver.listen();
  const env = { HARBORWATCH_CONFIG: writeConfig(join(folder, 'config'), receiver.url) };
  const dataFolder = join(folder, 'data');
  const first = new DeskProcess({ dataFolder, env, command: ['npm', 'start'] });
  onTestFinished(() => first.signal('SIGKILL'));
  await first.ready();
  first.signal('SIGKILL');
  // Its output closes when the last process that holds it is gone.
  await first.ended;
  const second = new DeskProcess({ dataFolder, env });
  onTestFinished(() => second.signal('SIGKILL'));
  await second.ready();
  second.signal('SIGTERM');
  expect((await second.ended).code).toBe(0);
});
