import { beforeEach, describe, expect, test } from 'vitest';
import { acknowledgeEscalation } from '../../../app/acknowledge-escalation.ts';
import { carryOutEffects } from '../../../app/carry-out-effects.ts';
import { catchUpClocks } from '../../../app/catch-up-clocks.ts';
import { demandHandovers } from '../../../app/demand-handovers.ts';
import { rebaseCases } from '../../../app/rebase-case.ts';
import { sweepClocks } from '../../../app/sweep-clocks.ts';
import { planChange } from '../../../app/unit-of-work.ts';
import { wakeClock } from '../../../app/wake-clock.ts';
import type { Actor } from '../../../core/case/actor.ts';
import type { CaseFact } from '../../../core/case/case-event.ts';
import { DomainError } from '../../../core/errors.ts';
import type { OutboxItem } from '../../../core/outbox/outbox-item.ts';
import type { CaseSla } from '../../../core/sla/case-sla.ts';
import type { ClockName } from '../../../core/sla/clock-name.ts';
import type { ClockState } from '../../../core/sla/clock-state.ts';
import { foldClock } from '../../../core/sla/fold-clock.ts';
import { isMetricEvent } from '../../../core/sla/sla-record.ts';
import type { Ports } from '../../../ports/ports.ts';
import { promisedPorts, promises } from '../../fakes/promised-ports.ts';
import { sampleMessageId } from '../../fakes/sample-case.ts';

type TestPorts = ReturnType<typeof promisedPorts>;
const caseId = 'HW-7K3M9QZX';
const hour = 3_600_000;
const customer: Actor = { kind: 'customer', address: 'kim@buyer.example' };
const mara: Actor = { kind: 'agent', userId: 'mara-lind' };

const created: CaseFact = {
  type: 'case.created.v1',
  data: {
    subject: 'My parcel',
    requester: { address: 'kim@buyer.example', name: 'Kim Doe' },
    participants: ['kim@buyer.example'],
    channel: 'email',
    linkedCaseIds: [],
    linkedWhy: null,
  },
};
const mail: CaseFact = {
  type: 'message.received.v1',
  data: {
    messageId: sampleMessageId,
    from: { address: 'kim@buyer.example', name: 'Kim Doe' },
    automated: null,
    isPrivate: false,
    flags: [],
    why: 'new sender',
  },
};
const tags = (tag: string): CaseFact => ({ type: 'case.tagged.v1', data: { tags: [tag] } });

let ports: TestPorts;
beforeEach(() => {
  ports = promisedPorts();
});

/** One commit, as a use case makes it. Returns what it left in the outbox. */
async function act(actor: Actor, facts: readonly CaseFact[], through: Ports = ports): Promise<OutboxItem[]> {
  const known = ports.store.outbox.length;
  const current = await ports.store.getCase(caseId);
  const { writes } = await planChange(
    { current, caseId, facts: facts.map((fact) => ({ actor, fact })) },
    through,
  );
  await ports.store.commit(writes);
  return ports.store.outbox.slice(known);
}
async function stored(): Promise<CaseSla> {
  const sla = await ports.store.getSla(caseId);
  if (!sla) throw new Error('the case has no promises');
  return sla;
}
async function clock(name: ClockName): Promise<ClockState> {
  const found = (await stored()).clocks.clocks.find((state) => state.clock === name);
  if (!found) throw new Error(`there is no clock ${name}`);
  return found;
}
const eventCount = async () => (await ports.store.getCase(caseId))?.eventCount ?? 0;
const types = (items: readonly OutboxItem[]) => items.map(({ effect }) => effect.type);
/** The clocks are thrown by whatever they ask of the configuration. */
const faulty = (): Ports => ({
  ...ports,
  config: {
    ...ports.config,
    current: () => Promise.reject(new Error('a fault of ours')),
    policies: () => Promise.reject(new Error('a fault of ours')),
  },
});
async function expectLogFoldsToState(): Promise<void> {
  const { slaLog } = await ports.store.getTimeline(caseId);
  for (const state of (await stored()).clocks.clocks) {
    const own = slaLog
      .filter(isMetricEvent)
      .filter((record) => record.clock === state.clock && record.instance === state.instance);
    expect(foldClock(own)).toEqual(state);
  }
}

describe('whatever is wrong with the clocks, an answer is stored', () => {
  beforeEach(async () => {
    await act(customer, [created, mail]);
  });
  const lastEvent = () => ports.store.events.at(-1);

  test('where the promises cannot be read at all', async () => {
    const unreadable = new DomainError('unavailable', 'store.unreadable-item', 'the item is no readable sla');
    const store = Object.create(ports.store, { getSla: { value: () => Promise.reject(unreadable) } });
    expect(types(await act(mara, [tags('a')], { ...ports, store }))).toContain('clocks.behind');
    expect(lastEvent()).toMatchObject({ type: 'case.tagged.v1' });
  });

  test('where an event of the history is missing', async () => {
    await act(mara, [tags('a')], faulty());
    ports.store.events.splice(ports.store.events.length - 1, 1);
    expect(types(await act(mara, [tags('b')]))).toContain('clocks.behind');
    expect(lastEvent()).toMatchObject({ data: { tags: ['b'] } });
  });

  test('where hundreds of events have to be made up for first', async () => {
    for (let n = 0; n < 300; n++) await act(mara, [tags(`tag ${n}`)], faulty());
    expect(types(await act(mara, [tags('last')]))).toContain('clocks.behind');
    await catchUpClocks(caseId, ports);
    expect((await stored()).clocks.seq).toBe(await eventCount());
    await expectLogFoldsToState();
  });

  test('but a store that is busy, or another writer, is met again', async () => {
    for (const code of ['store.unavailable', 'store.contention', 'sla.version-conflict']) {
      const passing = new DomainError(code === 'store.unavailable' ? 'unavailable' : 'conflict', code, 'x');
      const store = Object.create(ports.store, { getSla: { value: () => Promise.reject(passing) } });
      await expect(act(mara, [tags('a')], { ...ports, store })).rejects.toBe(passing);
    }
  });
});

describe('clocks that fell behind', () => {
  test('open what somebody escalated meanwhile', async () => {
    await act(customer, [created, mail]);
    const escalated: CaseFact = {
      type: 'case.escalated.v1',
      data: { to: { tier: 'lead' }, reason: 'she is in tears' },
    };
    await act(mara, [escalated], faulty());
    expect((await stored()).escalations).toEqual([]);
    await catchUpClocks(caseId, ports);
    expect((await stored()).escalations).toMatchObject([
      { state: 'open', cause: { kind: 'manual', reason: 'she is in tears' } },
    ]);
    expect(types(ports.store.outbox)).toContain('escalation.opened');
  });

  test('open it as well in a case whose promises never began', async () => {
    const escalated: CaseFact = { type: 'case.escalated.v1', data: { to: { tier: 'lead' }, reason: 'now' } };
    await act(customer, [created, mail], faulty());
    await act(mara, [escalated], faulty());
    await catchUpClocks(caseId, ports);
    expect((await stored()).escalations).toMatchObject([{ state: 'open', cause: { kind: 'manual' } }]);
  });

  test('keep the breach under the promises of before a re-base, and a log that adds up', async () => {
    await act(customer, [created, mail]);
    ports.time.now += 100 * hour;
    await act(mara, [tags('late')]);
    const { breachedAt } = await clock('first-reply');
    expect(breachedAt).not.toBeNull();
    const [crisis, standard] = promises.policies;
    const milder = { ...standard, targets: { 'first-reply': { normal: 50_000 } } };
    const { version } = ports.publishNext({ policies: [crisis, milder] });
    await rebaseCases(
      { caseIds: [caseId], policyVersion: version, reason: 'more time', userId: 'sven-holt' },
      ports,
    );
    await act(mara, [tags('later')], faulty());
    await catchUpClocks(caseId, ports);
    expect(await clock('first-reply')).toMatchObject({ breachedAt, promise: { policyVersion: version } });
    await expectLogFoldsToState();
  });

  test('show on the case what is due next once they have caught up', async () => {
    await act(customer, [created, mail], faulty());
    expect(await ports.store.getCase(caseId)).toMatchObject({ policyId: null, promise: null });
    await catchUpClocks(caseId, ports);
    const { dueAt } = await clock('first-reply');
    expect(await ports.store.getCase(caseId)).toMatchObject({ policyId: 'standard', nextDueAt: dueAt });
  });

  test('are found by the sweep, though the effect that tells of them was lost', async () => {
    await act(customer, [created, mail]);
    await act(mara, [tags('a')], faulty());
    ports.time.now += 60_000;
    expect(await sweepClocks(ports)).toMatchObject({ handled: [caseId], failed: [] });
    expect((await stored()).clocks.seq).toBe(await eventCount());
    expect(await sweepClocks(ports)).toMatchObject({ handled: [], failed: [] });
  });

  test('are found also where the case is new and nothing of its promises was ever stored', async () => {
    const known = await ports.config.current();
    const broken = { ...known, policies: { ...known.policies, calendars: {} } };
    await act(customer, [created, mail], {
      ...ports,
      config: { ...ports.config, current: async () => broken },
    });
    ports.time.now += 60_000;
    await sweepClocks(ports);
    expect(await clock('first-reply')).toMatchObject({ state: 'running' });
  });

  test('and cannot catch up hold up no effect of other cases, and are told of each minute until they can', async () => {
    await act(customer, [created, mail]);
    const items = (await act(mara, [tags('a')], faulty())).filter(
      ({ effect }) => effect.type === 'clocks.behind',
    );
    expect(await carryOutEffects(items, faulty())).toEqual(new Map());
    ports.time.now += 60_000;
    expect(await sweepClocks(faulty())).toMatchObject({ failed: [caseId] });
    ports.time.now += 60_000;
    expect(await sweepClocks(faulty())).toMatchObject({ failed: [caseId] });
    expect(await sweepClocks(ports)).toMatchObject({ handled: [caseId], failed: [] });
  });
});

test('a re-base that the clocks cannot follow leaves the case where it is, with a reason', async () => {
  await act(customer, [created, mail]);
  const { version } = ports.publishNext({ policies: promises.policies.slice(1) });
  const noCalendars = async (name: string) => {
    const found = await ports.config.policies(name);
    return found && { ...found, calendars: {} };
  };
  const input = { caseIds: [caseId], policyVersion: version, reason: 'milder', userId: 'sven-holt' };
  const config = { ...ports.config, policies: noCalendars };
  const answer = await rebaseCases(input, { ...ports, config });
  expect(answer).toMatchObject({ rebased: [], failed: [{ caseId }] });
  expect(ports.store.events.map(({ type }) => type)).not.toContain('case.rebased.v1');
  expect(await rebaseCases(input, ports)).toEqual({ rebased: [caseId], failed: [] });
});

test('a long case of before desks had promises is re-based at once', async () => {
  const facts = [created, mail, ...Array.from({ length: 60 }, (_, n) => tags(`tag ${n}`))];
  await act(customer, facts);
  ports.store.slas.clear();
  const { version } = ports.publishNext({ policies: promises.policies.slice(1) });
  const input = { caseIds: [caseId], policyVersion: version, reason: 'milder', userId: 'sven-holt' };
  expect(await rebaseCases(input, ports)).toEqual({ rebased: [caseId], failed: [] });
  expect((await stored()).policyVersion).toBe(version);
});

test('a crisis case of before desks had promises is handed over like any other', async () => {
  const days = ['sun' as const];
  const restrictions = [{ days, start: '08:00', end: '12:00' }];
  const layers = [{ users: ['mara-lind'], priority: 0, restrictions }];
  ports.publishNext({ schedules: { primary: { timezone: 'UTC', layers } } });
  const inCrisis: CaseFact = {
    type: 'case.category-changed.v1',
    data: { from: 'other', to: 'self-harm', reason: null },
  };
  const taken: CaseFact = { type: 'case.assigned.v1', data: { from: null, to: 'mara-lind', reason: null } };
  await act(customer, [created, mail, inCrisis, taken]);
  ports.store.slas.clear();
  ports.time.now += 100 * 60_000; // 12:04
  expect(await demandHandovers(ports)).toEqual([caseId]);
  expect(await demandHandovers(ports)).toEqual([]);
  expect(ports.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

describe('a case whose version of the promises is lost', () => {
  beforeEach(async () => {
    await act(customer, [created, mail]);
    const escalated: CaseFact = { type: 'case.escalated.v1', data: { to: { tier: 'lead' }, reason: 'now' } };
    await act(mara, [escalated]);
    ports.store.slas.set(caseId, { ...(await stored()), policyVersion: 'lost' });
  });

  test('lets people take an escalation on', async () => {
    const escalationId = `${caseId}-E1`;
    const answer = await acknowledgeEscalation({ escalationId, userId: 'sven-holt', via: 'console' }, ports);
    expect(answer.outcome).toBe('acknowledged');
  });

  test('has its breach recorded by the timer, and goes on under the promises in force', async () => {
    ports.time.now += 100 * hour;
    const [armed] = (await stored()).armed.filter((entry) => entry.clock === 'first-reply');
    if (!armed) throw new Error('first-reply has no timer');
    await wakeClock({ caseId, ...armed }, ports);
    expect((await clock('first-reply')).breachedAt).not.toBeNull();
    expect(types(await act(mara, [tags('a')]))).not.toContain('clocks.behind');
    expect(ports.logged.map(({ message }) => message).join()).toContain('are lost');
  });
});
