import { DomainError } from '../errors.ts';
import { toInstant } from '../time/instant.ts';
import type { Actor } from './actor.ts';
import { applyEvent } from './apply-event.ts';
import type { Case } from './case.ts';
import type { CaseEvent, CaseFact } from './case-event.ts';

export interface Appended {
  readonly next: Case;
  readonly events: readonly [CaseEvent, ...CaseEvent[]];
}

/**
 * One commit's facts become numbered events and the case that follows from them.
 * `atMs` is epoch milliseconds. The version goes up by one a commit.
 */
export function appendFacts(
  current: Case | null,
  caseId: string,
  atMs: number,
  facts: readonly { actor: Actor; fact: CaseFact }[],
): Appended {
  const at = toInstant(atMs);
  let next = current;
  const numbered = ({ actor, fact }: (typeof facts)[number], index: number): CaseEvent => {
    const event = { ...fact, caseId, seq: (current?.eventCount ?? 0) + index + 1, at, actor } as CaseEvent;
    next = applyEvent(next, event);
    return event;
  };
  const [first, ...rest] = facts;
  if (first === undefined) throw new DomainError('invalid', 'case.no-change', `${caseId}: nothing to record`);
  const events: [CaseEvent, ...CaseEvent[]] = [
    numbered(first, 0),
    ...rest.map((entry, index) => numbered(entry, index + 1)),
  ];
  return { next: { ...(next as unknown as Case), version: (current?.version ?? 0) + 1 }, events };
}
