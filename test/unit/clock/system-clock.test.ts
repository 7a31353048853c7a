import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SystemClock } from '../../../local/clock/system-clock.ts';

const NOW = Date.UTC(2026, 10, 22);

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

describe('SystemClock', () => {
  test('a timer beyond 2^31 ms fires at its instant and not before', () => {
    const clock = new SystemClock();
    const longest = vi.spyOn(globalThis, 'setTimeout');
    const fired: number[] = [];
    const at = NOW + 3 * 2 ** 31;
    clock.schedule(at, () => fired.push(clock.now()));
    vi.advanceTimersByTime(3 * 2 ** 31 - 1);
    expect(fired).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(fired).toEqual([at]);
    expect(longest.mock.calls.length).toBeGreaterThan(3);
    expect(Math.max(...longest.mock.calls.map(([, ms]) => ms ?? 0))).toBeLessThan(2 ** 31);
  });

  test('a timer that the wall clock has not reached waits on', () => {
    const clock = new SystemClock();
    const fired: number[] = [];
    clock.schedule(NOW + 1_000, () => fired.push(clock.now()));
    // The wall clock is set back while the timer runs.
    vi.advanceTimersByTime(500);
    vi.setSystemTime(NOW);
    vi.advanceTimersByTime(500);
    expect(fired).toEqual([]);
    vi.advanceTimersByTime(500);
    expect(fired).toEqual([NOW + 1_000]);
  });

  test('a timer in the past fires in the next turn, a cancelled one never, however far its chunk', () => {
    const clock = new SystemClock();
    const fired: string[] = [];
    clock.schedule(NOW - 5, () => fired.push('past'));
    const far = clock.schedule(NOW + 2 ** 32, () => fired.push('far'));
    vi.advanceTimersByTime(2 ** 31);
    far.cancel();
    vi.advanceTimersByTime(2 ** 32);
    expect(fired).toEqual(['past']);
  });
});
