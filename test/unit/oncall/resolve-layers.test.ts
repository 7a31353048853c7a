import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onCall } from '../../../core/oncall/on-call.ts';
import { resolveLayers } from '../../../core/oncall/resolve-layers.ts';
import { aSchedule, utc } from './a-schedule.ts';
import { anySchedule, layeredSchedule, stretch } from './schedule-arbitrary.ts';

describe('the layers of a schedule', () => {
  it('each cover what was asked with spans and gaps that neither overlap nor repeat a person', () => {
    fc.assert(
      fc.property(anySchedule, stretch, (written, { from, to }) => {
        const schedule = aSchedule(written);
        const layers = resolveLayers(schedule, from, to);
        expect(layers).toHaveLength(schedule.layers.length);
        for (const { spans, gaps } of layers) {
          const all = [...spans, ...gaps].toSorted((a, b) => a.from - b.from);
          expect([all[0]?.from, all.at(-1)?.to]).toEqual([from, to]);
          all.forEach((piece, i) => {
            expect(piece.to).toBeGreaterThan(piece.from);
            if (i > 0) expect(piece.from).toBe(all[i - 1]?.to);
          });
          for (const span of spans) expect(new Set(span.onCall).size).toBe(span.onCall.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('make the final schedule: who is on call are those of the highest priority that has somebody', () => {
    fc.assert(
      fc.property(layeredSchedule, stretch, (written, { from, to }) => {
        const schedule = aSchedule(written);
        const layers = resolveLayers(schedule, from, to);
        const edges = layers.flatMap(({ spans, gaps }) => [...spans, ...gaps].map((piece) => piece.from));
        for (const at of new Set(edges)) {
          const now = layers.flatMap(({ priority, spans }) => {
            const span = spans.find((candidate) => at >= candidate.from && at < candidate.to);
            return span === undefined ? [] : [{ priority, users: span.onCall }];
          });
          const top = Math.max(...now.map(({ priority }) => priority));
          const users = now.filter(({ priority }) => priority === top).flatMap((entry) => entry.users);
          expect(onCall(schedule, at).onCall).toEqual([...new Set(users)]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are told apart by name or place, whatever covers or replaces them', () => {
    const schedule = aSchedule({
      timezone: 'UTC',
      layers: [
        { users: ['ana', ['ana', 'ben']] },
        { name: 'Day', users: ['cy'], priority: 3, restrictions: [{ start: '09:00', end: '17:00' }] },
      ],
      temporary: [{ from: '2026-01-05', to: '2026-01-06', shifts: [] }],
    });
    const [from, to] = [utc('2026-01-05T00:00Z'), utc('2026-01-06T00:00Z')];
    expect(resolveLayers(schedule, from, to)).toEqual([
      {
        label: 'layer 1',
        priority: 0,
        spans: [{ from, to, onCall: ['ana', 'ben'], why: 'layer 1' }],
        gaps: [],
      },
      {
        label: 'layer Day',
        priority: 3,
        spans: [
          {
            from: utc('2026-01-05T09:00Z'),
            to: utc('2026-01-05T17:00Z'),
            onCall: ['cy'],
            why: 'layer Day',
          },
        ],
        gaps: [
          { from, to: utc('2026-01-05T09:00Z') },
          { from: utc('2026-01-05T17:00Z'), to },
        ],
      },
    ]);
  });
});
