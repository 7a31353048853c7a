import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeskConfig } from '../../core/config/desk-config.ts';
import { type Agent, DeskBed } from './desk-bed.ts';

const atRisk = {
  subject: 'goodbye',
  text: 'I am going to kill myself tonight. I have the pills in front of me.',
};

let desk: DeskBed;
let ana: Agent;
const start = async (change?: (config: DeskConfig) => DeskConfig) => {
  desk = await DeskBed.start(change);
  ana = await desk.signIn('ana');
};
beforeEach(() => start());
afterEach(async () => {
  await desk[Symbol.asyncDispose]();
});
const restartAs = async (change: (config: DeskConfig) => DeskConfig) => {
  await desk[Symbol.asyncDispose]();
  await start(change);
};

const pagesTo = async (name: string) =>
  (await desk.mailbox(`${name}@staff.example`)).filter(({ mail }) => mail.subject.startsWith('EMERGENCY'))
    .length;
const paged = async () => ({
  ana: await pagesTo('ana'),
  ben: await pagesTo('ben'),
  cleo: await pagesTo('cleo'),
});
const thePage = async () => {
  const [only] = await ana.pages();
  if (!only) throw new Error('no page is open');
  return only.page;
};

test('a step with nobody on call is skipped at once', async () => {
  await restartAs((config) => {
    const [layer] = config.schedules.primary?.layers ?? [];
    if (!config.schedules.primary || !layer)
      throw new Error('the test configuration has no primary schedule');
    return {
      ...config,
      schedules: {
        primary: { ...config.schedules.primary, layers: [{ ...layer, until: '2020-01-01T00:00:00Z' }] },
      },
    };
  });
  await desk.mail(atRisk);
  expect(await paged()).toEqual({ ana: 0, ben: 1, cleo: 0 });
  expect(desk.logs.join()).toContain('step 1 reached nobody and was skipped');
  await desk.fastForward('60s');
  expect(await paged()).toEqual({ ana: 1, ben: 2, cleo: 1 });
});

test('a person and a contact that are deleted while a page is open hold up nobody', async () => {
  await desk.mail(atRisk);
  await desk.reconfigure((config) => ({
    ...config,
    escalationPolicies: {
      emergency: {
        name: 'Emergency',
        steps: [{ targets: [{ user: 'cleo' }], waitSeconds: 60 }],
        everyoneWaitSeconds: 60,
      },
    },
    users: config.users
      .filter(({ id }) => id !== 'ben')
      .map((user) =>
        user.id === 'cleo' ? { ...user, contacts: user.contacts.filter(({ id }) => id !== 'mail') } : user,
      ),
  }));
  await desk.fastForward('60s');
  // Ben's step reaches nobody now: everyone is paged in its place; cleo has only a console, which is closed.
  expect(await paged()).toEqual({ ana: 2, ben: 0, cleo: 0 });
  await desk.fastForward('5m');
  expect((await paged()).ana).toBeGreaterThan(3);
  const [{ attempts } = { attempts: [] }] = await ana.pages();
  expect(attempts.find(({ userId, channel }) => userId === 'cleo' && channel === 'console')?.error).toContain(
    'no console open',
  );
});

test('a page that was cancelled with a reason ends, and its links and answers say so', async () => {
  await desk.mail(atRisk);
  const page = await thePage();
  const [notice] = await desk.mailbox('ana@staff.example');
  const link = /Acknowledge: (\S+)/.exec(notice?.mail.text ?? '')?.[1] ?? '';
  expect((await ana.post(`/pages/${page.id}/cancel`, { reason: ' ' })).status).toBe(400);
  expect((await ana.post(`/pages/${page.id}/cancel`, { reason: 'a test of ours' })).status).toBe(200);
  await desk.fastForward('30m');
  expect(await paged()).toEqual({ ana: 1, ben: 0, cleo: 0 });
  const view = await ana.case(page.caseId);
  expect(view.events.at(-1)).toMatchObject({
    type: 'page.cancelled.v1',
    actor: { kind: 'agent', userId: 'ana' },
    data: { reason: 'a test of ours' },
  });
  expect((await ana.post<{ outcome: string }>(`/pages/${page.id}/ack`)).body).toMatchObject({
    outcome: 'cancelled',
  });
  const answer = await fetch(link, { method: 'POST' });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toMatch(/cancelled/i);
  expect((await thePage()).state).toBe('cancelled');
  expect((await ana.post(`/pages/${page.id}/cancel`, { reason: 'again' })).status).toBe(409);
});

test('of many acks at the same moment one wins, and all others are told who', async () => {
  await desk.mail(atRisk);
  const { id } = await thePage();
  const agents = await Promise.all(['ana', 'ben', 'cleo'].map((name) => desk.signIn(name)));
  const answers = await Promise.all(
    [...agents, ...agents].map((agent) =>
      agent.post<{ outcome: string; by: { id: string } }>(`/pages/${id}/ack`),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(new Set(answers.map(({ body }) => body.by.id)).size).toBe(1);
  const winner = answers[0]?.body.by.id;
  expect((await thePage()).ack?.userId).toBe(winner);
  expect((await ana.case(id.slice(0, 11))).case.assignee).toBe(winner);
  const acks = (await ana.case(id.slice(0, 11))).events.filter(({ type }) => type === 'page.acknowledged.v1');
  expect(acks).toHaveLength(1);
});

test('an ack at the very instant at which the step runs out: the page is answered and stays silent', async () => {
  await desk.mail(atRisk);
  const { id } = await thePage();
  // The timer of the step fires and the ack arrives before either has been dealt with.
  let ack: Promise<{ status: number; body: { outcome: string } }> | null = null;
  await desk.clock.advanceTo(desk.clock.now() + 60_000, async () => {
    if (desk.now === '2026-11-20T18:01:00.000Z') ack ??= ana.post(`/pages/${id}/ack`);
    await desk.desk.settle();
  });
  expect((await (ack as unknown as Promise<{ status: number; body: unknown }>)).body).toMatchObject({
    outcome: 'acknowledged',
  });
  const after = await paged();
  await desk.fastForward('30m');
  expect(await paged()).toEqual(after);
  expect(after.ana).toBe(1);
  expect(after.cleo).toBe(0);
});

test('links that are expired, altered or cut off ack nothing and say what to do', async () => {
  await desk.mail(atRisk);
  const [notice] = await desk.mailbox('ana@staff.example');
  const link = /Acknowledge: (\S+)/.exec(notice?.mail.text ?? '')?.[1] ?? '';
  const { id } = await thePage();
  for (const bad of [
    link.slice(0, -3),
    link.replace('.ana.', '.ben.'),
    link.replace(`/${id}.`, `/${id.replace(/P1$/, 'P2')}.`),
    `${link}.x`,
    link.replace(/\.[^.]+$/, `.${'0'.repeat(26)}`),
  ]) {
    expect(bad).not.toBe(link);
    const answer = await fetch(bad, { method: 'POST' });
    expect(answer.status, bad).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).toMatch(/console/i);
  }
  expect((await thePage()).state).toBe('open');
  // Not a day of paging: only the clock of the link matters here.
  vi.spyOn(desk.desk.ports.clock, 'now').mockReturnValue(desk.clock.now() + 25 * 3_600_000);
  const late = await fetch(link, { method: 'POST' });
  vi.restoreAllMocks();
  expect(late.status).toBeGreaterThanOrEqual(400);
  expect(await late.text()).toMatch(/expired/i);
  expect((await thePage()).state).toBe('open');
});

test('a restart before the first attempt starts the page', async () => {
  const { engine } = desk.desk.services;
  const down = vi.spyOn(engine, 'startExecution').mockImplementation(() => {
    throw new Error('the engine is down');
  });
  await desk.mail(atRisk);
  expect((await thePage()).state).toBe('open');
  expect(await paged()).toEqual({ ana: 0, ben: 0, cleo: 0 });
  expect(down).toHaveBeenCalled();
  await desk.restart();
  ana = await desk.signIn('ana');
  expect(await paged()).toEqual({ ana: 1, ben: 0, cleo: 0 });
  await desk.fastForward('60s');
  expect(await paged()).toEqual({ ana: 1, ben: 1, cleo: 0 });
});

test('a page whose start was lost is started by the outbox within seconds', async () => {
  const { engine } = desk.desk.services;
  const down = vi.spyOn(engine, 'startExecution').mockImplementation(() => {
    throw new Error('the engine is down');
  });
  await desk.mail(atRisk);
  expect(await paged()).toEqual({ ana: 0, ben: 0, cleo: 0 });
  down.mockRestore();
  await desk.fastForward('5s');
  expect(await paged()).toEqual({ ana: 1, ben: 0, cleo: 0 });
});

test('restarts between attempts and after the ack change nothing', async () => {
  await desk.mail(atRisk);
  await desk.fastForward('59s');
  await desk.restart();
  await desk.fastForward('1s');
  expect(await paged()).toEqual({ ana: 1, ben: 1, cleo: 0 });
  await desk.restart();
  await desk.fastForward('60s');
  expect(await paged()).toEqual({ ana: 2, ben: 2, cleo: 1 });
  ana = await desk.signIn('ana');
  const { id } = await thePage();
  await ana.post(`/pages/${id}/ack`);
  await desk.restart();
  ana = await desk.signIn('ana');
  await desk.fastForward('10m');
  expect(await paged()).toEqual({ ana: 2, ben: 2, cleo: 1 });
  expect((await thePage()).ack).toMatchObject({ userId: 'ana' });
});

test('an ack that was committed while the engine was down stops the page all the same', async () => {
  await desk.mail(atRisk);
  const { id } = await thePage();
  const { workflows } = desk.desk.ports;
  const down = vi.spyOn(workflows, 'succeedTask').mockRejectedValue(new Error('the engine is down'));
  expect((await ana.post<{ outcome: string }>(`/pages/${id}/ack`)).body.outcome).toBe('acknowledged');
  await desk.fastForward('3m');
  down.mockRestore();
  expect(await paged()).toEqual({ ana: 1, ben: 0, cleo: 0 });
  await desk.fastForward('30m');
  expect(await paged()).toEqual({ ana: 1, ben: 0, cleo: 0 });
});
