import { describe, expect, it } from 'vitest';
import { appendFacts } from '../../../core/case/append-facts.ts';
import { apiClient } from '../../fakes/api-client.ts';
import { addSampleCase, sampleAttempt, sampleCaseId, samplePageId } from '../../fakes/sample-case.ts';

const url = `/api/cases/${sampleCaseId}`;

async function desk() {
  const client = apiClient();
  await addSampleCase(client.ports);
  return client;
}

describe('a stale write', () => {
  it('is told who changed what since', async () => {
    const { call, ports } = await desk();
    ports.time.now += 1000;
    await call('POST', `${url}/notes`, { as: 'sven-holt', body: { text: 'secret words of a note' } });
    ports.time.now += 1000;
    await call('PATCH', url, {
      as: 'sven-holt',
      body: { expectedVersion: 2, status: 'pending', category: 'harassment' },
    });
    const answer = await call('POST', `${url}/replies`, { body: { expectedVersion: 1, text: 'Hello' } });
    expect(answer.status).toBe(409);
    expect(answer.json).toMatchObject({ code: 'case.version-conflict' });
    const { detail } = answer.json as { detail: string };
    expect(detail).toContain('you saw version 1, it is now 3');
    expect(detail).toContain('Sven Holt wrote a note at 2026-11-22T10:24:01.000Z');
    expect(detail).toContain('Sven Holt changed status from new to pending at 2026-11-22T10:24:02.000Z');
    expect(detail).toContain('Sven Holt changed category from self-harm to harassment');
    expect(detail).not.toContain('opened the case');
    expect(detail).not.toContain('secret words');
    expect([...ports.store.messages.values()].filter(({ kind }) => kind === 'outbound')).toEqual([]);
  });

  it('names a new message of the customer without any word of it', async () => {
    const { call, ports } = await desk();
    const current = ports.store.cases.get(sampleCaseId);
    const { next, events } = appendFacts(current ?? null, sampleCaseId, ports.time.now, [
      {
        actor: { kind: 'customer', address: 'kim@buyer.example' },
        fact: {
          type: 'message.received.v1',
          data: {
            messageId: 'm',
            from: { address: 'kim@buyer.example', name: 'Kim' },
            automated: null,
            isPrivate: false,
            flags: [],
            why: '',
          },
        },
      },
    ]);
    await ports.store.commit([
      { kind: 'case', next, expectedVersion: 1 },
      ...events.map((event) => ({ kind: 'event', event }) as const),
    ]);
    const { json } = await call('PATCH', url, { body: { expectedVersion: 1, status: 'open' } });
    const { detail } = json as { detail: string };
    expect(detail).toContain('the customer wrote a new message');
    expect(detail).not.toContain('kim@');
  });

  it('from the future is told so', async () => {
    const { call } = await desk();
    const { status, json } = await call('PATCH', url, { body: { expectedVersion: 9, status: 'open' } });
    expect(status).toBe(409);
    expect((json as { detail: string }).detail).toContain('it has never been at 9');
  });
});

describe('changes', () => {
  it.each([
    [{ expectedVersion: 1 }, '', 'change at least one of'],
    [{ status: 'open' }, 'expectedVersion', 'version of the case'],
    [{ expectedVersion: 1.5, status: 'open' }, 'expectedVersion', 'version of the case'],
    [{ expectedVersion: 1, status: 'opened' }, 'status', 'choose from new, open'],
    [{ expectedVersion: 1, assignee: 'No Such' }, 'assignee', 'write a user id'],
    [{ expectedVersion: 1, assignee: 'nobody-here' }, 'assignee', 'unknown user'],
    [{ expectedVersion: 1, priority: 'low' }, 'reason', 'needed'],
    [{ expectedVersion: 1, status: 'open', reason: '  ' }, 'reason', 'say why'],
    [{ expectedVersion: 1, staus: 'open' }, 'staus', 'did you mean "status"?'],
    [[], '', 'expected object'],
    [null, '', 'expected object'],
  ])('%j is refused with its field and a remedy', async (body, field, remedy) => {
    const { call } = await desk();
    const { status, json } = await call('PATCH', url, { body });
    expect(status).toBe(400);
    const { errors } = json as { errors: { field: string; message: string }[] };
    expect(errors.find((error) => error.field === field)?.message).toContain(remedy);
  });

  it('that would end a case over an open page are refused', async () => {
    const { call } = await desk();
    const { status, json } = await call('PATCH', url, { body: { expectedVersion: 1, status: 'solved' } });
    expect(status).toBe(409);
    expect(json).toMatchObject({ code: 'case.open-page' });
  });

  it('of a case that is not there are 404, of something that is no id 400', async () => {
    const { call } = await desk();
    const body = { expectedVersion: 1, status: 'open' };
    expect((await call('PATCH', '/api/cases/HW-00000000', { body })).json).toMatchObject({
      status: 404,
      code: 'case.missing',
    });
    expect((await call('PATCH', '/api/cases/HW-ILOU', { body })).json).toMatchObject({
      status: 400,
      errors: [{ field: 'caseId', message: 'write a case id such as HW-7K3M9QZX' }],
    });
  });
});

describe('lists', () => {
  it('are paged by cursor', async () => {
    const { call, ports } = await desk();
    const one = ports.store.cases.get(sampleCaseId);
    if (!one) throw new Error('no case');
    for (const id of ['HW-00000001', 'HW-00000002'])
      ports.store.cases.set(id, { ...one, id, priority: 'low', assignee: 'mara-lind' });
    const first = (await call('GET', '/api/cases?view=active&limit=2')).json as {
      items: { id: string }[];
      cursor: string;
    };
    expect(first.items.map(({ id }) => id)).toEqual([sampleCaseId, 'HW-00000001']);
    const second = (await call('GET', `/api/cases?view=active&limit=2&cursor=${first.cursor}`)).json;
    expect(second).toMatchObject({ items: [{ id: 'HW-00000002' }], cursor: null });
    expect((await call('GET', '/api/cases?assignee=me')).json).toMatchObject({ items: [{}, {}] });
    expect((await call('GET', '/api/cases?customer=KIM@buyer.example')).json).toMatchObject({
      items: [{}, {}, {}],
    });
    expect((await call('GET', '/api/cases?view=done')).json).toEqual({ items: [], cursor: null });
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=abc', 'limit'],
    ['limit=5&limit=6', 'limit'],
    ['view=mine', 'view'],
    ['view=done&assignee=me', 'view'],
    ['cursor=', 'cursor'],
    ['customer=a%20b', 'customer'],
  ])('refuse ?%s', async (query, field) => {
    const { call } = await desk();
    const { status, json } = await call('GET', `/api/cases?${query}`);
    expect(status).toBe(400);
    expect((json as { errors: { field: string }[] }).errors[0]?.field).toBe(field);
  });

  it('pass on what the store says of a cursor that it never gave', async () => {
    const { call } = await desk();
    expect((await call('GET', '/api/cases?cursor=forged')).json).toMatchObject({
      status: 400,
      code: 'store.bad-cursor',
    });
  });
});

describe('pages', () => {
  const ack = `/api/pages/${samplePageId}/ack`;

  it('are acknowledged once; the second acker is told who was first', async () => {
    const { call, ports } = await desk();
    expect((await call('POST', ack)).json).toMatchObject({
      outcome: 'acknowledged',
      by: { id: 'mara-lind', name: 'Mara Lind' },
      page: { state: 'acknowledged', ack: { via: 'console' } },
    });
    expect((await call('POST', ack, { as: 'sven-holt' })).json).toMatchObject({
      outcome: 'already-acknowledged',
      by: { id: 'mara-lind' },
      at: '2026-11-22T10:24:00.000Z',
    });
    expect(ports.answeredTasks).toEqual([{ token: 'workflow-secret', output: { outcome: 'acknowledged' } }]);
  });

  it('never give the workflow’s token away', async () => {
    const { call } = await desk();
    for (const path of ['/api/pages', `/api/cases/${sampleCaseId}`])
      expect((await call('GET', path)).text).not.toContain('workflow-secret');
    expect((await call('POST', ack)).text).not.toContain('workflow-secret');
  });

  it('are acknowledged for another user by an admin only', async () => {
    const { call } = await desk();
    const body = { as: 'mara-lind' };
    expect((await call('POST', ack, { as: 'sven-holt', body })).json).toMatchObject({
      status: 403,
      errors: [{ field: 'as' }],
    });
    expect((await call('POST', ack, { as: 'ada-root', body })).json).toMatchObject({
      by: { id: 'mara-lind' },
    });
  });

  it('are acknowledged by the operator for the one person asked, and by name when several were', async () => {
    const { call, ports } = await desk();
    await ports.store.beginAttempt(sampleAttempt('sven-holt', 1));
    expect((await call('POST', ack, { as: 'operator' })).json).toMatchObject({
      status: 400,
      code: 'page.name-who',
      errors: [{ field: 'as', message: expect.stringContaining('mara-lind, sven-holt') }],
    });
    const other = await desk();
    expect((await other.call('POST', ack, { as: 'operator' })).json).toMatchObject({
      outcome: 'acknowledged',
      by: { id: 'mara-lind' },
      page: { ack: { via: 'command' } },
    });
  });

  it('are cancelled with a reason, once', async () => {
    const { call } = await desk();
    const cancel = `/api/pages/${samplePageId}/cancel`;
    expect((await call('POST', cancel, { body: { reason: '' } })).json).toMatchObject({
      errors: [{ field: 'reason' }],
    });
    expect((await call('POST', cancel, { body: { reason: 'a drill' } })).json).toMatchObject({
      page: { state: 'cancelled', cancelled: { reason: 'a drill' } },
    });
    expect((await call('POST', cancel, { body: { reason: 'again' } })).json).toMatchObject({
      status: 409,
      code: 'page.already-closed',
    });
    expect((await call('POST', ack)).json).toMatchObject({ outcome: 'cancelled' });
  });

  it('that are not there are 404', async () => {
    const { call } = await desk();
    expect((await call('POST', `/api/pages/${sampleCaseId}-P9/ack`)).json).toMatchObject({
      code: 'page.missing',
    });
    expect((await call('POST', `/api/pages/${sampleCaseId}-P9/ack`, { as: 'operator' })).json).toMatchObject({
      code: 'page.missing',
    });
  });
});

describe('the failed queue', () => {
  it('is retried by key', async () => {
    const { call, ports } = await desk();
    const unknown = await call('POST', '/api/intake/failed/retry', { body: { rawKey: 'raw/none' } });
    expect(unknown.json).toMatchObject({ status: 404, code: 'intake.not-failed' });
    await ports.store.saveFailedIntake({
      rawKey: 'raw/bad',
      receivedAt: '2026-11-22T10:00:00.000Z',
      failedAt: '2026-11-22T10:00:01.000Z',
      envelope: { from: 'a@b.example', to: [] },
      verdicts: null,
      error: 'x',
    });
    const { status, text } = await call('POST', '/api/intake/failed/retry', { body: { rawKey: 'raw/bad' } });
    expect([status, text]).toEqual([202, '']);
    expect(ports.enqueued.map(({ rawKey }) => rawKey)).toEqual(['raw/bad']);
  });
});

describe('the outbox', () => {
  it('is not here on AWS', async () => {
    const { call } = await desk();
    expect((await call('GET', '/api/outbox')).json).toMatchObject({ status: 404, code: 'outbox.not-here' });
    expect((await call('GET', '/api/outbox/x')).json).toMatchObject({ status: 404, code: 'outbox.not-here' });
    expect((await call('GET', '/api/session')).json).toMatchObject({ features: { outbox: false } });
  });
});
