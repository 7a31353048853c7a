import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseClocks, isOpenClock } from '../../../core/sla/clock-state.ts';
import { decideClocks } from '../../../core/sla/decide-clocks.ts';
import { clocksToKeep } from '../../../core/sla/keep-clocks.ts';
import { previewRebase } from '../../../core/sla/rebase.ts';
import { applySlaEvent, type SlaCase } from '../../../core/sla/sla-case.ts';
import { toEpochMs, toInstant } from '../../../core/time/instant.ts';
import { anyHistory, laterPolicies, policies } from './history-arbitrary.ts';
import { Story } from './story.ts';

const keep = (clocks: CaseClocks): CaseClocks => ({ ...clocks, clocks: clocksToKeep(clocks.clocks) });

describe('the clocks that are kept', () => {
  it('give the same metric events and the same open clocks as all of them, event by event', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        let facts: SlaCase | null = null;
        let all: CaseClocks | null = null;
        let kept: CaseClocks | null = null;
        let force = policies;
        for (const event of history) {
          facts = applySlaEvent(facts, event);
          if (event.type === 'case.rebased.v1')
            force = event.data.policyVersion === 'v2' ? laterPolicies : policies;
          const common = { event, caseAfter: facts, policies: force };
          const whole = decideClocks({ ...common, before: all });
          const pruned = decideClocks({ ...common, before: kept });
          expect(pruned.events).toEqual(whole.events);
          all = whole.after;
          kept = keep(pruned.after);
          expect(kept).toEqual(keep(all));
          const now = toInstant(toEpochMs(all.at) + 3_600_000);
          const preview = (clocks: CaseClocks, caseFacts: SlaCase) =>
            previewRebase({ clocks, facts: caseFacts, policies: laterPolicies, now, reason: 'r' });
          expect(preview(kept, facts)).toEqual(preview(all, facts));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are all that are open and, of each name, no more than the latest that has ended', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        let facts: SlaCase | null = null;
        let all: CaseClocks | null = null;
        for (const event of history) {
          facts = applySlaEvent(facts, event);
          all = decideClocks({ before: all, event, caseAfter: facts, policies }).after;
        }
        const clocks = all?.clocks ?? [];
        const kept = clocksToKeep(clocks);
        expect(kept.filter(isOpenClock)).toEqual(clocks.filter(isOpenClock));
        for (const [name, ended] of Map.groupBy(
          kept.filter((clock) => !isOpenClock(clock)),
          ({ clock }) => clock,
        )) {
          expect(ended).toHaveLength(1);
          const instances = clocks.filter((clock) => clock.clock === name && !isOpenClock(clock));
          expect(ended[0]?.instance).toBe(Math.max(...instances.map(({ instance }) => instance)));
        }
        expect(clocksToKeep(kept)).toEqual(kept);
      }),
      { numRuns: 100 },
    );
  });

  it('stay few on a case of a thousand answers, whose clocks are numbered on', () => {
    const story = new Story('21T09:00').inbound('21T09:00');
    let facts: SlaCase | null = null;
    let kept: CaseClocks | null = null;
    for (let i = 0; i < 1000; i++) {
      const at = toInstant(Date.UTC(2026, 11, 21, 9, 1 + i)).slice(8, 23);
      story.reply(at).inbound(at);
    }
    for (const event of story.events) {
      facts = applySlaEvent(facts, event);
      kept = keep(decideClocks({ before: kept, event, caseAfter: facts, policies }).after);
    }
    expect(kept?.clocks.length).toBe(8);
    expect(
      kept?.clocks.find(({ clock, state }) => clock === 'next-reply' && state === 'running'),
    ).toMatchObject({ instance: 1000 });
  });
});
