import { describe, expect, test } from 'vitest';
import type { CaseSla } from '../../../core/sla/case-sla.ts';
import { followEvents, followTime } from '../../../core/sla/follow-events.ts';
import { openHandover } from '../../../core/sla/open-handover.ts';
import type { PolicySet } from '../../../core/sla/policy-set.ts';
import type { SlaEvent } from '../../../core/sla/sla-fact.ts';
import { toEpochMs, toInstant } from '../../../core/time/instant.ts';
import { december, policySet, Story, standard } from '../sla/story.ts';

const ladder = {
  name: 'Standard',
  reminders: [{ beforeMinutes: 10, targets: [{ assignee: true as const }], channels: ['email' as const] }],
  levels: [
    {
      tier: 'lead' as const,
      waitMinutes: 15,
      targets: [{ role: 'lead' as const }],
      channels: ['email' as const],
    },
  ],
};
const policies: PolicySet = {
  ...policySet('v1', [
    {
      ...standard,
      escalation: 'standard',
      targets: { 'agent-work': { normal: 60 }, 'keep-informed': { normal: 30 }, department: { normal: 60 } },
    },
  ]),
  ladders: { standard: ladder },
  crisisCategories: ['self-harm'],
};

const follow = (before: CaseSla | null, events: readonly SlaEvent[]): CaseSla => {
  const [first, ...rest] = events;
  return first === undefined
    ? (before as CaseSla)
    : followEvents({ before, events: [first, ...rest], policies }).next;
};
const acknowledged = (sla: CaseSla, at: string): CaseSla => ({
  ...sla,
  escalations: sla.escalations.map((each) =>
    each.state === 'open'
      ? { ...each, state: 'acknowledged', nextStepAt: null, acknowledged: { by: 'sven', via: 'console', at } }
      : each,
  ),
});
const about = (sla: CaseSla, clock: string) =>
  sla.escalations.filter(({ cause }) => cause.kind === 'promise' && cause.clock === clock);

test('a breach that somebody took on is not escalated again, however many promises escalated since', () => {
  const story = new Story('21T09:00').inbound('21T09:00');
  let sla = follow(null, story.events);
  sla = followTime(sla, policies, december('21T10:01')).next;
  expect(about(sla, 'agent-work')).toHaveLength(1);
  sla = acknowledged(sla, december('21T10:02'));
  for (let n = 0; n < 30; n++) {
    const at = toEpochMs(december('21T11:00')) + n * 1_500_000;
    const known = story.events.length;
    story.reply(toInstant(at).slice(8, 23));
    sla = follow(sla, story.events.slice(known));
    sla = followTime(sla, policies, toInstant(at + 21 * 60_000)).next;
  }
  expect(sla.escalationCount).toBeGreaterThan(25);
  expect(sla.escalations.length).toBeLessThan(25);
  expect(about(sla, 'agent-work')).toMatchObject([{ state: 'acknowledged', number: 1 }]);
});

describe('a crisis case that stays with somebody over the ends of shifts', () => {
  const story = new Story('21T09:00').inbound('21T09:00').triage('21T09:00', 'high', 'self-harm');
  const shift = (userId: string, from: string, to: string) => ({
    userId,
    from: december(from),
    to: december(to),
  });
  const open = (sla: CaseSla, ...[userId, from, to]: [string, string, string]) =>
    openHandover(sla, policies, shift(userId, from, to), december(to))?.next ?? sla;

  test('escalates once more only when the escalation before is over', () => {
    let sla = open(follow(null, story.events), 'ana', '21T08:00', '21T16:00');
    sla = open(sla, 'ben', '21T16:00', '21T23:00');
    expect(sla.escalations).toMatchObject([{ state: 'open', cause: { from: 'ana' } }]);
    sla = open(acknowledged(sla, december('21T23:30')), 'ana', '22T08:00', '22T16:00');
    expect(sla.escalations.map(({ state }) => state)).toEqual(['acknowledged', 'open']);
  });
});

test('a question to a department is still owed an answer when its case is merged away, and escalates', () => {
  const story = new Story('21T09:00')
    .inbound('21T09:00')
    .add('21T09:30', 'agent', {
      type: 'consult.sent.v1',
      data: { consultId: 'c1', department: 'legal', calendar: null, minutes: 60 },
    })
    .add('21T09:40', 'agent', { type: 'case.merged-into.v1', data: { intoCaseId: 'HW-00000002' } })
    .status('21T09:40', 'closed');
  const merged = follow(null, story.events);
  const reminded = followTime(merged, policies, december('21T10:20'));
  expect(about(reminded.next, 'department')).toMatchObject([{ state: 'open' }]);
  const late = followTime(reminded.next, policies, december('21T10:31'));
  expect(about(late.next, 'department')).toMatchObject([{ state: 'open' }]);
  const answer: Parameters<Story['add']>[2] = {
    type: 'consult.answered.v1',
    data: { consultId: 'c1', automatic: false },
  };
  const answered = follow(late.next, story.add('21T10:40', 'agent', answer).events.slice(-1));
  expect(about(answered, 'department')).toMatchObject([{ state: 'ended' }]);
});
