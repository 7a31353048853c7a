import { existsSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DeskEvent, deskEventSchema } from '../../core/events/desk-event.ts';
import { DeskBed } from './desk-bed.ts';
import { inEveningHours } from './evening-hours.ts';

interface Delivered {
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly time: string;
  readonly detail: DeskEvent;
}

let desk: DeskBed;
beforeEach(async () => {
  desk = await DeskBed.start(inEveningHours);
});
afterEach(async () => {
  await desk[Symbol.asyncDispose]();
});

const busFile = (): string => desk.desk.services.events.path;
const linesOnBus = (): string[] =>
  existsSync(busFile())
    ? readFileSync(busFile(), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
const onBus = (): Delivered[] => linesOnBus().map((line) => JSON.parse(line) as Delivered);
const marksOnBus = (): string[] => onBus().map(({ detail }) => `${detail.type} ${detail.time.slice(11, 16)}`);

async function write(): Promise<string> {
  await desk.mail({
    from: 'sam.rivera@customer.example',
    subject: 'Where is my Charizard',
    text: 'My parcel is late.',
  });
  const ana = await desk.signIn('ana');
  return (await ana.caseOf('sam.rivera@customer.example')).case.id;
}

test('other systems hear of a promise that is broken and of who takes it on, and nothing of the customer', async () => {
  const caseId = await write();
  expect(onBus()).toEqual([]);
  await desk.fastForward('4h');
  await desk.fastForward('20m');
  const cleo = await desk.signIn('cleo');
  expect((await cleo.post(`/escalations/${caseId}-E1/ack`)).status).toBe(200);

  expect(marksOnBus()).toEqual([
    'sla.warned.v1 20:00',
    'sla.warned.v1 21:12',
    'escalation.opened.v1 21:30',
    'sla.breached.v1 22:00',
    'escalation.notified.v1 22:00',
    'escalation.notified.v1 22:15',
    'escalation.acknowledged.v1 22:20',
  ]);
  for (const event of onBus()) {
    expect(event).toMatchObject({ source: 'harborwatch', 'detail-type': event.detail.type });
    expect(event.time).toBe(`${event.detail.time.slice(0, 19)}Z`);
    expect(deskEventSchema.parse(event.detail)).toEqual(event.detail);
  }
  expect(new Set(onBus().map(({ detail }) => detail.id)).size).toBe(7);
  expect(onBus()[3]?.detail).toMatchObject({
    caseId,
    time: '2026-11-20T22:00:00.000Z',
    data: {
      clock: 'first-reply',
      instance: 1,
      priority: 'normal',
      policyId: 'standard',
      startedAt: '2026-11-20T18:00:00.000Z',
      targetMinutes: 240,
      dueAt: '2026-11-20T22:00:00.000Z',
    },
  });
  expect(onBus()[5]?.detail).toMatchObject({
    data: { level: 1, tier: 'lead', told: [{ userId: 'cleo' }, { userId: 'cleo' }] },
  });
  expect(onBus()[6]?.detail).toMatchObject({ data: { by: 'cleo', via: 'console' } });
  expect(linesOnBus().join('\n')).not.toMatch(/rivera|customer\.example|Charizard|parcel/i);
});

test('what the bus does not take is published again, as the same event, and holds no answer up', async () => {
  const caseId = await write();
  mkdirSync(busFile());
  await desk.fastForward('3h');
  const ana = await desk.signIn('ana');
  const { case: current } = await ana.case(caseId);
  const answer = { expectedVersion: current.version, text: 'We are looking into it.' };
  expect((await ana.post(`/cases/${caseId}/replies`, answer)).status).toBe(201);
  expect(await desk.mailbox('sam.rivera@customer.example')).not.toHaveLength(0);
  expect(desk.logs.some((line) => line.includes('events.recorded'))).toBe(true);

  rmdirSync(busFile());
  await desk.fastForward('2m');
  expect(marksOnBus()).toEqual(['sla.warned.v1 20:00']);
});

test('a breach that is recorded late says when it was', async () => {
  await write();
  await desk.leap('6h');
  await desk.desk.settle();
  const breach = onBus().find(({ detail }) => detail.type === 'sla.breached.v1');
  expect(breach?.detail.time).toBe('2026-11-20T22:00:00.000Z');
});
