import type { Case } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import { DomainError, isDomainError } from '../core/errors.ts';
import type { OutboxEffect } from '../core/outbox/outbox-item.ts';
import type { CaseSla } from '../core/sla/case-sla.ts';
import { fallenBehind } from '../core/sla/fallen-behind.ts';
import { nextPromise } from '../core/sla/next-promise.ts';
import type { PolicySet } from '../core/sla/policy-set.ts';
import { policyInForce } from '../core/sla/promise-of.ts';
import type { Write } from '../ports/case-store.ts';
import type { Ports } from '../ports/ports.ts';
import { followMissed, missedEvents } from './follow-missed.ts';
import { isPassingFault } from './passing-fault.ts';
import { recordSla } from './record-sla.ts';

export type FollowPorts = Pick<Ports, 'store' | 'config' | 'log'>;

/** What the clocks add to a change of a case. */
export interface FollowedClocks {
  /** What of them the case itself shows. */
  readonly shown: Pick<Case, 'policyId' | 'policyVersion' | 'promise' | 'nextDueAt'>;
  readonly writes: readonly Write[];
  readonly effects: readonly OutboxEffect[];
}

/** More would make a commit of what somebody does that the store may refuse for its size. */
const mostMissed = 25;

/**
 * Works the events of a change into the case's clocks. A fault in them must never keep a message, a page or an
 * answer from being stored: then the change is made without, and the clocks catch up later.
 * @throws DomainError `case.version-conflict` when the case that the events follow is no longer the stored one
 */
export async function followClocks(
  current: Case | null,
  events: readonly [CaseEvent, ...CaseEvent[]],
  ports: FollowPorts,
): Promise<FollowedClocks> {
  const { caseId } = events[0];
  try {
    const stored = current === null ? null : await ports.store.getSla(caseId);
    const missed = current === null ? [] : await missedOf(current, stored, ports);
    const followed = await followMissed(caseId, stored, [...missed, ...events], ports);
    const { sla: next, policies, records, effects } = followed;
    const recorded = recordSla({ next, records }, stored);
    return {
      shown: shownOf(next, policies),
      writes: recorded.writes,
      effects: [...effects, ...recorded.effects],
    };
  } catch (error) {
    if (isPassingFault(error)) throw error;
    if (isDomainError(error, farBehind)) ports.log.info(error.message);
    else
      ports.log.error('the clocks of a case could not follow; they catch up with its history', {
        caseId,
        error,
      });
    const { policyId = null, policyVersion = null, promise = null, nextDueAt = null } = current ?? {};
    return {
      shown: { policyId, policyVersion, promise, nextDueAt },
      writes: await markBehind(current, events[0], ports),
      effects: [{ type: 'clocks.behind' }],
    };
  }
}

export function shownOf(sla: CaseSla, policies: PolicySet): FollowedClocks['shown'] {
  const promise = nextPromise(sla.clocks.clocks);
  return {
    policyId: policyInForce(policies, sla.facts).policy?.id ?? null,
    policyVersion: sla.policyVersion,
    promise,
    nextDueAt: promise?.dueAt ?? null,
  };
}

const farBehind = 'sla.far-behind';

/** @throws DomainError `case.version-conflict`, `sla.far-behind` */
async function missedOf(current: Case, stored: CaseSla | null, ports: FollowPorts): Promise<CaseEvent[]> {
  const { id, eventCount } = current;
  if (stored !== null && stored.clocks.seq > eventCount)
    throw new DomainError(
      'conflict',
      'case.version-conflict',
      `${id} has changed meanwhile: read it again and repeat the change`,
    );
  const missed = eventCount - (stored?.clocks.seq ?? 0);
  if (missed <= mostMissed) return missedEvents(current, stored, ports);
  throw new DomainError('conflict', farBehind, `the clocks of ${id} catch up with ${missed} events first`);
}

/** Where nothing says that clocks are behind, nobody but one effect would know: the sweep finds this. */
async function markBehind(current: Case | null, first: CaseEvent, ports: FollowPorts): Promise<Write[]> {
  const { caseId, at } = first;
  try {
    const stored = current === null ? null : await ports.store.getSla(caseId);
    const policyVersion = stored?.policyVersion ?? (await ports.config.current()).policies.version;
    const channel = first.type === 'case.created.v1' ? first.data.channel : (current?.channel ?? 'email');
    const next = fallenBehind(stored, { caseId, channel, policyVersion }, at);
    return [...recordSla({ next, records: [] }, stored).writes];
  } catch (error) {
    if (isPassingFault(error)) throw error;
    ports.log.error('the clocks of a case could not be marked as behind', { caseId, error });
    return [];
  }
}
