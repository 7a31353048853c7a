import type { Instant } from '../time/instant.ts';
import type { CaseSla } from './case-sla.ts';
import { newSlaCase, type SlaCase } from './sla-case.ts';

/**
 * The promises of a case whose clocks could not follow an event at `at`, marked so that they are looked at until
 * they can. Of a case that has none yet they are empty, as before its first event.
 */
export function fallenBehind(
  stored: CaseSla | null,
  subject: Pick<CaseSla, 'caseId' | 'policyVersion'> & Pick<SlaCase, 'channel'>,
  at: Instant,
): CaseSla {
  const { caseId, policyVersion, channel } = subject;
  const before: CaseSla = stored ?? {
    caseId,
    version: 0,
    policyVersion,
    facts: newSlaCase(channel),
    clocks: { caseId, seq: 0, at, clocks: [] },
    armed: [],
    escalations: [],
    escalationCount: 0,
    nextLookAt: null,
  };
  const behindSince = before.behindSince ?? at;
  const { nextLookAt } = before;
  const isSooner = nextLookAt !== null && nextLookAt < behindSince;
  return { ...before, behindSince, nextLookAt: isSooner ? nextLookAt : behindSince };
}
