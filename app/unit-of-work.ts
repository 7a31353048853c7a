import type { Actor } from '../core/case/actor.ts';
import { appendFacts } from '../core/case/append-facts.ts';
import type { Case } from '../core/case/case.ts';
import type { CaseFact } from '../core/case/case-event.ts';
import { isDomainError } from '../core/errors.ts';
import type { OutboxEffect } from '../core/outbox/outbox-item.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Write } from '../ports/case-store.ts';
import type { Ports } from '../ports/ports.ts';
import { followClocks } from './follow-clocks.ts';
import { outboxWrites } from './outbox-writes.ts';

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

export type ChangePorts = Pick<Ports, 'store' | 'clock' | 'ids' | 'config' | 'log'>;

/** One change of a case as one transaction: projection, events, clocks, outbox and whatever hangs on it. */
export async function planChange(change: CaseChange, ports: ChangePorts): Promise<PlannedChange> {
  const now = ports.clock.now();
  const { next: changed, events } = appendFacts(change.current, change.caseId, now, change.facts);
  const clocks = await followClocks(change.current, events, ports);
  const next = { ...changed, ...clocks.shown };
  const effects: OutboxEffect[] = [
    ...(change.effects ?? []),
    ...clocks.effects,
    { type: 'case.changed', version: next.version },
  ];
  const writes: Write[] = [
    { kind: 'case', next, expectedVersion: change.current?.version ?? null },
    ...events.map((event): Write => ({ kind: 'event', event })),
    ...clocks.writes,
    ...(change.writes ?? []),
    ...outboxWrites(effects, { caseId: change.caseId, at: toInstant(now) }, ports),
  ];
  return { next, writes };
}

const attempts = 12;

/**
 * Decides and commits again while another writer was faster. `decide` must re-read all that it decides on.
 * The last conflict is thrown when twelve tries in a row have lost.
 */
export function retryOnConflict<T>(decide: () => Promise<T>): Promise<T> {
  return retryOn(
    ['case.version-conflict', 'page.version-conflict', 'sla.version-conflict', 'store.contention'],
    decide,
  );
}

/** The same where the caller said which version of the case it meant: only what moves by itself is met again. */
export function retryOnClocks<T>(decide: () => Promise<T>): Promise<T> {
  return retryOn(['page.version-conflict', 'sla.version-conflict'], decide);
}

async function retryOn<T>(codes: readonly string[], decide: () => Promise<T>): Promise<T> {
  for (let tryNumber = 1; ; tryNumber++) {
    try {
      return await decide();
    } catch (error) {
      const isLost = codes.some((code) => isDomainError(error, code));
      if (!isLost || tryNumber === attempts) throw error;
    }
  }
}
