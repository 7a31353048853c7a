import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Case } from '../../core/case/case.ts';
import type { ClockName } from '../../core/sla/clock-name.ts';
import type { ClockState } from '../../core/sla/clock-state.ts';
import { isMetricEvent, type SlaRecord } from '../../core/sla/sla-record.ts';
import { type Agent, DeskBed } from './desk-bed.ts';
import { withPromises } from './promises-config.ts';

let desk: DeskBed;
let ana: Agent;
let cleo: Agent;
beforeEach(async () => {
  desk = await DeskBed.start(withPromises);
  ana = await desk.signIn('ana');
  cleo = await desk.signIn('cleo');
});
afterEach(async () => {
  await desk[Symbol.asyncDispose]();
});

/** Sessions do not last for days. */
async function leap(duration: string): Promise<void> {
  await desk.leap(duration);
  ana = await desk.signIn('ana');
  cleo = await desk.signIn('cleo');
}

const customer = 'sam@customer.example';
async function write(text = 'My parcel is late.', more: Record<string, string> = {}): Promise<Case> {
  await desk.mail({ from: customer, subject: 'Parcel', text, messageId: '<m1@customer.example>', ...more });
  return (await ana.caseOf(customer)).case;
}
async function clock(caseId: string, name: ClockName): Promise<ClockState> {
  const sla = await desk.desk.ports.store.getSla(caseId);
  const found = sla?.clocks.clocks.findLast((state) => state.clock === name);
  if (!found) throw new Error(`${caseId} has no clock ${name}`);
  return found;
}
async function logOf(caseId: string): Promise<readonly SlaRecord[]> {
  return (await desk.desk.ports.store.getTimeline(caseId)).slaLog;
}
async function marksOf(caseId: string, name: ClockName): Promise<string[]> {
  const log = await logOf(caseId);
  return log
    .filter(isMetricEvent)
    .filter((record) => record.clock === name)
    .map((record) => `${record.type}${record.type === 'warn' ? record.percent : ''} ${record.at}`);
}
async function change(caseId: string, fields: Record<string, unknown>): Promise<Case> {
  const { case: current } = await ana.case(caseId);
  const answer = await ana.patch<{ case: Case }>(`/cases/${caseId}`, {
    expectedVersion: current.version,
    ...fields,
  });
  expect(answer.status).toBe(200);
  return answer.body.case;
}
async function reply(caseId: string, status?: string): Promise<void> {
  const { case: current } = await ana.case(caseId);
  const answer = await ana.post(`/cases/${caseId}/replies`, {
    expectedVersion: current.version,
    text: 'We are looking into it.',
    ...(status && { status }),
  });
  expect(answer.status).toBe(201);
}

test('a case of Friday evening before a long week-end is due on Tuesday, and says when it was missed to the millisecond', async () => {
  const created = await write();
  expect(created).toMatchObject({
    policyId: 'standard',
    nextDueAt: '2026-11-24T13:00:00.000Z',
    promise: { clock: 'first-reply', dueAt: '2026-11-24T13:00:00.000Z' },
  });
  await leap('88h'); // Tuesday 10:00
  await desk.fastForward('2h');
  await leap('2h');
  expect(await marksOf(created.id, 'first-reply')).toEqual([
    'activate 2026-11-20T18:00:00.000Z',
    'warn50 2026-11-24T11:00:00.000Z',
    'warn80 2026-11-24T12:12:00.000Z',
    'breach 2026-11-24T13:00:00.000Z',
  ]);
  const late = await clock(created.id, 'first-reply');
  expect(late).toMatchObject({ state: 'running', breachedAt: '2026-11-24T13:00:00.000Z' });
  await reply(created.id);
  expect(await clock(created.id, 'first-reply')).toMatchObject({
    state: 'missed',
    breachedAt: '2026-11-24T13:00:00.000Z',
  });
});

test('an answer in time keeps the promise, and its timer wakes for nothing', async () => {
  const { id } = await write();
  await desk.fastForward('1h');
  await reply(id);
  await leap('6d');
  expect(await marksOf(id, 'first-reply')).toEqual([
    'activate 2026-11-20T18:00:00.000Z',
    'fulfil 2026-11-20T19:00:00.000Z',
  ]);
  const { executions } = desk.desk.services.engine.listExecutions('sla-clock', { status: 'RUNNING' });
  expect(executions.filter(({ name }) => name.includes('first-reply'))).toEqual([]);
});

test('what waits on the customer does not count, and goes on where it stood', async () => {
  const { id } = await write();
  await leap('4d'); // Tuesday 18:00: 8 h of 24 h are gone.
  await reply(id);
  expect((await clock(id, 'agent-work')).dueAt).toBe('2026-11-26T17:00:00.000Z');
  await leap('16h'); // Wednesday 10:00, 9 h are gone.
  await change(id, { status: 'pending' });
  expect(await clock(id, 'agent-work')).toMatchObject({ state: 'paused', remainingMs: 15 * 3_600_000 });
  await leap('24h'); // Thursday 10:00.
  await desk.mail({
    from: customer,
    subject: 'Re: Parcel',
    text: 'Here is the number.',
    inReplyTo: '<m1@customer.example>',
  });
  expect(await clock(id, 'agent-work')).toMatchObject({
    state: 'running',
    dueAt: '2026-11-27T17:00:00.000Z',
  });
  expect(await clock(id, 'next-reply')).toMatchObject({
    state: 'running',
    dueAt: '2026-11-26T14:00:00.000Z',
  });
});

test('a higher priority shortens what is left, and a lower one gives it back', async () => {
  await leap('4d'); // Tuesday 18:00
  await desk.mail({ from: 'kim@customer.example', subject: 'Card', text: 'Where is it?' });
  const kim = (await ana.caseOf('kim@customer.example')).case;
  expect((await clock(kim.id, 'first-reply')).dueAt).toBe('2026-11-25T13:00:00.000Z');
  await leap('16h'); // Wednesday 10:00: an hour is gone.
  await change(kim.id, { priority: 'high', reason: 'she called' });
  expect((await clock(kim.id, 'first-reply')).dueAt).toBe('2026-11-25T11:00:00.000Z');
  await desk.fastForward('30m');
  await change(kim.id, { priority: 'low', reason: 'a misunderstanding' });
  expect((await clock(kim.id, 'first-reply')).dueAt).toBe('2026-11-25T17:00:00.000Z');
  await leap('3h');
  expect((await clock(kim.id, 'first-reply')).breachedAt).toBeNull();
});

test('a reopened case has its grace, and a date set by hand holds', async () => {
  const { id } = await write();
  await leap('4d'); // Tuesday 18:00
  await reply(id, 'solved');
  expect(await clock(id, 'total-resolution')).toMatchObject({ state: 'met' });
  await leap('15h'); // Wednesday 09:00
  await change(id, { status: 'open' });
  const reopened = await clock(id, 'total-resolution');
  expect(reopened).toMatchObject({ state: 'running', dueAt: '2026-11-27T17:00:00.000Z' });
  const set = await ana.put(`/cases/${id}/clocks/total-resolution/due`, {
    instance: 1,
    dueAt: '2026-11-25T20:00:00.000Z',
    reason: 'promised on the phone',
  });
  expect(set.status).toBe(200);
  expect(await clock(id, 'total-resolution')).toMatchObject({
    dueAt: '2026-11-25T20:00:00.000Z',
    override: { reason: 'promised on the phone', setBy: 'ana' },
  });
  await change(id, { priority: 'urgent', reason: 'press' });
  expect((await clock(id, 'total-resolution')).dueAt).toBe('2026-11-25T20:00:00.000Z');
  await leap('12h');
  expect((await clock(id, 'total-resolution')).breachedAt).toBe('2026-11-25T20:00:00.000Z');
});

test('a case goes on under its own version until it is re-based, with a reason that stays', async () => {
  const { id, policyVersion } = await write();
  await desk.reconfigure((config) => ({
    ...config,
    policies: config.policies.map((policy) =>
      policy.id === 'standard'
        ? { ...policy, targets: { ...policy.targets, 'first-reply': { normal: 60 } } }
        : policy,
    ),
  }));
  const { policies } = await desk.desk.ports.config.current();
  expect(policies.version).not.toBe(policyVersion);
  await desk.fastForward('1h');
  expect(await clock(id, 'first-reply')).toMatchObject({ dueAt: '2026-11-24T13:00:00.000Z' });
  const preview = await cleo.get<{ items: { caseId: string; moved: unknown[] }[] }>('/sla/rebase?limit=50');
  expect(preview.status).toBe(200);
  expect(preview.body.items).toMatchObject([
    {
      caseId: id,
      moved: [
        {
          clock: 'first-reply',
          dueBefore: '2026-11-24T13:00:00.000Z',
          dueAfter: '2026-11-24T10:00:00.000Z',
        },
      ],
    },
  ]);
  expect(
    (await ana.post('/sla/rebase', { caseIds: [id], policyVersion: policies.version, reason: 'x' })).status,
  ).toBe(403);
  const rebased = await cleo.post('/sla/rebase', {
    caseIds: [id],
    policyVersion: policies.version,
    reason: 'one hour for all from today',
  });
  expect(rebased).toMatchObject({ status: 200, body: { rebased: [id], failed: [] } });
  expect(await clock(id, 'first-reply')).toMatchObject({ dueAt: '2026-11-24T10:00:00.000Z' });
  const { events, case: after } = await ana.case(id);
  expect(after.policyVersion).toBe(policies.version);
  expect(events.at(-1)).toMatchObject({
    type: 'case.rebased.v1',
    actor: { kind: 'agent', userId: 'cleo' },
    data: { reason: 'one hour for all from today' },
  });
  await leap('4d');
  expect((await clock(id, 'first-reply')).breachedAt).toBe('2026-11-24T10:00:00.000Z');
});

describe('an escalation', () => {
  const mailsTo = async (user: string) =>
    (await desk.mailbox(`${user}@staff.example`)).map(({ mail }) => mail.subject);
  const escalationOf = async (caseId: string) =>
    (await desk.desk.ports.store.getSla(caseId))?.escalations.at(-1);

  test('reminds before, tells the agent at the breach, then the lead, again and again until somebody takes it on', async () => {
    const { id } = await write();
    await leap('90h'); // Tuesday 12:00
    expect(await mailsTo('ana')).toEqual([]);
    await desk.fastForward('31m');
    expect(await mailsTo('ana')).toHaveLength(1);
    await desk.fastForward('30m'); // 13:01
    expect(await mailsTo('ana')).toHaveLength(2);
    expect(await mailsTo('cleo')).toEqual([]);
    await desk.fastForward('15m'); // 13:16
    expect(await mailsTo('cleo')).toHaveLength(1);
    await desk.fastForward('2h'); // 15:16
    expect(await mailsTo('cleo')).toHaveLength(3);
    const open = await escalationOf(id);
    expect(open).toMatchObject({ state: 'open', told: { level: 1 } });
    const ack = await cleo.post(`/escalations/${open?.id}/ack`, {});
    expect(ack.status).toBe(200);
    expect(await escalationOf(id)).toMatchObject({ state: 'acknowledged', acknowledged: { by: 'cleo' } });
    await leap('1d');
    expect(await mailsTo('cleo')).toHaveLength(3);
    expect((await mailsTo('cleo'))[0]).toContain(id);
  });

  test('ends by itself when the answer leaves', async () => {
    const { id } = await write();
    await leap('91h'); // Tuesday 13:00
    await desk.fastForward('1m');
    expect(await escalationOf(id)).toMatchObject({ state: 'open' });
    await reply(id);
    expect(await escalationOf(id)).toMatchObject({ state: 'ended' });
    await desk.fastForward('2h');
    expect(await mailsTo('cleo')).toEqual([]);
  });

  test('by hand goes to the lead at once, with the reason, and ends when he takes it on', async () => {
    const { id } = await write();
    const answer = await ana.post(`/cases/${id}/escalations`, {
      to: { tier: 'lead' },
      reason: 'she threatens to sue',
    });
    expect(answer.status).toBe(201);
    await desk.fastForward('1m');
    expect(await mailsTo('cleo')).toHaveLength(1);
    const open = await escalationOf(id);
    expect(open).toMatchObject({ cause: { kind: 'manual', by: 'ana', reason: 'she threatens to sue' } });
    await cleo.post(`/escalations/${open?.id}/ack`, {});
    await desk.fastForward('3h');
    expect(await mailsTo('cleo')).toHaveLength(1);
    expect((await logOf(id)).flatMap((record) => ('escalationId' in record ? [record.type] : []))).toEqual([
      'escalation.opened',
      'escalation.notified',
      'escalation.acknowledged',
    ]);
  });

  test('survives a restart between its steps', async () => {
    await write();
    await leap('91h');
    await desk.fastForward('5m');
    await desk.restart();
    await desk.fastForward('11m');
    expect(await mailsTo('cleo')).toHaveLength(1);
  });
});

test('a clock whose execution was lost is found by the sweep, at the instant at which it was due', async () => {
  const { id } = await write();
  const { engine } = desk.desk.services;
  const { executions } = engine.listExecutions('sla-clock', { status: 'RUNNING' });
  expect(executions.length).toBeGreaterThan(0);
  for (const { name } of executions) await engine.stopExecution({ workflow: 'sla-clock', name });
  await leap('91h');
  await desk.fastForward('2m');
  expect((await clock(id, 'first-reply')).breachedAt).toBe('2026-11-24T13:00:00.000Z');
  expect(desk.logs.join()).toContain('a mark that nobody handled');
});
