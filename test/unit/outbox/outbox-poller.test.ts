import { beforeEach, expect, test } from 'vitest';
import type { OutboxEffect, OutboxItem } from '../../../core/outbox/outbox-item.ts';
import { VirtualClock } from '../../../local/clock/virtual-clock.ts';
import { OutboxPoller } from '../../../local/outbox/outbox-poller.ts';

const changed: OutboxEffect = { type: 'case.changed', version: 1 };
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

let clock: VirtualClock;
let stored: Map<string, OutboxItem>;
let reads: number;
let seen: string[];
let failing: Set<string>;
let storeDown: boolean;

beforeEach(() => {
  clock = new VirtualClock(1_000_000);
  stored = new Map();
  reads = 0;
  seen = [];
  failing = new Set();
  storeDown = false;
});

function item(id: string, effect: OutboxEffect = changed): OutboxItem {
  const made: OutboxItem = { id, at: '2026-11-20T18:00:00.000Z', caseId: 'HW-AB12CD34', effect };
  stored.set(id, made);
  return made;
}

function start(): OutboxPoller {
  const poller = new OutboxPoller({
    outbox: {
      listOutbox: async (limit) => {
        reads += 1;
        if (storeDown) throw new Error('the store is down');
        return [...stored.values()].slice(0, limit);
      },
      removeOutbox: async (items) => {
        if (storeDown) throw new Error('the store is down');
        for (const { id } of items) stored.delete(id);
      },
    },
    dispatch: async (items) => {
      seen.push(...items.map(({ id }) => id));
      return new Set(items.map(({ id }) => id).filter((id) => failing.has(id)));
    },
    clock,
    timers: clock,
    log: silent,
  });
  poller.start();
  return poller;
}
const pass = (poller: OutboxPoller, ms: number) => clock.advanceTo(clock.now() + ms, () => poller.idle());

test('what an earlier process left is done at the start, however much it is', async () => {
  const ids = Array.from({ length: 450 }, (_, n) => `i${String(n).padStart(3, '0')}`);
  for (const id of ids) item(id);
  const poller = start();
  await poller.idle();
  expect(seen.toSorted()).toEqual(ids);
  await poller.stop();
  expect(stored.size).toBe(0);
});

test('what a commit hands over is done at once, without reading the store', async () => {
  const poller = start();
  await poller.idle();
  poller.committed([item('a'), item('b')]);
  await poller.idle();
  expect(seen).toEqual(['a', 'b']);
  expect(reads).toBe(1);
  await pass(poller, 1_000);
  expect(stored.size).toBe(0);
});

test('what fails stays, comes again later and later, and holds up nobody', async () => {
  const poller = start();
  failing.add('bad');
  poller.committed([item('bad'), item('good')]);
  await pass(poller, 8_000);
  expect(seen).toEqual(['bad', 'good', 'bad', 'bad', 'bad']);
  expect([...stored.keys()]).toEqual(['bad']);
  failing.clear();
  await pass(poller, 20_000);
  expect(seen.filter((id) => id === 'bad')).toHaveLength(5);
  await poller.stop();
  expect(stored.size).toBe(0);
});

test('a commit of unknown outcome is looked up at once, and one that nobody told of within a minute', async () => {
  const poller = start();
  await poller.idle();
  item('open');
  poller.readAgain();
  await poller.idle();
  expect(seen).toEqual(['open']);
  item('untold');
  await pass(poller, 59_000);
  expect(seen).toEqual(['open']);
  await pass(poller, 1_000);
  expect(seen).toEqual(['open', 'untold']);
});

test('what is done but not yet removed is not done again, and a mail about a page is removed at once', async () => {
  const poller = start();
  await poller.idle();
  poller.committed([item('a')]);
  await poller.idle();
  poller.readAgain();
  await poller.idle();
  expect(seen).toEqual(['a']);
  expect(stored.has('a')).toBe(true);
  poller.committed([
    item('m', { type: 'page-mail.queued', to: 'ana@x', subject: '', text: '', pageId: 'HW-AB12CD34-P1' }),
  ]);
  await poller.idle();
  expect(stored.size).toBe(0);
});

test('a store that is down for a while delays and loses nothing', async () => {
  storeDown = true;
  item('a');
  const poller = start();
  await pass(poller, 3_000);
  expect(seen).toEqual([]);
  storeDown = false;
  await pass(poller, 1_000);
  expect(seen).toEqual(['a']);
  storeDown = true;
  await pass(poller, 2_000);
  storeDown = false;
  await pass(poller, 2_000);
  expect(stored.size).toBe(0);
  expect(seen).toEqual(['a']);
});
