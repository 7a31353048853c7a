import { describe, expect, test } from 'vitest';
import { VirtualClock } from '../../../local/clock/virtual-clock.ts';

const nothing = () => Promise.resolve();

describe('VirtualClock', () => {
  test('fires what is due in order, each at its own instant, and settles after each', async () => {
    const clock = new VirtualClock(1_000);
    const seen: string[] = [];
    for (const at of [3_000, 2_000, 2_000, 9_000])
      clock.schedule(at, () => seen.push(`timer ${at} at ${clock.now()}`));
    await clock.advanceTo(5_000, async () => void seen.push(`settled at ${clock.now()}`));
    expect(seen).toEqual([
      'settled at 1000',
      'timer 2000 at 2000',
      'settled at 2000',
      'timer 2000 at 2000',
      'settled at 2000',
      'timer 3000 at 3000',
      'settled at 3000',
      'settled at 5000',
    ]);
    expect(clock.now()).toBe(5_000);
  });

  test('a timer set while time goes on fires in the same advance', async () => {
    const clock = new VirtualClock(0);
    const seen: number[] = [];
    clock.schedule(10, () => clock.schedule(20, () => seen.push(clock.now())));
    await clock.advanceTo(20, nothing);
    expect(seen).toEqual([20]);
  });

  test('a timer in the past fires at once, and time never goes back', async () => {
    const clock = new VirtualClock(100);
    const seen: number[] = [];
    clock.schedule(5, () => seen.push(clock.now()));
    await clock.advanceTo(100, nothing);
    expect(seen).toEqual([100]);
    await expect(clock.advanceTo(99, nothing)).rejects.toThrow(RangeError);
  });

  test('a cancelled timer does not fire', async () => {
    const clock = new VirtualClock(0);
    const seen: number[] = [];
    clock.schedule(1, () => seen.push(1)).cancel();
    await clock.advanceTo(10, nothing);
    expect(seen).toEqual([]);
  });
});
