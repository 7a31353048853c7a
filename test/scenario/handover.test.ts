import { afterEach, beforeEach, expect, test } from 'vitest';
import { demandHandovers } from '../../app/demand-handovers.ts';
import type { Case } from '../../core/case/case.ts';
import type { DeskConfig } from '../../core/config/desk-config.ts';
import { type Agent, DeskBed, type Problem } from './desk-bed.ts';
import { inEveningHours } from './evening-hours.ts';

/** Ana is on duty until 20:00, Ben from then to 23:00; Cleo leads. */
function inShifts(config: DeskConfig): DeskConfig {
  const from = (user: string, start: string, end: string) => ({
    users: [user],
    priority: 0,
    restrictions: [{ days: ['fri' as const], start, end }],
  });
  const primary = { timezone: 'UTC', layers: [from('ana', '12:00', '20:00'), from('ben', '20:00', '23:00')] };
  return inEveningHours({ ...config, schedules: { primary } });
}

let desk: DeskBed;
let ana: Agent;
let ben: Agent;
beforeEach(async () => {
  desk = await DeskBed.start(inShifts);
  [ana, ben] = [await desk.signIn('ana'), await desk.signIn('ben')];
});
afterEach(async () => {
  await desk[Symbol.asyncDispose]();
});

const customer = 'kim@customer.example';
/** A crisis case that Ana has taken on. */
async function crisis(): Promise<Case> {
  const text = 'I am going to kill myself tonight. I have the pills in front of me.';
  await desk.mail({ from: customer, subject: 'goodbye', text });
  const [open] = await ana.pages('open');
  await ana.post(`/pages/${open?.page.id}/ack`);
  const found = (await ana.caseOf(customer)).case;
  expect(found).toMatchObject({ assignee: 'ana', status: 'open' });
  return found;
}
interface Handovers {
  readonly shiftEndsAt: string | null;
  readonly items: readonly { readonly case: Case; readonly why: string }[];
}
const toHandOver = async (who: Agent) => {
  const { shiftEndsAt, items } = (await who.get<Handovers>('/sla/handovers')).body;
  return [shiftEndsAt, items.map((item) => item.case.id)];
};
const handOver = (caseId: string, to: string, note = 'She answers on the phone.') =>
  ana.post<{ case: Case } & Problem>(`/cases/${caseId}/handover`, { to, note });
/** Escalations for a handover, in the order in which they were opened. */
async function escalations(caseId: string) {
  const sla = await desk.desk.ports.store.getSla(caseId);
  return sla?.escalations.filter(({ cause }) => cause.kind === 'handover') ?? [];
}
/** Once more what the desk does each minute. */
const sweep = () => demandHandovers(desk.desk.ports);

test('in the last hour of a shift its crisis cases are to be handed over, until they are', async () => {
  const { id } = await crisis();
  await desk.fastForward('30m');
  expect(await toHandOver(ana)).toEqual([null, []]);
  await desk.fastForward('30m');
  expect(await toHandOver(ana)).toEqual(['2026-11-20T20:00:00.000Z', [id]]);
  expect(await toHandOver(ben)).toEqual([null, []]);
  const given = await handOver(id, 'ben');
  expect(given).toMatchObject({ status: 200, body: { case: { assignee: 'ben' } } });
  expect(await toHandOver(ana)).toEqual(['2026-11-20T20:00:00.000Z', []]);
  expect((await ana.case(id)).events.at(-2)).toMatchObject({
    type: 'case.handed-over.v1',
    actor: { userId: 'ana' },
    data: { from: 'ana', to: 'ben', note: 'She answers on the phone.' },
  });
  await desk.fastForward('65m');
  expect(await escalations(id)).toEqual([]);
});

test('a shift that ends without a handover escalates to the lead, once', async () => {
  const { id } = await crisis();
  await desk.fastForward('119m');
  expect(await escalations(id)).toEqual([]);
  await desk.fastForward('3m');
  expect(await sweep()).toEqual([]);
  expect(await escalations(id)).toMatchObject([
    {
      cause: { kind: 'handover', from: 'ana', shiftEndedAt: '2026-11-20T20:00:00.000Z' },
      ladderId: 'standard',
      manual: { level: 1 },
    },
  ]);
  const [told, ...more] = (await desk.mailbox('cleo@staff.example')).filter(({ mail }) =>
    mail.subject.endsWith('a crisis case waits for its handover'),
  );
  expect(more).toEqual([]);
  expect(told?.mail.text).not.toMatch(/kim@|pills|goodbye/);
  await handOver(id, 'ben');
  expect(await escalations(id)).toMatchObject([
    { state: 'ended', ended: { why: 'the case was handed over' } },
  ]);
});

test('who took the case over after their own shift began must hand it on as well', async () => {
  const { id } = await crisis();
  await desk.fastForward('150m'); // 20:30
  await handOver(id, 'ben');
  await desk.fastForward('100m'); // 22:10
  expect(await toHandOver(ben)).toEqual(['2026-11-20T23:00:00.000Z', [id]]);
  await desk.fastForward('51m');
  expect((await escalations(id)).at(-1)?.cause).toMatchObject({ from: 'ben' });
});

test('ordinary cases and solved ones may stay with somebody who goes home', async () => {
  const { id, version } = await crisis();
  await ana.patch(`/cases/${id}`, { expectedVersion: version, status: 'solved' });
  await desk.mail({ from: 'max@customer.example', subject: 'Parcel', text: 'Where is it?' });
  const { case: parcel } = await ana.caseOf('max@customer.example');
  await ana.patch(`/cases/${parcel.id}`, { expectedVersion: parcel.version, assignee: 'ana' });
  await desk.fastForward('121m');
  expect(await sweep()).toEqual([]);
});

test('a case goes only to somebody of the desk, with a note', async () => {
  const { id } = await crisis();
  expect(await handOver(id, 'anna')).toMatchObject({
    status: 400,
    body: { code: 'handover.unknown-user', detail: expect.stringContaining('ana') as string },
  });
  expect(await handOver(id, 'ana')).toMatchObject({ status: 409, body: { code: 'handover.same-user' } });
  expect((await handOver(id, 'ben', '  ')).status).toBe(400);
  const { version } = (await ana.case(id)).case;
  await ana.patch(`/cases/${id}`, { expectedVersion: version, status: 'solved' });
  expect(await handOver(id, 'ben')).toMatchObject({ status: 409, body: { code: 'handover.case-over' } });
});
