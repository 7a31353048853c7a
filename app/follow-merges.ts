import type { Case } from '../core/case/case.ts';
import type { Ports } from '../ports/ports.ts';

/** Merges into merged cases are refused, so chains only grow at their end; longer ones than this are a fault. */
const longestChain = 50;

/** The case that goes on for this one: itself, unless it was merged. */
export async function followMerges(found: Case, { store }: Pick<Ports, 'store'>): Promise<Case> {
  let current = found;
  for (let hop = 0; current.mergedInto !== null && hop < longestChain; hop++) {
    const next = await store.getCase(current.mergedInto);
    if (!next) return current;
    current = next;
  }
  return current;
}
