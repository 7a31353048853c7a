import { describe, expect, it } from 'vitest';
import type { Case } from '../../../core/case/case.ts';
import type { RebasedClock } from '../../../core/sla/rebase.ts';
import { toInstant } from '../../../core/time/instant.ts';
import { apiClient } from '../../fakes/api-client.ts';
import { startOfTests } from '../../fakes/fake-ports.ts';
import { promisedPorts, promises } from '../../fakes/promised-ports.ts';
import { addSampleCase, addSampleClocks, sampleCaseId, sampleEscalationId } from '../../fakes/sample-case.ts';

const ofCase = `/api/cases/${sampleCaseId}`;
const minute = 60_000;

async function desk() {
  const ports = promisedPorts();
  const client = apiClient({ ports });
  await addSampleCase(ports);
  await addSampleClocks(ports);
  return { ...client, ports };
}

interface Explained {
  readonly why: string;
  readonly clocks: readonly {
    readonly clock: { clock: string; state: string; dueAt: string | null; breachedAt: string | null };
    readonly explanation: {
      sum: string;
      due: string | null;
      stretches: readonly { counted: boolean; why: string; ms: number }[];
      left: { businessMs: number | null; wallMs: number | null };
    };
  }[];
}

const clockOf = ({ clocks }: Explained, name: string) => {
  const found = clocks.find(({ clock }) => clock.clock === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

describe('an explanation', () => {
  it('adds up: the stretches that counted until the due time are the promise', async () => {
    const { call } = await desk();
    const answer = (await call('GET', `${ofCase}/sla`)).json as Explained;
    expect(answer.why).toBe('crisis is the first of 2 that matches');
    const { clock, explanation } = clockOf(answer, 'first-reply');
    expect(clock.dueAt).toBe('2026-11-22T10:53:00.000Z');
    expect(explanation.due).toBe('Sun 2026-11-22 10:53');
    expect(explanation.sum).toBe('30 min promised, 1 min counted, 29 min left');
    const counted = explanation.stretches.filter((stretch) => stretch.counted);
    expect(counted.reduce((sum, { ms }) => sum + ms, 0)).toBe(30 * minute);
    expect(explanation.left).toMatchObject({ businessMs: 29 * minute, wallMs: 29 * minute });
  });

  it('tells a breach at the instant at which it came, though no timer has come by', async () => {
    const { call, ports } = await desk();
    ports.time.now += 60 * minute;
    const { clock, explanation } = clockOf(
      (await call('GET', `${ofCase}/sla`)).json as Explained,
      'first-reply',
    );
    expect(clock.breachedAt).toBe('2026-11-22T10:53:00.000Z');
    expect(explanation.left.businessMs).toBe(-31 * minute);
    expect(explanation.sum).toBe('30 min promised, 1 h 1 min counted, 31 min too long');
  });

  it('of a case whose clocks have not begun says so', async () => {
    const ports = promisedPorts();
    const { call } = apiClient({ ports });
    await addSampleCase(ports);
    expect((await call('GET', `${ofCase}/sla`)).json).toMatchObject({
      clocks: [],
      why: 'it has no clocks yet',
    });
    expect((await call('GET', ofCase)).json).toMatchObject({ sla: null, slaLog: [] });
  });
});

describe('a case', () => {
  it('comes with its clocks, its log and the policies to count them down by, and no workflow secret', async () => {
    const { call } = await desk();
    const { json, text } = await call('GET', ofCase);
    expect(json).toMatchObject({
      case: {
        policyId: 'crisis',
        promise: { clock: 'emergency-ack' },
        nextDueAt: '2026-11-22T10:28:00.000Z',
      },
      sla: {
        policy: { id: 'crisis', name: 'Crisis' },
        policySet: { calendars: { always: { timezone: 'UTC' } } },
        escalations: [{ id: sampleEscalationId, state: 'open' }],
      },
    });
    expect(text).not.toContain('escalation-secret');
  });
});

describe('a date set by a person', () => {
  const due = (clock: string) => `${ofCase}/clocks/${clock}/due`;
  const body = { instance: 1, dueAt: '2026-11-22T14:00:00+02:00', reason: 'agreed on the phone' };

  it('is kept on the case and in its history, and null gives it back', async () => {
    const { call, ports } = await desk();
    const set = await call('PUT', due('first-reply'), { body });
    expect((set.json as { case: Case }).case.nextDueAt).toBe('2026-11-22T10:28:00.000Z');
    expect(ports.store.events.at(-1)).toMatchObject({
      type: 'clock.due-overridden.v1',
      actor: { kind: 'agent', userId: 'mara-lind' },
      data: { dueAt: '2026-11-22T12:00:00.000Z', reason: 'agreed on the phone' },
    });
    const explained = (await call('GET', `${ofCase}/sla`)).json as Explained;
    expect(clockOf(explained, 'first-reply').clock.dueAt).toBe('2026-11-22T12:00:00.000Z');
    expect(clockOf(explained, 'first-reply').explanation.sum).toContain('set by hand');
    await call('PUT', due('first-reply'), { body: { ...body, dueAt: null } });
    const after = (await call('GET', `${ofCase}/sla`)).json as Explained;
    expect(clockOf(after, 'first-reply').clock.dueAt).toBe('2026-11-22T10:53:00.000Z');
  });

  it('that is taken back where there was none changes nothing', async () => {
    const { call, ports } = await desk();
    const before = ports.store.events.length;
    const { status } = await call('PUT', due('first-reply'), { body: { ...body, dueAt: null } });
    expect(status).toBe(200);
    expect(ports.store.events).toHaveLength(before);
  });

  it.each([
    ['first-reply', { dueAt: '2026-11-22T10:24:00Z' }, 400, 'sla.due-date', 'dueAt', 'is past'],
    ['first-reply', { dueAt: '2028-11-22T10:24:00Z' }, 400, 'sla.due-date', 'dueAt', 'a year away'],
    ['first-reply', { instance: 2 }, 404, 'sla.clock', 'instance', 'open are'],
    ['department', {}, 404, 'sla.clock', 'instance', 'no open department 1'],
    ['emergency-ack', {}, 409, 'sla.never-silent', 'dueAt', 'cannot be put off'],
    ['first-reply', { dueAt: 'tomorrow' }, 400, 'request.invalid', 'dueAt', 'write an ISO time'],
    ['first-reply', { dueAt: '2026-11-22T14:00:00' }, 400, 'request.invalid', 'dueAt', 'write an ISO time'],
    ['first-reply', { reason: ' ' }, 400, 'request.invalid', 'reason', 'say why'],
    ['firstreply', {}, 400, 'request.invalid', 'clock', 'choose from emergency-ack'],
  ])('%s %j is refused', async (clock, change, status, code, field, message) => {
    const { call, ports } = await desk();
    const before = ports.store.events.length;
    const answer = await call('PUT', due(clock), { body: { ...body, ...change } });
    expect(answer.json).toMatchObject({ status, code });
    const { errors } = answer.json as { errors: { field: string; message: string }[] };
    expect(errors[0]?.field).toBe(field);
    expect(errors[0]?.message).toContain(message);
    expect(ports.store.events).toHaveLength(before);
  });

  it('may bring an update in a crisis forward, and never put it off', async () => {
    const { call } = await desk();
    await call('POST', `${ofCase}/replies`, { body: { expectedVersion: 1, text: 'I am here.' } });
    const put = (dueAt: string) => call('PUT', due('keep-informed'), { body: { ...body, dueAt } });
    expect((await put('2026-11-22T12:24:00.001Z')).json).toMatchObject({ code: 'sla.never-silent' });
    expect((await put('2026-11-22T12:00:00Z')).status).toBe(200);
  });
});

describe('an escalation by hand', () => {
  const url = `${ofCase}/escalations`;

  it('opens one, tells its workflow, and is listed with its case', async () => {
    const { call, ports } = await desk();
    const body = { to: { department: 'legal' }, reason: 'a threat of legal action' };
    const { status, json } = await call('POST', url, { body });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      escalation: {
        id: `${sampleCaseId}-E2`,
        cause: { kind: 'manual', by: 'mara-lind', to: { department: 'legal' } },
      },
    });
    const { items } = (await call('GET', '/api/escalations')).json as {
      items: { escalation: { id: string }; case: { subject: string } }[];
    };
    expect(items.map(({ escalation }) => escalation.id)).toEqual([sampleEscalationId, `${sampleCaseId}-E2`]);
    expect(items[0]?.case.subject).toBe('I cannot go on');
    expect(ports.store.slas.get(sampleCaseId)?.escalationCount).toBe(2);
  });

  it.each([
    [{ to: { tier: 'boss' }, reason: 'x' }, 'to.tier', 'choose from agent, lead'],
    [{ to: {}, reason: 'x' }, 'to', 'write one of'],
    [{ to: { tier: 'lead', user: 'ada-root' }, reason: 'x' }, 'to', 'write one of'],
    [{ to: { user: 'ada-rot' }, reason: 'x' }, 'to.user', 'did you mean "ada-root"?'],
    [{ to: { department: 'legl' }, reason: 'x' }, 'to.department', 'did you mean "legal"?'],
    [{ to: { tier: 'lead' }, reason: '' }, 'reason', 'say why'],
  ])('%j is refused', async (body, field, message) => {
    const { call } = await desk();
    const { status, json } = await call('POST', url, { body });
    expect(status).toBe(400);
    const { errors } = json as { errors: { field: string; message: string }[] };
    expect(errors[0]?.field).toBe(field);
    expect(errors[0]?.message).toContain(message);
  });

  it('of a case that is over is refused', async () => {
    const { call, ports } = await desk();
    const body = { to: { tier: 'lead' }, reason: 'x' };
    const current = ports.store.cases.get(sampleCaseId);
    if (!current) throw new Error('no case');
    for (const [change, text] of [
      [{ status: 'solved' }, 'reopen it first'],
      [{ mergedInto: 'HW-00000009' }, 'escalate that one'],
      [{ flags: ['spam'] }, 'marked as spam'],
    ] as const) {
      ports.store.cases.set(sampleCaseId, { ...current, ...change });
      const { json } = await call('POST', url, { body });
      expect(json).toMatchObject({ status: 409, code: 'escalation.case-over' });
      expect((json as { detail: string }).detail).toContain(text);
    }
  });

  it('is taken on once; the second is told who was first', async () => {
    const { call, ports } = await desk();
    const ack = `/api/escalations/${sampleEscalationId}/ack`;
    expect((await call('POST', ack)).json).toMatchObject({
      outcome: 'acknowledged',
      by: { id: 'mara-lind', name: 'Mara Lind' },
      escalation: { acknowledged: { via: 'console' } },
    });
    expect((await call('POST', ack, { as: 'sven-holt' })).json).toMatchObject({
      outcome: 'already-acknowledged',
      by: { id: 'mara-lind' },
    });
    expect(ports.store.slas.get(sampleCaseId)?.escalations[0]?.state).toBe('acknowledged');
    expect((await call('POST', ack, { body: { as: 'ada-root' } })).json).toMatchObject({ status: 403 });
    expect((await call('POST', ack.replace('E1', 'E9'))).json).toMatchObject({ code: 'escalation.missing' });
  });

  it('is taken on by the operator for the only one who was told', async () => {
    const { call } = await desk();
    const answer = await call('POST', `/api/escalations/${sampleEscalationId}/ack`, { as: 'operator' });
    expect(answer.json).toMatchObject({
      by: { id: 'sven-holt' },
      escalation: { acknowledged: { via: 'command' } },
    });
  });
});

describe('the promises', () => {
  const url = '/api/sla/promises';

  it('are read, checked and published under a new version, by leads and admins alone', async () => {
    const { call, ports } = await desk();
    const before = (await call('GET', url)).json as {
      version: string;
      policyVersion: string;
      promises: typeof promises;
    };
    expect(before.promises.departments.legal.name).toBe('Legal');
    const next = { ...before.promises, policies: before.promises.policies.slice(1) };
    const body = { baseVersion: before.version, promises: next, reason: 'one policy is enough' };
    expect((await call('PUT', url, { body })).json).toMatchObject({ status: 403, code: 'auth.role-needed' });
    const published = (await call('PUT', url, { body, as: 'sven-holt' })).json as typeof before;
    expect(published).toMatchObject({ publishedBy: 'sven-holt', source: 'console' });
    expect(published.policyVersion).not.toBe(before.policyVersion);
    expect((await call('GET', url)).json).toMatchObject({ version: published.version });
    const stale = await call('PUT', url, { body, as: 'ada-root' });
    expect(stale.json).toMatchObject({ status: 409, code: 'config.version-conflict' });
    expect((await ports.config.current()).reason).toBe('one policy is enough');
  });

  it('that are wrong are told by field, by a check and by a publication alike', async () => {
    const { call } = await desk();
    const wrong = { ...promises, policies: [{ ...promises.policies[0], calendar: 'alwys' }] };
    const checked = (await call('POST', `${url}/check`, { body: { promises: wrong } })).json as {
      problems: { severity: string; field: string; message: string }[];
    };
    const error = checked.problems.find(({ severity }) => severity === 'error');
    expect(error?.field).toBe('policies[0].calendar');
    expect(error?.message).toContain('did you mean "always"?');
    const body = { baseVersion: 'config-1', promises: wrong, reason: 'a try' };
    const refused = await call('PUT', url, { body, as: 'sven-holt' });
    expect(refused.json).toMatchObject({ status: 400, code: 'config.invalid' });
    expect((refused.json as { errors: { field: string }[] }).errors[0]?.field).toBe('policies[0].calendar');
  });

  it('with a part left out are refused, for that would take it away', async () => {
    const { call } = await desk();
    const { policies: _, ...rest } = promises;
    const { status, json } = await call('POST', `${url}/check`, { body: { promises: rest } });
    expect(status).toBe(400);
    expect(json).toMatchObject({ errors: [{ field: 'promises.policies' }] });
  });

  it('of a version are kept by browsers for ever', async () => {
    const { call, ports } = await desk();
    const { policies } = await ports.config.current();
    const { headers, json } = await call('GET', `/api/sla/policies/${policies.version}`);
    expect(json).toEqual(JSON.parse(JSON.stringify(policies)));
    expect(headers['cache-control']).toContain('immutable');
    const other = await call('GET', '/api/sla/policies/0123456789abcdef');
    expect(other.json).toMatchObject({ status: 404, code: 'sla.policy-version' });
    expect(other.headers['cache-control']).toBe('no-store');
  });
});

describe('a re-base', () => {
  const url = '/api/sla/rebase';
  interface Preview {
    readonly policyVersion: string;
    readonly items: readonly { readonly caseId: string; readonly moved: readonly RebasedClock[] }[];
    readonly cursor: string | null;
  }
  const shorter = () => {
    const [crisis, standard] = promises.policies;
    const targets = { ...crisis?.targets, 'first-reply': { emergency: 1 } };
    return { policies: [{ ...crisis, targets }, standard] };
  };

  async function previews(call: ReturnType<typeof apiClient>['call']): Promise<Preview['items']> {
    const items: Preview['items'][number][] = [];
    let cursor: string | null = null;
    do {
      const more: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page = (await call('GET', `${url}?limit=1${more}`)).json as Preview;
      items.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== null);
    return items;
  }

  it('is previewed with the due times that move and the breaches that appear', async () => {
    const { call, ports } = await desk();
    expect(await previews(call)).toEqual([]);
    ports.publishNext(shorter());
    ports.time.now += 5 * minute;
    const items = await previews(call);
    expect(items.map(({ caseId }) => caseId)).toEqual([sampleCaseId]);
    expect(items[0]?.moved).toEqual([
      expect.objectContaining({
        clock: 'first-reply',
        dueBefore: '2026-11-22T10:53:00.000Z',
        dueAfter: toInstant(startOfTests + 5 * minute),
        breachAppears: true,
      }),
    ]);
    expect(ports.store.slas.get(sampleCaseId)?.version).toBe(1);
  });

  it('moves each case by itself, records who and why, and repeating it changes nothing', async () => {
    const { call, ports } = await desk();
    const { version } = ports.publishNext(shorter());
    const caseIds = ['HW-00000000', sampleCaseId, sampleCaseId];
    const body = { caseIds, policyVersion: version, reason: 'shorter answers for all' };
    expect((await call('POST', url, { body })).status).toBe(403);
    const { json } = await call('POST', url, { body, as: 'sven-holt' });
    expect(json).toEqual({
      rebased: [sampleCaseId],
      failed: [{ caseId: 'HW-00000000', message: 'There is no case HW-00000000.' }],
    });
    expect(ports.store.events.at(-1)).toMatchObject({
      type: 'case.rebased.v1',
      actor: { userId: 'sven-holt' },
      data: { policyVersion: version, reason: 'shorter answers for all' },
    });
    expect(ports.store.cases.get(sampleCaseId)?.policyVersion).toBe(version);
    const count = ports.store.events.length;
    expect((await call('POST', url, { body, as: 'sven-holt' })).json).toMatchObject({
      rebased: [sampleCaseId],
    });
    expect(ports.store.events).toHaveLength(count);
    expect(await previews(call)).toEqual([]);
  });

  it('onto a version that is no longer in force, or of a case that is over, is refused', async () => {
    const { call, ports } = await desk();
    const old = (await ports.config.current()).policies.version;
    const { version } = ports.publishNext(shorter());
    const send = (policyVersion: string) =>
      call('POST', url, {
        body: { caseIds: [sampleCaseId], policyVersion, reason: 'x' },
        as: 'ada-root',
      });
    expect((await send(old)).json).toMatchObject({ status: 409, code: 'sla.other-version' });
    const current = ports.store.cases.get(sampleCaseId);
    if (!current) throw new Error('no case');
    ports.store.cases.set(sampleCaseId, { ...current, status: 'closed' });
    const { failed } = (await send(version)).json as { failed: { message: string }[] };
    expect(failed[0]?.message).toContain('is closed; only open cases');
  });

  it('begins the clocks of a case that had none', async () => {
    const ports = promisedPorts();
    const { call } = apiClient({ ports });
    await addSampleCase(ports);
    const items = await previews(call);
    expect(items).toMatchObject([{ caseId: sampleCaseId, policyVersion: null, moved: [] }]);
    const { version } = (await ports.config.current()).policies;
    const body = { caseIds: [sampleCaseId], policyVersion: version, reason: 'clocks for all' };
    await call('POST', url, { body, as: 'ada-root' });
    expect(ports.store.cases.get(sampleCaseId)).toMatchObject({ policyId: 'crisis', policyVersion: version });
  });
});

describe('histories', () => {
  it('are of the cases created in [from, to) and hold no person and no word of one', async () => {
    const { call } = await desk();
    const span = (from: string, to: string) => call('GET', `/api/sla/histories?from=${from}&to=${to}`);
    const { text, json } = await span('2026-11-22T10:23:00Z', '2026-11-22T10:23:00.001Z');
    expect((json as { items: { events: unknown[] }[] }).items[0]?.events).toHaveLength(4);
    for (const word of ['kim', 'Kim', 'cannot go on']) expect(text).not.toContain(word);
    expect((await span('2026-11-01T00:00:00Z', '2026-11-22T10:23:00Z')).json).toMatchObject({ items: [] });
  });

  it('want a span that goes forward', async () => {
    const { call } = await desk();
    const { json } = await call(
      'GET',
      '/api/sla/histories?from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z',
    );
    expect(json).toMatchObject({
      status: 400,
      errors: [{ field: 'to', message: 'is not after from; swap the two' }],
    });
  });

  it('go on by a cursor through every view, and a forged one is refused', async () => {
    const { call, ports } = await desk();
    const one = ports.store.cases.get(sampleCaseId);
    if (!one) throw new Error('no case');
    const statuses = ['open', 'pending', 'solved', 'closed'] as const;
    for (const [i, status] of statuses.entries())
      ports.store.cases.set(`HW-0000000${i}`, { ...one, id: `HW-0000000${i}`, status });
    const found: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { json } = await call(
        'GET',
        `/api/sla/histories?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z&limit=1${more}`,
      );
      const page = json as { items: { caseId: string }[]; cursor: string | null };
      found.push(...page.items.map(({ caseId }) => caseId));
      cursor = page.cursor;
    }
    expect(found.toSorted()).toEqual([...statuses.map((_, i) => `HW-0000000${i}`), sampleCaseId]);
    const forged = await call(
      'GET',
      '/api/sla/histories?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z&cursor=mine:x',
    );
    expect(forged.json).toMatchObject({ status: 400, code: 'store.bad-cursor' });
  });
});
