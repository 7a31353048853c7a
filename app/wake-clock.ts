import type { WokenClock } from '../core/sla/arm-clocks.ts';
import { followWake } from '../core/sla/follow-events.ts';
import type { Instant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { changeSla, type SlaDecision } from './change-sla.ts';
import { slaEffects } from './sla-effects.ts';
import { startNextLook } from './start-clock-workflows.ts';

/**
 * An execution of `sla-clock` woke: what is due by now is recorded at the instant at which it was due. Early,
 * late, repeated or stale, it does no harm. Where it must look again, the execution for that is started.
 * @returns when that will be; null when no look is to come.
 * @throws DomainError `sla.missing`
 */
export async function wakeClock(
  input: { readonly caseId: string } & WokenClock,
  ports: Pick<Ports, 'store' | 'config' | 'clock' | 'ids' | 'workflows' | 'log'>,
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
  const at = decision?.nextAt ?? null;
  if (at !== null) await startNextLook(input, at, ports);
  return { next: at };
}
