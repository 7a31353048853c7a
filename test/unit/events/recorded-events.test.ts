import { expect, test } from 'vitest';
import { carryOutEffects } from '../../../app/carry-out-effects.ts';
import { catchUpClocks } from '../../../app/catch-up-clocks.ts';
import { recordSla } from '../../../app/record-sla.ts';
import { planChange } from '../../../app/unit-of-work.ts';
import { DomainError } from '../../../core/errors.ts';
import type { OutboxItem } from '../../../core/outbox/outbox-item.ts';
import type { CaseSla } from '../../../core/sla/case-sla.ts';
import type { SlaRecord } from '../../../core/sla/sla-record.ts';
import { promisedPorts } from '../../fakes/promised-ports.ts';
import { addSampleOther, sampleOtherId } from '../../fakes/sample-acts.ts';
import { sampleEvents } from './sample-events.ts';

type TestPorts = ReturnType<typeof promisedPorts>;
const hour = 3_600_000;

async function storedSla(ports: TestPorts, caseId: string): Promise<CaseSla> {
  const sla = await ports.store.getSla(caseId);
  if (!sla) throw new Error(`${caseId} has no promises`);
  return sla;
}

async function tagged(ports: TestPorts, tags: readonly string[]): Promise<void> {
  const { writes } = await planChange(
    {
      current: await ports.store.getCase(sampleOtherId),
      caseId: sampleOtherId,
      facts: [
        {
          actor: { kind: 'agent', userId: 'mara-lind' },
          fact: { type: 'case.tagged.v1', data: { tags: [...tags] } },
        },
      ],
    },
    ports,
  );
  await ports.store.commit(writes);
}

const eventsIn = (items: readonly OutboxItem[]) =>
  items.flatMap(({ effect }) => (effect.type === 'events.recorded' ? effect.events : []));

test('a new case costs no effect for other systems', async () => {
  const ports = promisedPorts();
  await addSampleOther(ports);
  expect(ports.store.outbox.map(({ effect }) => effect.type)).not.toContain('events.recorded');
});

test('what is recorded for other systems is published, and kept for another try where the bus refuses', async () => {
  const ports = promisedPorts();
  const effect = { type: 'events.recorded', events: Object.values(sampleEvents) } as const;
  const item = { id: 'o1', at: '2026-11-23T13:00:00.000Z', caseId: 'HW-7K3M9QZX', effect };
  expect(await carryOutEffects([item], ports)).toEqual(new Map());
  expect(ports.published).toEqual(effect.events);

  const refusal = new DomainError('unavailable', 'events.unavailable', 'not now');
  const eventBus = { publish: () => Promise.reject(refusal) };
  expect(await carryOutEffects([item], { ...ports, eventBus })).toEqual(new Map([['o1', refusal]]));
});

test('clocks that fell behind tell what they missed once they have caught up, at the times when it was', async () => {
  const ports = promisedPorts();
  await addSampleOther(ports);
  const behind = { ...ports.config, policies: () => Promise.reject(new Error('a fault of ours')) };
  ports.time.now += 300 * hour;
  await tagged({ ...ports, config: behind }, ['late']);
  const items = [...ports.store.outbox];
  expect(items.map(({ effect }) => effect.type)).toContain('clocks.behind');
  expect(eventsIn(items)).toEqual([]);

  await catchUpClocks(sampleOtherId, ports);
  const told = eventsIn(ports.store.outbox);
  const log = (await ports.store.getTimeline(sampleOtherId)).slaLog;
  const breaches = log.filter(({ type }) => type === 'breach');
  expect(breaches.length).toBeGreaterThan(1);
  expect(told.filter(({ type }) => type === 'sla.breached.v1').map(({ time }) => time)).toEqual(
    breaches.map(({ at }) => at),
  );
  expect(told.map(({ type }) => type)).toContain('escalation.opened.v1');
});

test('what comes at once in thousands is cut into effects that the store takes', async () => {
  const ports = promisedPorts();
  await addSampleOther(ports);
  const sla = await storedSla(ports, sampleOtherId);
  const [clock] = sla.clocks.clocks;
  if (!clock) throw new Error('no clock runs');
  const warned = { type: 'warn', percent: 50, at: sla.clocks.at, seq: null, why: '' } as const;
  const records: SlaRecord[] = Array.from({ length: 450 }, (_, n) => ({
    ...warned,
    caseId: sla.caseId,
    clock: clock.clock,
    instance: clock.instance,
    n,
  }));
  const { effects } = recordSla({ next: sla, records }, sla);
  const events = effects.map((effect) => (effect.type === 'events.recorded' ? effect.events : []));
  expect(events.map(({ length }) => length)).toEqual([200, 200, 50]);
  expect(JSON.stringify(effects[0]).length).toBeLessThan(200_000);
  expect(new Set(events.flat().map(({ id }) => id)).size).toBe(450);
});
