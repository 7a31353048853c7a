import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Case } from '../../core/case/case.ts';
import type { SlaRecord } from '../../core/sla/sla-record.ts';
import { type Agent, DeskBed } from './desk-bed.ts';
import { withPromises } from './promises-config.ts';

let desk: DeskBed;
let ana: Agent;
beforeEach(async () => {
  desk = await DeskBed.start(withPromises);
  ana = await desk.signIn('ana');
});
afterEach(async () => {
  await desk[Symbol.asyncDispose]();
});

async function write(): Promise<Case> {
  await desk.mail({ from: 'sam@customer.example', subject: 'Parcel', text: 'My parcel is late.' });
  return (await ana.caseOf('sam@customer.example')).case;
}
const escalationOf = async (caseId: string) =>
  (await desk.desk.ports.store.getSla(caseId))?.escalations.at(-1);
const logOf = async (caseId: string): Promise<readonly SlaRecord[]> =>
  (await desk.desk.ports.store.getTimeline(caseId)).slaLog;
const mailsTo = async (user: string) => (await desk.mailbox(`${user}@staff.example`)).length;
/** What somebody with the console of the workflows may do by mistake. */
async function stopAll(workflow: string): Promise<number> {
  const { engine } = desk.desk.services;
  const { executions } = engine.listExecutions(workflow, { status: 'RUNNING' });
  for (const { name } of executions) await engine.stopExecution({ workflow, name });
  return executions.length;
}

test('an escalation whose executions are stopped again and again climbs on, tells each level once, and can be taken on', async () => {
  const { id } = await write();
  await ana.post(`/cases/${id}/escalations`, { to: { tier: 'agent' }, reason: 'he is in tears' });
  expect(await mailsTo('ana')).toBe(1);
  expect(await stopAll('escalation')).toBe(1);
  await desk.fastForward('18m');
  expect([await mailsTo('ana'), await mailsTo('cleo')]).toEqual([1, 1]);
  expect(desk.logs.join()).toContain('a mark that nobody handled');
  expect(await stopAll('escalation')).toBe(1);
  await desk.fastForward('63m');
  expect([await mailsTo('ana'), await mailsTo('cleo')]).toEqual([1, 2]);

  const open = await escalationOf(id);
  expect((await ana.post(`/escalations/${open?.id}/ack`, {})).status).toBe(200);
  expect(await stopAll('escalation')).toBe(0);
  await desk.fastForward('3h');
  expect(await mailsTo('cleo')).toBe(2);
  const steps = (await logOf(id)).flatMap((record) =>
    record.type === 'escalation.notified' ? [record.level] : [],
  );
  expect(steps).toEqual([0, 1, 1]);
});

test('a breach of which every timer was lost is stamped with its instant, once, and told of', async () => {
  const { id } = await write();
  await stopAll('sla-clock');
  await desk.leap('90h'); // Tuesday 12:00: an hour before it is due.
  ana = await desk.signIn('ana');
  await stopAll('sla-clock');
  await desk.fastForward('1h');
  await stopAll('sla-clock');
  await stopAll('escalation');
  await desk.fastForward('3m');
  const marks = (await logOf(id)).flatMap((record) =>
    'clock' in record && record.clock === 'first-reply' ? [`${record.type} ${record.at}`] : [],
  );
  expect(marks).toEqual([
    'activate 2026-11-20T18:00:00.000Z',
    'warn 2026-11-24T11:00:00.000Z',
    'warn 2026-11-24T12:12:00.000Z',
    'breach 2026-11-24T13:00:00.000Z',
  ]);
  expect(await escalationOf(id)).toMatchObject({ state: 'open', told: { level: 0 } });
  const answer = await ana.post(`/cases/${id}/replies`, {
    expectedVersion: (await ana.case(id)).case.version,
    text: 'We are looking into it.',
  });
  expect(answer.status).toBe(201);
  expect(await escalationOf(id)).toMatchObject({ state: 'ended' });
});

test('a warning and a breach in the middle of writing refuse no answer', async () => {
  const { id, version } = await write();
  await desk.leap('91h');
  ana = await desk.signIn('ana');
  await desk.fastForward('2m');
  expect((await logOf(id)).map(({ type }) => type)).toContain('breach');
  const answer = await ana.post(`/cases/${id}/replies`, { expectedVersion: version, text: 'Here it is.' });
  expect(answer.status).toBe(201);
});
