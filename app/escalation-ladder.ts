import type { Escalation } from '../core/escalation/escalation.ts';
import type { Ladder } from '../core/escalation/ladder.ts';
import { ladderOfLastResort } from '../core/escalation/ladder-of-last-resort.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * The ladder that an escalation climbs: the one of the policy version under which it was opened, whatever was
 * changed since. One that can no longer be found must not silence it: then it is the ladder of last resort.
 */
export async function ladderOfEscalation(
  { id, ladderId, policyVersion }: Escalation,
  ports: Pick<Ports, 'config' | 'log'>,
): Promise<Ladder> {
  if (ladderId === null) return ladderOfLastResort;
  const ladders = (await ports.config.policies(policyVersion))?.ladders ?? {};
  const found = Object.hasOwn(ladders, ladderId) ? ladders[ladderId] : undefined;
  if (found === undefined)
    ports.log.error('an escalation has lost its ladder and climbs the one of last resort', {
      escalationId: id,
      ladderId,
      policyVersion,
    });
  return found ?? ladderOfLastResort;
}
