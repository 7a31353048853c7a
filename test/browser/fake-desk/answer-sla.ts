import { explainedClock } from '../../../app/explain-sla.ts';
import { matchPolicy } from '../../../core/sla/match-policy.ts';
import { toInstant } from '../../../core/time/instant.ts';
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
    clocks: (sla?.clocks.clocks ?? []).map((clock) => ({
      clock,
      explanation: explainedClock(clock, now, promises),
    })),
  };
}
