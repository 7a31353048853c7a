import { expect, test } from 'vitest';
import { CountdownTicker } from '../../../console/src/sla/countdown-ticker.ts';

/** Time that moves only when told to, and the timers that are set in it. */
class Bench {
  now = 0;
  readonly timers: { atMs: number; run: () => void }[] = [];
  set = 0;
  readonly ticker = new CountdownTicker({
    now: () => this.now,
    after: (ms, run) => {
      const timer = { atMs: this.now + ms, run };
      this.timers.push(timer);
      this.set += 1;
      return () => void this.timers.splice(this.timers.indexOf(timer), 1);
    },
  });

  to(ms: number): void {
    for (;;) {
      const next = this.timers.toSorted((a, b) => a.atMs - b.atMs)[0];
      if (!next || next.atMs > ms) break;
      this.timers.splice(this.timers.indexOf(next), 1);
      this.now = next.atMs;
      next.run();
    }
    this.now = ms;
  }
}

test('each listener is called once, at its own time, by one timer', () => {
  const bench = new Bench();
  const called: string[] = [];
  for (let index = 0; index < 200; index += 1)
    bench.ticker.wakeAt(1000 + (index % 4) * 500, () => called.push(`${index}@${bench.now}`));
  expect(bench.timers).toHaveLength(1);
  bench.to(999);
  expect(called).toEqual([]);
  bench.to(60_000);
  expect(called).toHaveLength(200);
  expect(new Set(called.map((each) => each.split('@')[1]))).toEqual(
    new Set(['1000', '1500', '2000', '2500']),
  );
  expect(bench.set).toBe(4);
  expect(bench.timers).toEqual([]);
});

test('one that asks again from within its call is called again', () => {
  const bench = new Bench();
  const called: number[] = [];
  const tick = () => {
    called.push(bench.now);
    bench.ticker.wakeAt(bench.now + 1000, tick);
  };
  bench.ticker.wakeAt(1000, tick);
  bench.to(4500);
  expect(called).toEqual([1000, 2000, 3000, 4000]);
  expect(bench.timers).toHaveLength(1);
});

test('a sooner listener moves the timer, and the last to leave stops it', () => {
  const bench = new Bench();
  const called: string[] = [];
  const leaveLate = bench.ticker.wakeAt(9000, () => called.push('late'));
  const leaveSoon = bench.ticker.wakeAt(100, () => called.push('soon'));
  expect(bench.timers.map(({ atMs }) => atMs)).toEqual([100]);
  leaveSoon();
  leaveLate();
  expect(bench.timers).toEqual([]);
  bench.to(20_000);
  expect(called).toEqual([]);
});

test('when time has jumped everybody looks again', () => {
  const bench = new Bench();
  const called: string[] = [];
  bench.ticker.wakeAt(50_000, () => called.push('a'));
  bench.ticker.wakeAt(60_000, () => called.push('b'));
  bench.ticker.wakeAll();
  expect(called).toEqual(['a', 'b']);
  expect(bench.timers).toEqual([]);
});
