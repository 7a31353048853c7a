import type { CaseEvent } from '../case/case-event.ts';
import type { Instant } from '../time/instant.ts';

/** A question to another department: the projection of its facts in the case's history. */
export interface Consult {
  /** The id of the message that asked. */
  readonly id: string;
  /** A department of the configuration when it was sent. */
  readonly department: string;
  readonly sentAt: Instant;
  /** Only a person answers: an out-of-office leaves it open. */
  readonly state: 'open' | 'answered' | 'withdrawn';
  readonly endedAt: Instant | null;
}

/** The consults of a case, oldest first. */
export function consultsOf(events: readonly CaseEvent[]): Consult[] {
  const consults = new Map<string, Consult>();
  const end = (id: string, state: Consult['state'], endedAt: Instant) => {
    const consult = consults.get(id);
    if (consult?.state === 'open') consults.set(id, { ...consult, state, endedAt });
  };
  for (const event of events.toSorted((a, b) => a.seq - b.seq)) {
    if (event.type === 'consult.sent.v1') {
      const { consultId: id, department } = event.data;
      consults.set(id, { id, department, sentAt: event.at, state: 'open', endedAt: null });
    } else if (event.type === 'consult.answered.v1' && !event.data.automatic)
      end(event.data.consultId, 'answered', event.at);
    else if (event.type === 'consult.withdrawn.v1') end(event.data.consultId, 'withdrawn', event.at);
  }
  return [...consults.values()];
}
