import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseDeskConfig } from '../../../core/config/desk-config.ts';
import { policySetOf } from '../../../core/config/policies-of-config.ts';
import { createWakeClockHandler } from '../../../functions/wake-clock/handler.ts';
import { type FakePorts, fakePorts, testConfig } from '../../fakes/fake-ports.ts';
import { addSampleCase, addSampleClocks, sampleCaseId } from '../../fakes/sample-case.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const config = parseDeskConfig({
  ...testConfig,
  calendars: { always: { timezone: 'UTC' } },
  policies: [
    { id: 'hour', name: 'An hour', calendar: 'always', targets: { 'first-reply': { emergency: 60 } } },
  ],
});

let ports: FakePorts;
let started: { workflow: string; name: string; input: unknown }[];
beforeEach(async () => {
  started = [];
  const fake = fakePorts();
  const version = { ...(await fake.config.current()), config, policies: policySetOf(config, sha256) };
  ports = Object.assign(fake, {
    config: { ...fake.config, current: async () => version, policies: async () => version.policies },
    workflows: {
      ...fake.workflows,
      start: async (start: { workflow: string; name: string; input: unknown }) => {
        started.push(start);
        return 'started' as const;
      },
    },
  });
  await addSampleCase(ports);
});

const wake = (event: unknown) =>
  createWakeClockHandler(ports, { log: ports.log, count: () => undefined, middlewares: [] })(event);

/** The first clock of the sample that an execution waits for. */
async function armed() {
  const sla = await addSampleClocks(ports);
  const entry = sla.armed.find(({ at }) => at !== null);
  if (!entry?.at) throw new Error('no clock of the sample case is armed');
  const { clock, instance, epoch, at } = entry;
  return { caseId: sampleCaseId, clock, instance, epoch, at };
}

describe('wake-clock', () => {
  it('records what is due, and starts the execution of the next look under a name of its own', async () => {
    const event = await armed();
    ports.time.now = Date.parse(event.at);
    const before = (await ports.store.getTimeline(sampleCaseId)).slaLog.length;
    const { next } = await wake(event);
    expect((await ports.store.getTimeline(sampleCaseId)).slaLog.length).toBeGreaterThan(before);
    if (next === null) throw new Error('no other look is to come');
    const { caseId, clock, instance, epoch } = event;
    expect(started).toEqual([
      {
        workflow: 'sla-clock',
        name: `${caseId}_${clock}_${instance}_${epoch}_${Date.parse(next)}`,
        input: { ...event, at: next },
      },
    ]);
    expect(started[0]?.name.length).toBeLessThanOrEqual(80);
  });

  it('starts the same execution when it is asked again, as after an answer that was lost', async () => {
    const event = await armed();
    ports.time.now = Date.parse(event.at);
    await wake(event);
    await wake(event);
    expect(started).toHaveLength(2);
    expect(started[1]).toEqual(started[0]);
  });

  it('waits out what Step Functions cuts off, and no more than that', async () => {
    const event = await armed();
    const due = Date.parse(event.at);
    ports.time.now = due - 20;
    const ticks = setInterval(() => (ports.time.now = due), 1);
    const { next } = await wake(event);
    clearInterval(ticks);
    expect(next === null || Date.parse(next) > due).toBe(true);
    expect((await ports.store.getTimeline(sampleCaseId)).slaLog.at(-1)?.at).toBe(event.at);
  });

  it('waits also where the clock of Step Functions is ahead of its own', async () => {
    const event = await armed();
    const due = Date.parse(event.at);
    const times = [due - 1_030];
    Object.assign(ports, { clock: { now: () => times.shift() ?? due } });
    const { next } = await wake(event);
    expect(next).not.toBe(event.at);
  });

  it('that is far too early asks to be woken again, at the time that it was for', async () => {
    const event = await armed();
    ports.time.now = Date.parse(event.at) - 5_000;
    expect(await wake(event)).toEqual({ next: event.at });
    expect(started).toHaveLength(1);
  });

  it('does nothing for an execution of an older epoch', async () => {
    const event = await armed();
    ports.time.now = Date.parse(event.at);
    const before = await ports.store.getSla(sampleCaseId);
    expect(await wake({ ...event, epoch: event.epoch + 1 })).toEqual({ next: null });
    expect(await ports.store.getSla(sampleCaseId)).toEqual(before);
    expect(started).toEqual([]);
  });

  it.each([{ clock: 'second-reply' }, { epoch: 0 }, { instance: 1.5 }, { at: 'soon' }, { caseId: 7 }])(
    'refuses an event with %o',
    async (wrong) => {
      await expect(wake({ ...(await armed()), ...wrong })).rejects.toThrow();
    },
  );
});
