import type { Actor } from '../core/case/actor.ts';
import { appendFacts } from '../core/case/append-facts.ts';
import type { Case } from '../core/case/case.ts';
import type { CaseFact } from '../core/case/case-event.ts';
import { isDomainError } from '../core/errors.ts';
import type { OutboxEffect } from '../core/outbox/outbox-item.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Write } from '../ports/case-store.ts';
import type { Ports } from '../ports/ports.ts';

export interface CaseChange {
  readonly current: Case | null;
  readonly caseId: string;
  readonly facts: readonly { actor: Actor; fact: CaseFact }[];
  /** What must happen because of it, beside telling the consoles. */
  readonly effects?: readonly OutboxEffect[];
  readonly writes?: readonly Write[];
}

export interface PlannedChange {
  readonly next: Case;
  readonly writes: readonly Write[];
}

/** One change of a case as one transaction: projection, events, outbox and whatever hangs on it. */
export function planChange(change: CaseChange, ports: Pick<Ports, 'clock' | 'ids'>): PlannedChange {
  const now = ports.clock.now();
  const { next, events } = appendFacts(change.current, change.caseId, now, change.facts);
  const effects: OutboxEffect[] = [
    ...(change.effects ?? []),
    { type: 'case.changed', version: next.version },
  ];
  const writes: Write[] = [
    { kind: 'case', next, expectedVersion: change.current?.version ?? null },
    ...events.map((event): Write => ({ kind: 'event', event })),
    ...(change.writes ?? []),
    ...effects.map(
      (effect): Write => ({
        kind: 'outbox',
        item: { id: ports.ids.ulid(), at: toInstant(now), caseId: change.caseId, effect },
      }),
    ),
  ];
  return { next, writes };
}

const attempts = 12;

/**
 * Decides and commits again while another writer was faster. `decide` must re-read all that it decides on.
 * The last conflict is thrown when twelve tries in a row have lost.
 */
export async function retryOnConflict<T>(decide: () => Promise<T>): Promise<T> {
  for (let tryNumber = 1; ; tryNumber++) {
    try {
      return await decide();
    } catch (error) {
      const isLost =
        isDomainError(error, 'case.version-conflict') ||
        isDomainError(error, 'page.version-conflict') ||
        isDomainError(error, 'store.contention');
      if (!isLost || tryNumber === attempts) throw error;
    }
  }
}
