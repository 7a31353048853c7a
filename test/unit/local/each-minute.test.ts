import { expect, test } from 'vitest';
import { VirtualClock } from '../../../local/clock/virtual-clock.ts';
import { EachMinute } from '../../../local/each-minute.ts';

function bed(handlers: Record<string, () => Promise<unknown>>) {
  const clock = new VirtualClock(Date.UTC(2026, 10, 22));
  const errors: unknown[] = [];
  const log = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: (_message: string, fields: Record<string, unknown> = {}) => void errors.push(fields.function),
  };
  const eachMinute = new EachMinute({ handlers, clock, timers: clock, log });
  const minutes = (count: number) =>
    clock.advanceTo(clock.now() + count * 60_000, async () => {
      // A turn that hangs must not hold up the clock: only what is ready is waited for.
      await new Promise((resolve) => setImmediate(resolve));
    });
  return { eachMinute, errors, minutes };
}

test('every function is called each minute, until it is stopped', async () => {
  const calls: string[] = [];
  const { eachMinute, minutes } = bed({
    one: async () => void calls.push('one'),
    two: async () => void calls.push('two'),
  });
  eachMinute.start();
  await minutes(2);
  expect(calls).toEqual(['one', 'two', 'one', 'two']);
  await eachMinute.stop();
  await minutes(5);
  expect(calls).toHaveLength(4);
});

test('one that fails is called again, and keeps no other from its turn', async () => {
  let calls = 0;
  const { eachMinute, errors, minutes } = bed({
    bad: async () => {
      throw new Error('test');
    },
    good: async () => void (calls += 1),
  });
  eachMinute.start();
  await minutes(3);
  await eachMinute.stop();
  expect(calls).toBe(3);
  expect(errors).toEqual(['bad', 'bad', 'bad']);
});

test('one that still runs is not called beside itself', async () => {
  let release = () => {};
  let calls = 0;
  const { eachMinute, minutes } = bed({
    slow: () => {
      calls += 1;
      return new Promise<void>((resolve) => (release = resolve));
    },
  });
  eachMinute.start();
  await minutes(4);
  expect(calls).toBe(1);
  release();
  await eachMinute.idle();
  await minutes(1);
  expect(calls).toBe(2);
  release();
  await eachMinute.stop();
});
