import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ladderOfLastResort } from '../../../core/escalation/ladder-of-last-resort.ts';
import { planRound } from '../../../core/escalation/plan-round.ts';
import { type DeskEvent, deskEventSchema } from '../../../core/events/desk-event.ts';
import { deskEventsOf } from '../../../core/events/desk-events-of.ts';
import type { CaseSla } from '../../../core/sla/case-sla.ts';
import { foldClock } from '../../../core/sla/fold-clock.ts';
import { followEvents, followTime } from '../../../core/sla/follow-events.ts';
import type { PolicySet } from '../../../core/sla/policy-set.ts';
import type { SlaChange } from '../../../core/sla/sla-change.ts';
import type { SlaEvent } from '../../../core/sla/sla-fact.ts';
import { isMetricEvent, type SlaRecord } from '../../../core/sla/sla-record.ts';
import { anyHistory, laterPolicies, policies, until } from '../sla/history-arbitrary.ts';
import { december, policySet, Story, standard } from '../sla/story.ts';

interface Told {
  readonly sla: CaseSla;
  readonly records: readonly SlaRecord[];
  readonly events: readonly DeskEvent[];
}

/** Follows a history as a desk does, a commit each event, and says what it would have told. */
function follow(
  history: readonly SlaEvent[],
  versions: Readonly<Record<string, PolicySet>>,
  now = until,
): Told {
  let sla: CaseSla | null = null;
  const records: SlaRecord[] = [];
  const events: DeskEvent[] = [];
  const commit = (change: SlaChange) => {
    records.push(...change.records);
    events.push(...deskEventsOf(change.records, sla, change.next));
    sla = change.next;
  };
  let set = versions['v1'] as PolicySet;
  for (const event of history) {
    if (event.type === 'case.rebased.v1') set = versions[event.data.policyVersion] ?? set;
    commit(followEvents({ before: sla, events: [event], policies: set }));
  }
  commit(followTime(sla as unknown as CaseSla, set, now));
  return { sla: sla as unknown as CaseSla, records, events };
}

const desk = { v1: policySet('v1', [standard]) };
const begun = () => new Story('21T09:00').inbound('21T09:00');

describe('what other systems hear', () => {
  it('is nothing of a case that is answered in time', () => {
    expect(follow(begun().reply('21T09:30').events, desk, december('21T09:31')).events).toEqual([]);
  });

  it('is a warning and a breach, each under the promise and at the time of then', () => {
    const story = begun().priority('21T09:10', 'high').priority('21T14:00', 'low');
    const { events } = follow(story.events, desk, december('21T14:00'));
    expect(events.filter(({ data }) => 'clock' in data && data.clock === 'first-reply')).toMatchObject([
      { type: 'sla.warned.v1', time: december('21T10:00'), data: { percent: 50, priority: 'high' } },
      { type: 'sla.warned.v1', time: december('21T10:36'), data: { percent: 80, priority: 'high' } },
      {
        type: 'sla.breached.v1',
        time: december('21T11:00'),
        data: {
          priority: 'high',
          category: 'other',
          policyId: 'standard',
          policyVersion: 'v1',
          startedAt: december('21T09:00'),
          targetMinutes: 120,
          dueAt: december('21T11:00'),
        },
      },
    ]);
  });

  it('is who was told and who took it on, without what anybody wrote', () => {
    const story = begun().add('21T09:20', 'agent', {
      type: 'case.escalated.v1',
      data: { to: { department: 'legal' }, reason: 'Kim Doe threatens to sue' },
    });
    const { sla } = follow(story.events, desk, december('21T09:20'));
    const [opened] = follow(story.events, desk, december('21T09:20')).events;
    expect(opened).toEqual({
      id: 'HW-00000001-S3-0',
      type: 'escalation.opened.v1',
      time: december('21T09:20'),
      caseId: 'HW-00000001',
      data: {
        escalationId: 'HW-00000001-E1',
        cause: { kind: 'manual', by: 'mara', to: { department: 'legal' } },
        ladderId: null,
        policyVersion: 'v1',
        priority: 'normal',
        category: 'other',
      },
    });
    const [escalation] = sla.escalations;
    if (!escalation) throw new Error('nothing was escalated');
    const round = planRound({
      escalation,
      ladder: ladderOfLastResort,
      clock: null,
      audience: {
        users: [],
        assignee: null,
        departments: ['legal'],
        onCall: () => ({ userIds: [], why: '' }),
      },
      now: december('21T09:20'),
    });
    const [notified] = deskEventsOf(round.records, sla, { ...sla, version: 9 });
    expect(notified).toMatchObject({
      id: 'HW-00000001-S9-0',
      type: 'escalation.notified.v1',
      data: {
        level: null,
        tier: 'department',
        told: [{ userId: null, department: 'legal', channel: 'email' }],
      },
    });
    const taken: SlaRecord = {
      type: 'escalation.acknowledged',
      caseId: sla.caseId,
      escalationId: escalation.id,
      at: december('21T09:25'),
      why: 'mara took it on',
      by: 'mara',
      via: 'link',
    };
    expect(deskEventsOf([taken], sla, sla)).toMatchObject([
      { type: 'escalation.acknowledged.v1', data: { by: 'mara', via: 'link', escalationId: escalation.id } },
    ]);
    expect(JSON.stringify([opened, notified])).not.toMatch(/Kim|sue/);
  });

  it('is that an escalation is over once the case moved on', () => {
    const story = begun()
      .add('21T09:20', 'agent', { type: 'case.escalated.v1', data: { to: { tier: 'lead' }, reason: 'r' } })
      .status('21T10:00', 'solved');
    expect(follow(story.events, desk, december('21T10:00')).events).toMatchObject([
      { type: 'escalation.opened.v1' },
      { type: 'escalation.ended.v1', time: december('21T10:00') },
    ]);
  });

  it('is refused for a clock that nobody knows, in place of half a story', () => {
    const { sla } = follow(begun().events, desk, december('21T09:00'));
    const stray = {
      caseId: sla.caseId,
      clock: 'next-reply',
      instance: 7,
      n: 2,
      at: sla.clocks.at,
      seq: null,
    };
    expect(() => deskEventsOf([{ ...stray, type: 'breach', why: '' } as SlaRecord], sla, sla)).toThrow(
      'breach of next-reply#7, which never began',
    );
  });
});

describe('of any history', () => {
  const versions = { v1: policies, v2: laterPolicies };

  it('every warning, breach and step of an escalation is told once, at its time, in the published shape', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { records, events } = follow(history, versions);
        const told = { warn: 'sla.warned.v1', breach: 'sla.breached.v1' } as Record<string, string>;
        const expected = records.flatMap(({ type, at }) => {
          const name = told[type] ?? (/^escalation\.(opened|ended)$/.test(type) ? `${type}.v1` : null);
          return name === null ? [] : [`${name} ${at}`];
        });
        expect(events.map(({ type, time }) => `${type} ${time}`)).toEqual(expected);
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
        for (const event of events) expect(deskEventSchema.parse(event)).toEqual(event);
      }),
      { numRuns: 300 },
    );
  });

  it('a promise is told as its records had it by then', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { records, events } = follow(history, versions);
        const metrics = records.filter(isMetricEvent);
        const marks = metrics.filter(({ type }) => type === 'warn' || type === 'breach');
        const expected = marks.map((mark) => {
          const sameClock = metrics.filter(
            ({ clock, instance, n }) => clock === mark.clock && instance === mark.instance && n < mark.n,
          );
          const { promise, subject, startedAt, dueAt } = foldClock(sameClock);
          const { priority, policyId, policyVersion, targetMinutes } = promise;
          return { subject, startedAt, dueAt, priority, policyId, policyVersion, targetMinutes };
        });
        expect(events.filter(({ type }) => type.startsWith('sla.')).map(({ data }) => data)).toMatchObject(
          expected,
        );
      }),
      { numRuns: 200 },
    );
  });
});
