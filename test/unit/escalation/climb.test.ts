import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ladderSchema, tiers } from '../../../core/escalation/ladder.ts';
import { type EscalationState, nextEscalationStep } from '../../../core/escalation/next-escalation-step.ts';

const minute = 60_000;
const targets = [{ assignee: true }];
const wait = fc.integer({ min: 1, max: 300 });

const anyLadder = fc
  .record({
    reminders: fc.uniqueArray(fc.integer({ min: 1, max: 600 }), { maxLength: 4 }),
    levels: fc
      .subarray([...tiers], { minLength: 1 })
      .chain((chosen) =>
        fc.tuple(fc.constant(chosen), fc.array(wait, { minLength: chosen.length, maxLength: chosen.length })),
      ),
    repeatLastMinutes: fc.option(wait, { nil: undefined }),
  })
  .map(({ reminders, levels: [chosen, waits], repeatLastMinutes }) =>
    ladderSchema.parse({
      name: 'any',
      reminders: reminders.map((beforeMinutes) => ({ beforeMinutes, targets })),
      levels: chosen.map((tier, i) => ({ tier, waitMinutes: waits[i], targets })),
      ...(repeatLastMinutes === undefined ? {} : { repeatLastMinutes }),
    }),
  );

const due = 10_000 * minute;
const fresh: EscalationState = {
  dueAt: due,
  breachedAt: null,
  isSettled: false,
  remindedMinutes: [],
  manual: null,
  told: null,
  acknowledgedAt: null,
};

interface Told {
  readonly what: string;
  readonly at: number;
}

/** Climbs with a timer that is so many ms late each time, for at most `most` steps. */
function climb(
  ladder: ReturnType<typeof ladderSchema.parse>,
  begin: EscalationState,
  start: number,
  lateMs: (step: number) => number,
  most: number,
): { told: Told[]; ended: boolean; wrong: string[] } {
  const [told, wrong]: [Told[], string[]] = [[], []];
  let [state, now] = [begin, start];
  for (let i = 0; i < most; i++) {
    const step = nextEscalationStep(ladder, state, now);
    if (step.kind === 'end') return { told, ended: true, wrong };
    if (step.kind === 'idle') {
      // The engine records the breach at the instant at which it was due.
      state = { ...state, breachedAt: due };
      continue;
    }
    if (step.kind === 'wait') {
      if (step.until <= now) wrong.push(`waits until ${step.until} at ${now}`);
      now = step.until + lateMs(i);
      if (now > due && state.manual === null) state = { ...state, breachedAt: due };
      continue;
    }
    if (step.at > now) wrong.push(`${step.kind} of ${step.at} at ${now}`);
    told.push({
      what: step.kind === 'remind' ? `-${step.reminder.beforeMinutes}` : `${step.level}`,
      at: now,
    });
    state =
      step.kind === 'remind'
        ? { ...state, remindedMinutes: [...state.remindedMinutes, step.reminder.beforeMinutes] }
        : { ...state, told: { level: step.level, at: now } };
    const again = nextEscalationStep(ladder, state, now);
    if (again.kind === 'notify' || again.kind === 'remind') wrong.push(`${again.kind} twice at ${now}`);
  }
  return { told, ended: false, wrong };
}

describe('a climb that nobody answers', () => {
  const input = fc.record({
    ladder: anyLadder,
    late: fc.array(fc.integer({ min: 0, max: 500 * minute }), { minLength: 1, maxLength: 5 }),
    start: fc.integer({ min: 9_000, max: 10_500 }).map((at) => at * minute),
  });

  it('tells each level in order and after its wait, however late its timers, and then ends or goes on for ever', () => {
    fc.assert(
      fc.property(input, ({ ladder, late, start }) => {
        const begin = start > due ? { ...fresh, breachedAt: due } : fresh;
        const { told, ended, wrong } = climb(ladder, begin, start, (i) => late[i % late.length] ?? 0, 60);
        expect(wrong).toEqual([]);
        expect(ended).toBe(ladder.repeatLastMinutes === undefined);
        const levels = told.filter(({ what }) => !what.startsWith('-'));
        const order = levels.map(({ what }) => Number(what));
        const top = ladder.levels.length - 1;
        expect(order.slice(0, top + 1)).toEqual(ladder.levels.map((_, i) => i));
        expect(order.slice(top + 1).every((level) => level === top)).toBe(true);
        if (ended) expect(order).toHaveLength(top + 1);
        levels.slice(1).forEach(({ at }, i) => {
          const before = levels[i];
          const minutes = i >= top ? ladder.repeatLastMinutes : ladder.levels[i]?.waitMinutes;
          expect(at - (before?.at ?? 0)).toBeGreaterThanOrEqual((minutes ?? 0) * minute);
        });
        expect(levels.every(({ at }) => at >= due)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('reminds before it is due, ever nearer and no reminder twice', () => {
    fc.assert(
      fc.property(input, ({ ladder, late, start }) => {
        const { told } = climb(ladder, fresh, Math.min(start, due), (i) => late[i % late.length] ?? 0, 60);
        const reminders = told.filter(({ what }) => what.startsWith('-'));
        const before = reminders.map(({ what }) => -Number(what));
        expect(before).toEqual([...new Set(before)].toSorted((a, b) => b - a));
        for (const { what, at } of reminders) {
          expect(at).toBeLessThanOrEqual(due);
          expect(at).toBeGreaterThanOrEqual(due + Number(what) * minute);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives every reminder and every level at its minute when timers are in time', () => {
    fc.assert(
      fc.property(anyLadder, (ladder) => {
        const { told } = climb({ ...ladder, repeatLastMinutes: undefined }, fresh, 0, () => 0, 60);
        const reminders = ladder.reminders
          .map(({ beforeMinutes }) => beforeMinutes)
          .toSorted((a, b) => b - a)
          .map((before) => ({ what: `-${before}`, at: due - before * minute }));
        const levels = ladder.levels.map((_, i) => ({
          what: `${i}`,
          // A breach is found a millisecond after the due instant.
          at: due + 1 + ladder.levels.slice(0, i).reduce((sum, level) => sum + level.waitMinutes * minute, 0),
        }));
        expect(told).toEqual([...reminders, ...levels]);
      }),
      { numRuns: 300 },
    );
  });

  it('ends at once when someone takes it on, or the promise is kept', () => {
    fc.assert(
      fc.property(input, fc.nat(3), fc.boolean(), ({ ladder, start }, level, isAnswered) => {
        const state = {
          ...fresh,
          breachedAt: due,
          told: { level: Math.min(level, ladder.levels.length - 1), at: due },
          ...(isAnswered ? { acknowledgedAt: due + 1 } : { isSettled: true }),
        };
        expect(nextEscalationStep(ladder, state, start + due)).toEqual({
          kind: 'end',
          why: isAnswered ? 'someone has taken it on' : 'the promise is kept or cancelled',
        });
      }),
      { numRuns: 100 },
    );
  });
});
