import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attainmentOf } from '../../../core/sla/attainment.ts';
import { replayClocks } from '../../../core/sla/clock-history.ts';
import { draftOf } from '../../../core/sla/draft-of.ts';
import { simulate } from '../../../core/sla/simulate.ts';
import type { SlaEvent } from '../../../core/sla/sla-fact.ts';
import { anyHistory, laterPolicies, until, policies as written } from './history-arbitrary.ts';
import { december, policySet, Story, standard } from './story.ts';

const policies = policySet('v1', [standard]);
const fast = policySet('v2', [
  { ...standard, id: 'fast', targets: { ...standard.targets, 'first-reply': { normal: 30 } } },
]);
const story = (at = '21T09:00') => new Story(at).inbound(at);
const named = (caseId: string, { events }: Story): SlaEvent[] =>
  events.map((event) => ({ ...event, caseId }));
const prompt = named('HW-1', story().reply('21T09:20'));
const slow = named('HW-2', story().reply('21T12:00'));
const firstReply = <Row extends { clock: string }>({ byClock }: { byClock: readonly Row[] }) =>
  byClock.find(({ clock }) => clock === 'first-reply');

describe('a simulation', () => {
  const both = { histories: [prompt, slow], draft: fast, current: policies };

  it('sets a draft against what happened, clock by clock and case by case', () => {
    const result = simulate({ ...both, until: december('21T12:30') });
    expect(firstReply(result)).toEqual({
      clock: 'first-reply',
      draft: { met: 1, breached: 1, undecided: 0, ratio: 0.5 },
      current: { met: 2, breached: 0, undecided: 0, ratio: 1 },
    });
    expect(result.changes).toEqual([
      {
        caseId: 'HW-2',
        clock: 'first-reply',
        instance: 1,
        draftBreachedAt: december('21T09:30'),
        currentBreachedAt: null,
      },
    ]);
    expect(result.unmatched).toEqual([]);
  });

  it('adds up by policy and priority, each side under its own', () => {
    const urgent = named('HW-3', story().priority('21T09:01', 'urgent').reply('21T10:30'));
    const { byPolicy } = simulate({
      ...both,
      histories: [prompt, slow, urgent],
      until: december('21T12:30'),
    });
    expect(
      byPolicy.map(({ policyId, priority, draft, current }) => [
        policyId,
        priority,
        draft.breached,
        current?.breached,
      ]),
    ).toEqual([
      ['fast', 'urgent', 0, 0],
      ['fast', 'normal', 1, 0],
      ['standard', 'urgent', 0, 1],
      ['standard', 'normal', 0, 0],
    ]);
  });

  it('counts breaches by the local day on which they came, the days between too', () => {
    const only = (minutes: number) =>
      policySet('v', [{ ...standard, targets: { 'first-reply': { normal: minutes } } }]);
    const later = named('HW-4', story('23T09:00'));
    const input = {
      histories: [slow, later],
      draft: only(30),
      current: only(240),
      until: december('23T12:00'),
    };
    expect(simulate(input).breachesByDay).toEqual([
      { day: '2026-12-21', draft: 1, current: 0 },
      { day: '2026-12-22', draft: 0, current: 0 },
      { day: '2026-12-23', draft: 1, current: 0 },
    ]);
    // On the Line Islands 09:30 UTC is 23:30, and 10:00 UTC the next day.
    const onIslands = (minutes: number) =>
      simulate({ ...input, current: null, draft: only(minutes), timezone: 'Pacific/Kiritimati' })
        .breachesByDay[0];
    expect(onIslands(30)).toEqual({ day: '2026-12-21', draft: 1, current: null });
    expect(onIslands(60)).toEqual({ day: '2026-12-22', draft: 1, current: null });
    expect(simulate({ ...input, draft: only(300), until: december('21T12:30') }).breachesByDay).toEqual([]);
  });

  it('takes the cases that were created from one instant until before another', () => {
    const histories = [prompt, named('HW-5', story('22T09:00'))];
    const cases = (from?: string, to?: string) =>
      simulate({ ...both, histories, from, to, until: december('22T12:00') }).cases;
    expect(cases()).toBe(2);
    expect(cases(december('21T09:00'), december('22T09:00'))).toBe(1);
    expect(cases(december('21T09:00:00.001'), december('22T09:00:00.001'))).toBe(1);
    expect(cases(december('22T09:00:00.001'))).toBe(0);
    expect(cases(undefined, december('21T09:00'))).toBe(0);
  });

  it('knows nothing of what came after the end', () => {
    const result = simulate({ ...both, histories: [slow], draft: policies, until: december('21T11:00') });
    expect(firstReply(result)?.draft).toEqual({ met: 0, breached: 0, undecided: 1, ratio: null });
    // An answer at the very end is still seen.
    expect(
      firstReply(simulate({ ...both, histories: [slow], draft: policies, until: december('21T12:00') }))
        ?.draft,
    ).toMatchObject({ met: 1 });
    expect(simulate({ ...both, until: december('21T08:59:59.999') }).cases).toBe(0);
  });

  it('tries other hours alone, the policies as they are', () => {
    const closed = { timezone: 'UTC', hours: { mon: [['15:00', '17:00'] as [string, string]] } };
    const draft = draftOf(policies, { calendars: { office: closed } }, 'draft');
    expect(draft.policies).toBe(policies.policies);
    expect(Object.keys(draft.calendars)).toEqual(['office', 'legal']);
    const late = named('HW-6', story().reply('21T14:00'));
    expect(firstReply(simulate({ ...both, histories: [late], draft, until }))).toMatchObject({
      draft: { met: 1, breached: 0 },
      current: { met: 0, breached: 1 },
    });
  });

  it('gives each side what a replay of every case under it gives, and sums that agree', () => {
    const several = fc.array(anyHistory, { maxLength: 4 });
    fc.assert(
      fc.property(several, (cases) => {
        const histories = cases.map((history, i) =>
          history.map((event) => ({ ...event, caseId: `HW-${i}` })),
        );
        const result = simulate({ histories, draft: laterPolicies, current: written, until });
        const alone = (policies: typeof written) =>
          attainmentOf(
            histories.flatMap((history) => replayClocks({ history, policies, until }).clocks.clocks),
          );
        expect(result.all).toEqual({ draft: alone(laterPolicies), current: alone(written) });
        for (const side of ['draft', 'current'] as const) {
          const sum = (
            rows: readonly { draft: { breached: number }; current: { breached: number } | null }[],
          ) => rows.reduce((total, row) => total + (row[side]?.breached ?? 0), 0);
          const breached = result.all[side]?.breached;
          expect(sum(result.byClock)).toBe(breached);
          expect(sum(result.byPolicy)).toBe(breached);
          expect(result.breachesByDay.reduce((total, day) => total + (day[side] ?? 0), 0)).toBe(breached);
        }
      }),
      { numRuns: 60 },
    );
  });
});
