import type { Case } from '../core/case/case.ts';
import { demandOf } from '../core/sla/open-handover.ts';
import { type Instant, toInstant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { casesOf } from './demand-handovers.ts';
import { shiftsEndingWithin } from './ending-shifts.ts';
import { policySetNamed } from './pinned-policies.ts';

/** How long before a shift ends its handovers are asked for. */
const soonMs = 60 * 60_000;

export interface Handovers {
  /** Null when the person's shift does not end within the hour. */
  readonly shiftEndsAt: Instant | null;
  readonly items: readonly { readonly case: Case; readonly why: string }[];
}

/** The crisis cases that somebody must hand over before their shift ends within the next hour. */
export async function listHandovers(
  userId: string,
  ports: Pick<Ports, 'store' | 'config' | 'clock' | 'log'>,
): Promise<Handovers> {
  const now = ports.clock.now();
  const { config } = await ports.config.current();
  const range = { from: now, to: now + soonMs + 1 };
  const ending = shiftsEndingWithin(range, config, ports).find((shift) => shift.userId === userId);
  if (!ending) return { shiftEndsAt: null, items: [] };
  const shift = { userId, from: toInstant(ending.from), to: toInstant(ending.to) };
  const items: { case: Case; why: string }[] = [];
  for await (const mine of casesOf(userId, ports)) {
    const sla = await ports.store.getSla(mine.id);
    if (!sla) continue;
    const { demanded, why } = demandOf(sla, await policySetNamed(sla.policyVersion, ports), shift);
    if (demanded) items.push({ case: mine, why });
  }
  return { shiftEndsAt: shift.to, items };
}
