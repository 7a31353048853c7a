import type { OutboxEffect } from '../core/outbox/outbox-item.ts';
import type { Instant } from '../core/time/instant.ts';
import type { Write } from '../ports/case-store.ts';
import type { Ports } from '../ports/ports.ts';

/** What a commit leaves to be done after it, as writes of the same transaction; each effect under an id of its own. */
export function outboxWrites(
  effects: readonly OutboxEffect[],
  { caseId, at }: { readonly caseId: string; readonly at: Instant },
  { ids }: Pick<Ports, 'ids'>,
): Write[] {
  return effects.map((effect) => ({ kind: 'outbox', item: { id: ids.ulid(), at, caseId, effect } }));
}
