import { pinnedPolicies } from '../../app/pinned-policies.ts';
import type { CaseSla } from '../../core/sla/case-sla.ts';
import { matchPolicy } from '../../core/sla/match-policy.ts';
import type { Ports } from '../../ports/ports.ts';
import { publicEscalation } from './public-escalation.ts';
import type { AnswerBodies } from './schemas/answers.ts';

/** A case's promises with the policies that a console counts them down by. */
export async function shownSla(
  { caseId, version, policyVersion, facts, clocks, escalations }: CaseSla,
  ports: Pick<Ports, 'config' | 'log'>,
): Promise<AnswerBodies['CaseDetail']['sla']> {
  const policySet = await pinnedPolicies({ caseId, policyVersion }, ports);
  const { policy, why } = matchPolicy(policySet.policies, facts);
  return {
    version,
    policyVersion,
    policy: policy === null ? null : { id: policy.id, name: policy.name },
    why,
    clocks: clocks.clocks,
    escalations: escalations.map(publicEscalation),
    policySet,
  };
}
