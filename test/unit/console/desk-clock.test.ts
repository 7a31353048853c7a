import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClockGap, gapMs, narrowGap, unknownGap } from '../../../console/src/time/desk-clock.ts';

const base = 1_800_000_000_000;
const wholeSecond = (ms: number) => Math.floor(ms / 1000) * 1000;

/** Answers of a desk that is `aheadMs` ahead, each some time after the last and some time on the way. */
function heard(aheadMs: number, answers: readonly { afterMs: number; thereMs: number; backMs: number }[]) {
  let at = base;
  let gap: ClockGap = unknownGap;
  for (const { afterMs, thereMs, backMs } of answers) {
    const sent = at + afterMs;
    const made = sent + thereMs;
    at = made + backMs;
    gap = narrowGap(gap, wholeSecond(made + aheadMs), sent, at);
  }
  return gap;
}

const answers = fc.array(
  fc.record({
    afterMs: fc.nat(60_000),
    thereMs: fc.nat(3000),
    backMs: fc.nat(3000),
  }),
  { minLength: 1, maxLength: 30 },
);

test('whatever the network does, the true gap is never left out', () => {
  fc.assert(
    fc.property(fc.integer({ min: -86_400_000, max: 86_400_000 }), answers, (aheadMs, all) => {
      const gap = heard(aheadMs, all);
      expect(gap.low).toBeLessThanOrEqual(aheadMs);
      expect(gap.high).toBeGreaterThanOrEqual(aheadMs);
    }),
  );
});

test('clocks that agree are left alone', () => {
  fc.assert(
    fc.property(answers, (all) => {
      expect(gapMs(heard(0, all))).toBe(0);
    }),
  );
});

test('every answer says more: after many the gap is known to a few hundredths of a second', () => {
  const quick = Array.from({ length: 40 }, (_, index) => ({
    afterMs: 977 + index * 13,
    thereMs: 5,
    backMs: 5,
  }));
  expect(Math.abs(gapMs(heard(123_456, quick)) - 123_456)).toBeLessThan(50);
});

test('a clock that is set while the page is open is followed at once', () => {
  const before = heard(0, [{ afterMs: 0, thereMs: 5, backMs: 5 }]);
  const after = narrowGap(before, wholeSecond(base + 600_000), base + 100, base + 110);
  expect(Math.abs(gapMs(after) - 600_000)).toBeLessThan(1100);
});

test('nothing heard is no gap', () => {
  expect(gapMs(unknownGap)).toBe(0);
});
