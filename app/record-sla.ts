import { deskEventsOf } from '../core/events/desk-events-of.ts';
import type { OutboxEffect } from '../core/outbox/outbox-item.ts';
import type { CaseSla } from '../core/sla/case-sla.ts';
import type { SlaRecord } from '../core/sla/sla-record.ts';
import type { Write } from '../ports/case-store.ts';

/** Of half a kilobyte each: an outbox item stays far below what the store takes, whatever was worked out at once. */
const eventsOfOneEffect = 200;

/**
 * What stores a case's promises with the records of how they came about, and what tells other systems of those
 * that concern them. Most concern nobody outside, and cost no effect.
 * @param stored null when there are none yet.
 */
export function recordSla(
  change: { readonly next: CaseSla; readonly records: readonly SlaRecord[] },
  stored: CaseSla | null,
): { readonly writes: readonly Write[]; readonly effects: readonly OutboxEffect[] } {
  const next = { ...change.next, version: (stored?.version ?? 0) + 1 };
  const { caseId, version } = next;
  const { records } = change;
  const events = deskEventsOf(records, stored, next);
  const effects: OutboxEffect[] = [];
  for (let from = 0; from < events.length; from += eventsOfOneEffect)
    effects.push({ type: 'events.recorded', events: events.slice(from, from + eventsOfOneEffect) });
  return {
    writes: [
      { kind: 'sla', next, expectedVersion: stored?.version ?? null },
      ...(records.length === 0 ? [] : [{ kind: 'sla-log', caseId, version, records } as const]),
    ],
    effects,
  };
}
