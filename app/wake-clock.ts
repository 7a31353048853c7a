import type { WokenClock } from '../core/sla/arm-clocks.ts';
import { followWake } from '../core/sla/follow-events.ts';
import type { Instant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { changeSla, type SlaDecision } from './change-sla.ts';
import { slaEffects } from './follow-clocks.ts';

/**
 * An execution of `sla-clock` woke: what is due by now is recorded at the instant at which it was due. Early,
 * late, repeated or stale, it does no harm.
 * @returns when it must look again; null when it ends.
 * @throws DomainError `sla.missing`
 */
export async function wakeClock(
  input: { readonly caseId: string } & WokenClock,
  ports: Pick<Ports, 'store' | 'config' | 'clock' | 'ids'>,
): Promise<{ readonly next: Instant | null }> {
  const decision = await changeSla(
    input.caseId,
    ({ sla, policies, now }): (SlaDecision & { nextAt: Instant | null }) | null => {
      const woken = followWake(sla, input, policies, now);
      if (woken.kind === 'stale') return null;
      const { change, nextAt } = woken;
      return { next: change.next, records: change.records, effects: slaEffects(change), nextAt };
    },
    ports,
  );
  return { next: decision?.nextAt ?? null };
}
