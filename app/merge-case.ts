import type { Actor } from '../core/case/actor.ts';
import type { Case } from '../core/case/case.ts';
import type { CaseFact } from '../core/case/case-event.ts';
import {
  type MergePair,
  mergeFacts,
  newcomers,
  requireMergeable,
  requireNoOtherParty,
} from '../core/case/merge.ts';
import type { Ports } from '../ports/ports.ts';
import { requireCase, requireNoOpenPage, requireVersion } from './require-case.ts';
import { type ChangePorts, planChange, retryOnConflict } from './unit-of-work.ts';

export interface MergeInput {
  readonly caseId: string;
  /** The case that goes on. */
  readonly into: string;
  /** The version of `caseId` that the agent had in view. */
  readonly expectedVersion: number;
  readonly userId: string;
  readonly reason: string;
}

export interface Merged {
  /** Closed; `mergedInto` says where it went. */
  readonly source: Case;
  readonly target: Case;
}

/**
 * Two cases of one person become one, in one transaction: the source is closed, the target goes on for both and
 * owes what the source owed. Both keep their history; there is no way back.
 * @throws DomainError `case.missing`, `case.version-conflict`, `case.open-page`, `case.merged`, `merge.into-itself`,
 * `merge.closed`, `merge.spam`, `merge.other-requester`, `merge.other-party`, `merge.emergency-goes-on`
 */
export async function mergeCase(input: MergeInput, ports: ChangePorts): Promise<Merged> {
  // Only the target may have moved on meanwhile: of the source the agent had one version in view.
  requireVersion(await requireCase(input.caseId, ports), input.expectedVersion);
  return retryOnConflict(async () => {
    const [source, target] = await Promise.all([
      requireCase(input.caseId, ports),
      requireCase(input.into, ports),
    ]);
    requireVersion(source, input.expectedVersion);
    const pair: MergePair = { source, target };
    requireMergeable(pair);
    requireNoOpenPage(source);
    await requireNoParties(pair, ports);
    const facts = mergeFacts(pair, input.reason.trim());
    const actor: Actor = { kind: 'agent', userId: input.userId };
    const plan = (current: Case, its: readonly CaseFact[]) =>
      planChange({ current, caseId: current.id, facts: its.map((fact) => ({ actor, fact })) }, ports);
    const ended = await plan(source, facts.source);
    const goesOn = await plan(target, facts.target);
    await ports.store.commit([...ended.writes, ...goesOn.writes]);
    return { source: ended.next, target: goesOn.next };
  });
}

async function requireNoParties(pair: MergePair, { store }: Pick<Ports, 'store'>): Promise<void> {
  for (const address of newcomers(pair)) {
    let cursor: string | undefined;
    do {
      const page = await store.listCasesOfCustomer(address, { limit: 200, ...(cursor && { cursor }) });
      requireNoOtherParty(pair, address, page.items);
      cursor = page.cursor ?? undefined;
    } while (cursor);
  }
}
