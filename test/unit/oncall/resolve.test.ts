import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onCall } from '../../../core/oncall/on-call.ts';
import { resolve } from '../../../core/oncall/resolve.ts';
import { aSchedule, utc } from './a-schedule.ts';
import { NaiveRota } from './naive-rota.ts';
import { anySchedule, layeredSchedule, stretch } from './schedule-arbitrary.ts';

function pieces(written: unknown, { from, to }: { from: number; to: number }) {
  const schedule = aSchedule(written);
  const { spans, gaps } = resolve(schedule, from, to);
  const all = [...spans, ...gaps.map((gap) => ({ ...gap, onCall: [] as string[], why: '' }))];
  return { schedule, spans, gaps, all: all.toSorted((a, b) => a.from - b.from) };
}

describe('resolve', () => {
  it('covers exactly what was asked, in order and without overlap', () => {
    fc.assert(
      fc.property(anySchedule, stretch, (written, asked) => {
        const { all, spans, gaps } = pieces(written, asked);
        expect(all[0]?.from).toBe(asked.from);
        expect(all.at(-1)?.to).toBe(asked.to);
        all.forEach((piece, i) => {
          expect(piece.to).toBeGreaterThan(piece.from);
          if (i > 0) expect(piece.from).toBe(all[i - 1]?.to);
        });
        expect(
          spans.every((span) => span.onCall.length > 0 && new Set(span.onCall).size === span.onCall.length),
        ).toBe(true);
        // Neighbours differ, or they would be one.
        gaps.forEach((gap, i) => expect(gap.from).not.toBe(gaps[i - 1]?.to));
        spans.forEach((span, i) => {
          const before = spans[i - 1];
          if (before?.to === span.from)
            expect([span.onCall, span.why]).not.toEqual([before.onCall, before.why]);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('agrees with onCall at every boundary, a millisecond before and one after', () => {
    fc.assert(
      fc.property(anySchedule, stretch, (written, asked) => {
        const { schedule, all } = pieces(written, asked);
        all.forEach((piece, i) => {
          expect(onCall(schedule, piece.from).onCall).toEqual(piece.onCall);
          if (piece.to > piece.from + 1)
            expect(onCall(schedule, piece.from + 1).onCall).toEqual(piece.onCall);
          if (i > 0) expect(onCall(schedule, piece.from - 1).onCall).toEqual(all[i - 1]?.onCall);
          expect(onCall(schedule, piece.to - 1)).toMatchObject(
            piece.onCall.length > 0 ? { onCall: piece.onCall, why: piece.why } : { onCall: [] },
          );
        });
      }),
      { numRuns: 400 },
    );
  });

  it('agrees with onCall between boundaries too', () => {
    fc.assert(
      fc.property(
        anySchedule,
        stretch,
        fc.array(fc.double({ min: 0, max: 0.9999999, noNaN: true }), { maxLength: 30 }),
        (written, asked, points) => {
          const { schedule, all } = pieces(written, asked);
          for (const point of points) {
            const at = Math.floor(asked.from + point * (asked.to - asked.from));
            const piece = all.find((candidate) => at >= candidate.from && at < candidate.to);
            expect(onCall(schedule, at).onCall).toEqual(piece?.onCall);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('agrees with a rota that is counted turn by turn with another calendar', () => {
    fc.assert(
      fc.property(layeredSchedule, stretch, (written, asked) => {
        const { schedule, all } = pieces(written, asked);
        const naive = new NaiveRota(schedule, asked.from, asked.to);
        for (const piece of all) {
          for (const at of [piece.from, Math.floor((piece.from + piece.to) / 2), piece.to - 1]) {
            expect({ at, onCall: piece.onCall }).toEqual({ at, onCall: naive.onCall(at) });
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('says the same of a stretch in two halves', () => {
    fc.assert(
      fc.property(anySchedule, stretch, fc.integer({ min: 1, max: 99 }), (written, asked, percent) => {
        const middle = asked.from + Math.floor(((asked.to - asked.from) * percent) / 100);
        fc.pre(middle > asked.from && middle < asked.to);
        const { schedule, spans } = pieces(written, asked);
        const halves = [resolve(schedule, asked.from, middle), resolve(schedule, middle, asked.to)];
        const length = (list: readonly { from: number; to: number }[]) =>
          list.reduce((sum, piece) => sum + piece.to - piece.from, 0);
        expect(halves.reduce((sum, half) => sum + length(half.spans), 0)).toBe(length(spans));
        const edges = new Set(halves.flatMap((half) => half.spans.flatMap((span) => [span.from, span.to])));
        for (const span of spans) expect([edges.has(span.from), edges.has(span.to)]).toEqual([true, true]);
      }),
      { numRuns: 200 },
    );
  });

  it('finds a weekly duty on the far side of a day that did not exist', () => {
    // Samoa had no Friday, 30 December 2011: from Friday the 23rd it is two weeks to the next.
    const written = {
      timezone: 'Pacific/Apia',
      layers: [{ users: ['ana'], restrictions: [{ days: ['fri'], start: '09:00', end: '10:00' }] }],
    };
    const { spans } = resolve(aSchedule(written), utc('2011-12-24T00:00Z'), utc('2012-01-07T00:00Z'));
    expect(spans.map((span) => new Date(span.from).toISOString())).toEqual(['2012-01-05T19:00:00.000Z']);
  });

  it('refuses a stretch that is empty, inverted or too long', () => {
    const schedule = aSchedule({ timezone: 'UTC', layers: [{ users: ['ana'] }] });
    expect(() => resolve(schedule, 5, 5)).toThrow(/to is not after from/);
    expect(() => resolve(schedule, 6, 5)).toThrow(/swap/);
    expect(() => resolve(schedule, 0, 2000 * 86_400_000)).toThrow(/1830 days/);
    expect(() => resolve(schedule, Number.NaN, 5)).toThrow(/not after/);
  });
});
