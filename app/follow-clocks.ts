import type { Case } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import { DomainError } from '../core/errors.ts';
import type { OutboxEffect } from '../core/outbox/outbox-item.ts';
import type { CaseSla } from '../core/sla/case-sla.ts';
import { followEvents } from '../core/sla/follow-events.ts';
import { nextPromise, pressesAt } from '../core/sla/next-promise.ts';
import type { PolicySet } from '../core/sla/policy-set.ts';
import { policyInForce } from '../core/sla/promise-of.ts';
import type { SlaChange } from '../core/sla/sla-change.ts';
import type { Write } from '../ports/case-store.ts';
import type { Ports } from '../ports/ports.ts';
import { missingRecords, rebuildSla } from './rebuild-sla.ts';
import { recordSla } from './record-sla.ts';

export type FollowPorts = Pick<Ports, 'store' | 'config' | 'log'>;

/** What the clocks add to a change of a case. */
export interface FollowedClocks {
  /** What of them the case itself shows. */
  readonly shown: Pick<Case, 'policyId' | 'policyVersion' | 'promise' | 'nextDueAt'>;
  readonly writes: readonly Write[];
  readonly effects: readonly OutboxEffect[];
}

/**
 * Works the events of a change into the case's clocks. A fault in them must never keep a message, a page or an
 * answer from being stored: then the change is made without, and the clocks are rebuilt from the history later.
 * @throws DomainError `case.version-conflict` when the case that the events follow is no longer the stored one
 */
export async function followClocks(
  current: Case | null,
  events: readonly [CaseEvent, ...CaseEvent[]],
  ports: FollowPorts,
): Promise<FollowedClocks> {
  try {
    const before = current === null ? null : await slaOf(current, ports);
    const policies = await policiesFor(before, events, ports);
    const change = followEvents({ before: before?.sla ?? null, events, policies });
    const records = [...(before?.missing ?? []), ...change.records];
    const recorded = recordSla({ next: change.next, records }, before?.stored ?? null);
    return {
      shown: shownOf(change.next, policies),
      writes: recorded.writes,
      effects: [...slaEffects(change), ...recorded.effects],
    };
  } catch (error) {
    if (error instanceof DomainError && (error.kind === 'conflict' || error.kind === 'unavailable'))
      throw error;
    const { caseId } = events[0];
    ports.log.error('the clocks of a case could not follow; they are rebuilt from its history', {
      caseId,
      error,
    });
    const { policyId = null, policyVersion = null, promise = null, nextDueAt = null } = current ?? {};
    return {
      shown: { policyId, policyVersion, promise, nextDueAt },
      writes: [],
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
    nextDueAt: promise && promise.state === 'running' ? pressesAt(promise) : null,
  };
}

interface KnownSla {
  readonly sla: CaseSla;
  /** As it is stored; null when nothing is. */
  readonly stored: CaseSla | null;
  /** Records of the history that the log does not have. */
  readonly missing: SlaChange['records'];
}

/** The stored clocks where they are up to date, else what the history gives. */
async function slaOf(current: Case, ports: FollowPorts): Promise<KnownSla> {
  const sla = await ports.store.getSla(current.id);
  if (sla?.clocks.seq === current.eventCount) return { sla, stored: sla, missing: [] };
  if (sla !== null && sla.clocks.seq > current.eventCount)
    throw new DomainError(
      'conflict',
      'case.version-conflict',
      `${current.id} has changed meanwhile: read it again and repeat the change`,
    );
  const rebuilt = await rebuildSla(current.id, current.eventCount, ports);
  return { sla: rebuilt.sla, stored: sla, missing: missingRecords(rebuilt, sla) };
}

async function policiesFor(
  before: KnownSla | null,
  events: readonly CaseEvent[],
  ports: FollowPorts,
): Promise<PolicySet> {
  const rebase = events.findLast((event) => event.type === 'case.rebased.v1');
  const version = rebase?.data.policyVersion ?? before?.sla.policyVersion;
  return version === undefined ? (await ports.config.current()).policies : policySetNamed(version, ports);
}

/** @throws DomainError `sla.policy-version` */
export async function policySetNamed(version: string, ports: Pick<Ports, 'config'>): Promise<PolicySet> {
  const found = await ports.config.policies(version);
  if (found) return found;
  throw new DomainError(
    'missing',
    'sla.policy-version',
    `policyVersion: there is no policy version "${version}"; every version that was published is kept`,
    { details: [{ field: 'policyVersion', message: 'unknown version' }] },
  );
}

export function slaEffects({ starts, opened, closed, moved }: SlaChange): OutboxEffect[] {
  return [
    ...(starts.length === 0 ? [] : [{ type: 'clocks.armed', starts } as const]),
    ...opened.map(({ id }) => ({ type: 'escalation.opened', escalationId: id }) as const),
    ...closed.map(
      ({ id, taskToken, state }) =>
        ({ type: 'escalation.closed', escalationId: id, taskToken, outcome: state }) as const,
    ),
    ...moved
      .filter(({ taskToken }) => taskToken !== null)
      .map(({ id, taskToken }) => ({ type: 'escalation.moved', escalationId: id, taskToken }) as const),
  ];
}
