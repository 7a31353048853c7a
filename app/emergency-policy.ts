import { DomainError } from '../core/errors.ts';
import type { PagePolicySnapshot } from '../core/page/page.ts';
import type { ConfigVersion } from '../ports/config-source.ts';

/**
 * The escalation policy that emergencies use, as a snapshot for a page.
 * @throws DomainError `config.no-emergency-policy`; a configuration that passed its check never does
 */
export function emergencyPolicy({ version, config }: ConfigVersion): PagePolicySnapshot {
  const id = config.emergency.policy;
  const policy = config.escalationPolicies[id];
  if (!policy)
    throw new DomainError(
      'invalid',
      'config.no-emergency-policy',
      `emergency.policy: there is no escalation policy "${id}".`,
    );
  return {
    id,
    name: policy.name,
    configVersion: version,
    steps: policy.steps,
    everyoneWaitSeconds: policy.everyoneWaitSeconds,
  };
}
