import type { Case } from '../core/case/case.ts';
import { openHandover } from '../core/sla/open-handover.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { catchUpClocks } from './catch-up-clocks.ts';
import { changeSla } from './change-sla.ts';
import { shiftsEndingWithin } from './ending-shifts.ts';
import { slaEffects } from './sla-effects.ts';

/** Runs each minute; one that was missed is made up for, and a repeat finds what it opened before. */
const lookBackMs = 15 * 60_000;

type HandoverPorts = Pick<Ports, 'store' | 'config' | 'clock' | 'ids' | 'log'>;

/**
 * Never go silent: a crisis case whose agent has gone off duty without handing it over escalates at once.
 * @returns the cases for which it did.
 */
export async function demandHandovers(ports: HandoverPorts): Promise<readonly string[]> {
  const now = ports.clock.now();
  const { config } = await ports.config.current();
  const demanded: string[] = [];
  for (const { userId, from, to } of shiftsEndingWithin(
    { from: now - lookBackMs, to: now + 1 },
    config,
    ports,
  )) {
    const shift = { userId, from: toInstant(from), to: toInstant(to) };
    for await (const { id, createdAt } of casesOf(userId, ports)) {
      // Taken on by somebody who was off duty already: they know what they do.
      if (createdAt > shift.to) continue;
      try {
        // A case of before desks had promises: its clocks begin now.
        if ((await ports.store.getSla(id)) === null) await catchUpClocks(id, ports);
        const opened = await changeSla(
          id,
          ({ sla, policies, now: at }) => {
            const change = openHandover(sla, policies, shift, at);
            return change && { ...change, effects: slaEffects(change) };
          },
          ports,
        );
        if (opened) demanded.push(id);
      } catch (error) {
        ports.log.error('a case could not be checked for its handover; it is tried again in a minute', {
          caseId: id,
          error,
        });
      }
    }
  }
  return demanded;
}

/** The cases that are assigned to somebody and not done. */
export async function* casesOf(userId: string, { store }: Pick<Ports, 'store'>): AsyncGenerator<Case> {
  let cursor: string | undefined;
  do {
    const page = await store.listCasesOfAssignee(userId, { limit: 200, ...(cursor && { cursor }) });
    yield* page.items;
    cursor = page.cursor ?? undefined;
  } while (cursor);
}
