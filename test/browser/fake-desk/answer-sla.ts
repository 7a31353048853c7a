import { zoneOf } from '../../../core/calendar/zone.ts';
import { countdownOf } from '../../../core/sla/countdown.ts';
import { explainClock } from '../../../core/sla/explain-clock.ts';
import { matchPolicy } from '../../../core/sla/match-policy.ts';
import { momentOf } from '../../../core/sla/time-words.ts';
import { toEpochMs, toInstant } from '../../../core/time/instant.ts';
import type { FakeDesk } from './fake-desk.ts';
import { promises } from './promises.ts';

/** The promises of a case, as the case's own answer brings them. */
export function caseSla({ stored }: FakeDesk, caseId: string): unknown {
  const sla = stored.slas.get(caseId);
  if (!sla) return null;
  const { policy, why } = matchPolicy(promises.policies, sla.facts);
  return {
    version: sla.version,
    policyVersion: sla.policyVersion,
    policy: policy && { id: policy.id, name: policy.name },
    why,
    clocks: sla.clocks.clocks,
    escalations: sla.escalations.map(({ taskToken: _secret, ...shown }) => shown),
    policySet: promises,
  };
}

export function explainSla(desk: FakeDesk, caseId: string): unknown {
  const sla = desk.stored.slas.get(caseId);
  const now = desk.now();
  const { policy, why } = sla
    ? matchPolicy(promises.policies, sla.facts)
    : { policy: null, why: 'no clocks' };
  return {
    caseId,
    at: toInstant(now),
    policyVersion: sla?.policyVersion ?? null,
    policy: policy && { id: policy.id, name: policy.name },
    why,
    clocks: (sla?.clocks.clocks ?? []).map((clock) => {
      const { sentence, from, to, stretches, hidden, totalMs } = explainClock(clock, now, promises.calendars);
      const { calendar } = clock.promise;
      const timezone = calendar === null ? 'UTC' : (promises.calendars[calendar]?.timezone ?? 'UTC');
      const { label, businessMs, wallMs } = countdownOf(clock, now, promises.calendars);
      return {
        clock,
        explanation: {
          sentence,
          timezone,
          counts: calendar ?? 'around the clock',
          from: toInstant(from),
          to: toInstant(to),
          stretches: stretches.map((stretch) => ({
            from: toInstant(stretch.from),
            to: toInstant(stretch.to),
            counted: stretch.why === 'open',
            why: stretch.why,
            name: stretch.name ?? null,
            ms: stretch.to - stretch.from,
          })),
          hidden,
          totalMs,
          left: { label, businessMs, wallMs },
          due: clock.dueAt === null ? null : momentOf(toEpochMs(clock.dueAt), zoneOf(timezone)),
        },
      };
    }),
  };
}
