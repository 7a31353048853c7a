import { describe, expect, it } from 'vitest';
import { ladderSchema } from '../../../core/escalation/ladder.ts';
import { type EscalationState, nextEscalationStep } from '../../../core/escalation/next-escalation-step.ts';
import { explainIssues } from '../../../core/validation/explain-issues.ts';

const minute = 60_000;
const ladder = ladderSchema.parse({
  name: 'Standard',
  reminders: [
    { beforeMinutes: 30, targets: [{ assignee: true }] },
    { beforeMinutes: 10, targets: [{ assignee: true }], channels: ['console'] },
  ],
  levels: [
    { tier: 'agent', waitMinutes: 15, targets: [{ assignee: true }] },
    { tier: 'lead', waitMinutes: 20, targets: [{ role: 'lead' }, { schedule: 'leads' }] },
    { tier: 'head', waitMinutes: 60, targets: [{ user: 'ida' }] },
  ],
});
const due = 100 * minute;
const state = (changes: Partial<EscalationState> = {}): EscalationState => ({
  dueAt: due,
  breachedAt: null,
  isSettled: false,
  remindedMinutes: [],
  manual: null,
  told: null,
  acknowledgedAt: null,
  ...changes,
});
const late = (changes: Partial<EscalationState> = {}) => state({ breachedAt: due, ...changes });

const table: [string, EscalationState, number, object][] = [
  ['waits for its first reminder', state(), 0, { kind: 'wait', until: 70 * minute }],
  [
    'reminds when it is time',
    state(),
    70,
    { kind: 'remind', at: 70 * minute, reminder: { beforeMinutes: 30 } },
  ],
  [
    'sends only the nearer of two reminders that are past',
    state(),
    95,
    { kind: 'remind', reminder: { beforeMinutes: 10 } },
  ],
  ['waits for the next reminder', state({ remindedMinutes: [30] }), 71, { kind: 'wait', until: 90 * minute }],
  [
    'never goes back to an earlier reminder',
    state({ remindedMinutes: [10] }),
    95,
    { kind: 'wait', until: due + 1 },
  ],
  ['is idle past due until the breach is recorded', state(), 101, { kind: 'idle' }],
  ['is idle while the promise is paused', state({ dueAt: null }), 95, { kind: 'idle' }],
  [
    'tells the agent at the breach',
    late(),
    101,
    { kind: 'notify', level: 0, at: due, notice: { tier: 'agent' } },
  ],
  [
    'waits before it climbs',
    late({ told: { level: 0, at: due } }),
    110,
    { kind: 'wait', until: 115 * minute },
  ],
  [
    'climbs',
    late({ told: { level: 0, at: due } }),
    115,
    { kind: 'notify', level: 1, notice: { tier: 'lead' } },
  ],
  [
    'gives the top its time to answer',
    late({ told: { level: 2, at: due } }),
    159,
    { kind: 'wait', until: 160 * minute },
  ],
  [
    'ends on top after that',
    late({ told: { level: 2, at: due } }),
    160,
    { kind: 'end', why: expect.stringContaining('last level') },
  ],
  [
    'leaves the top its own wait before it ends',
    late({ told: { level: 2, at: due } }),
    159,
    { kind: 'wait', until: 160 * minute },
  ],
  [
    'ends when someone takes it on',
    late({ told: { level: 0, at: due }, acknowledgedAt: 105 * minute }),
    115,
    { kind: 'end' },
  ],
  ['ends when the promise is kept', late({ isSettled: true }), 115, { kind: 'end' }],
  [
    'goes by hand to a level without a breach',
    state({ manual: { level: 1, at: 50 * minute } }),
    50,
    { kind: 'notify', level: 1 },
  ],
  [
    'climbs from there',
    state({ manual: { level: 1, at: 50 * minute }, told: { level: 1, at: 50 * minute } }),
    70,
    { kind: 'notify', level: 2 },
  ],
  [
    'goes by hand above the level that was told',
    late({ told: { level: 0, at: due }, manual: { level: 2, at: 101 * minute } }),
    101,
    { kind: 'notify', level: 2 },
  ],
];

describe('an escalation', () => {
  it.each(table)('%s', (_what, given, at, step) => {
    expect(nextEscalationStep(ladder, given, at * minute)).toMatchObject(step);
  });

  it('tells the top again where the ladder says so', () => {
    const again = { ...ladder, repeatLastMinutes: 60 };
    const top = late({ told: { level: 2, at: 200 * minute } });
    expect(nextEscalationStep(again, top, 210 * minute)).toEqual({ kind: 'wait', until: 260 * minute });
    expect(nextEscalationStep(again, top, 260 * minute)).toMatchObject({ kind: 'notify', level: 2 });
  });

  it('left alone tells everyone from the agent to the head, each once', () => {
    let now = 0;
    let current = state();
    const told: string[] = [];
    for (
      let step = nextEscalationStep(ladder, current, now);
      step.kind !== 'end';
      step = nextEscalationStep(ladder, current, now)
    ) {
      if (step.kind === 'wait') now = step.until;
      if (now > due && current.breachedAt === null) current = { ...current, breachedAt: due };
      if (step.kind === 'remind') {
        told.push(`reminder ${step.reminder.beforeMinutes}`);
        current = { ...current, remindedMinutes: [...current.remindedMinutes, step.reminder.beforeMinutes] };
      }
      if (step.kind === 'notify') {
        told.push(step.notice.tier);
        current = { ...current, told: { level: step.level, at: now } };
      }
    }
    expect(told).toEqual(['reminder 30', 'reminder 10', 'agent', 'lead', 'head']);
  });
});

describe('a ladder', () => {
  const level = { tier: 'lead', waitMinutes: 5, targets: [{ role: 'lead' }] };
  it.each([
    ['no level', { levels: [] }, 'levels', /at least one level/],
    [
      'a level below the one before',
      { levels: [level, { ...level, tier: 'agent' }] },
      'levels[1].tier',
      /agent is not above lead/,
    ],
    [
      'a target of two kinds',
      { levels: [{ ...level, targets: [{ role: 'lead', user: 'x' }] }] },
      'levels[0].targets[0]',
      /one target an entry/,
    ],
    ['no target', { levels: [{ ...level, targets: [] }] }, 'levels[0].targets', /at least one target/],
    ['no wait', { levels: [{ ...level, waitMinutes: 0 }] }, 'levels[0].waitMinutes', /at least 1 minute/],
    [
      'two reminders at a time',
      { reminders: [1, 2].map(() => ({ beforeMinutes: 5, targets: [{ role: 'lead' }] })), levels: [level] },
      'reminders[1]',
      /keep one/,
    ],
  ])('refuses %s', (_what, spoilt, field, remedy) => {
    const result = ladderSchema.safeParse({ name: 'x', ...spoilt });
    const found = result.success ? [] : explainIssues(result.error.issues);
    expect(found.map((problem) => problem.field)).toEqual([field]);
    expect(found[0]?.message).toMatch(remedy);
  });
});
