import { DomainError } from '../core/errors.ts';
import type { PolicySet } from '../core/sla/policy-set.ts';
import type { Ports } from '../ports/ports.ts';

/** @throws DomainError `sla.policy-version` */
export async function policySetNamed(version: string, ports: Pick<Ports, 'config'>): Promise<PolicySet> {
  const found = await ports.config.policies(version);
  if (found) return found;
  throw new DomainError(
    'missing',
    'sla.policy-version',
    `policyVersion: there is no policy version "${version}"; every version that was published is kept`,
    { details: [{ field: 'policyVersion', message: 'unknown version' }] },
  );
}

/**
 * The promises that a case is pinned to. Every version is kept; should one be lost all the same, that must silence
 * nobody: then it is those in force, and the log says so.
 */
export async function pinnedPolicies(
  { caseId, policyVersion }: { readonly caseId: string; readonly policyVersion: string },
  ports: Pick<Ports, 'config' | 'log'>,
): Promise<PolicySet> {
  const found = await ports.config.policies(policyVersion);
  if (found) return found;
  ports.log.error('the promises of a case are lost, and those in force take their place', {
    caseId,
    policyVersion,
  });
  return (await ports.config.current()).policies;
}
