import type { Case } from '../core/case/case.ts';
import { viewOf } from '../core/case/status.ts';
import type { DeskConfig } from '../core/config/desk-config.ts';
import { DomainError } from '../core/errors.ts';
import type { EscalateTo, Escalation } from '../core/escalation/escalation.ts';
import { didYouMean } from '../core/validation/did-you-mean.ts';
import { requireCase } from './require-case.ts';
import { type ChangePorts, planChange, retryOnConflict } from './unit-of-work.ts';

export interface EscalateInput {
  readonly caseId: string;
  readonly to: EscalateTo;
  readonly reason: string;
  readonly userId: string;
}

export interface Escalated {
  readonly case: Case;
  /** Null when the clocks are being rebuilt: it opens once they are. */
  readonly escalation: Escalation | null;
}

/**
 * A person escalates a case by hand: to a rung of its ladder, to somebody by name, or to a department.
 * @throws DomainError `case.missing`, `escalation.unknown-target`, `escalation.case-over`,
 * `escalation.too-many`
 */
export async function escalateCase(input: EscalateInput, ports: ChangePorts): Promise<Escalated> {
  const { config } = await ports.config.current();
  requireTarget(input.to, config);
  return retryOnConflict(async () => {
    const current = await requireCase(input.caseId, ports);
    requireOpen(current);
    const { caseId, to, reason, userId } = input;
    const fact = { type: 'case.escalated.v1', data: { to, reason } } as const;
    const actor = { kind: 'agent', userId } as const;
    const { next, writes } = await planChange({ current, caseId, facts: [{ actor, fact }] }, ports);
    const sla = writes.find((write) => write.kind === 'sla')?.next;
    const open =
      sla?.escalations.filter(({ cause, state }) => cause.kind === 'manual' && state === 'open') ?? [];
    if (open.length > mostOpen) throw tooMany(caseId);
    await ports.store.commit(writes);
    return { case: next, escalation: open.at(-1) ?? null };
  });
}

/** Each goes on telling people by itself: nobody could look at more, and one item holds them all. */
const mostOpen = 20;

function tooMany(caseId: string): DomainError {
  return new DomainError(
    'conflict',
    'escalation.too-many',
    `${caseId} has ${mostOpen} open escalations by hand: take one of them on before you open another.`,
  );
}

function requireTarget(to: EscalateTo, { users, departments }: DeskConfig): void {
  if ('user' in to && !users.some(({ id }) => id === to.user))
    throw unknownTarget(
      'to.user',
      `there is no user "${to.user}"${didYouMean(
        to.user,
        users.map(({ id }) => id),
      )}`,
    );
  if ('department' in to && !Object.hasOwn(departments, to.department))
    throw unknownTarget(
      'to.department',
      `there is no department "${to.department}"${didYouMean(to.department, Object.keys(departments))}`,
    );
}

function unknownTarget(field: string, message: string): DomainError {
  return new DomainError('invalid', 'escalation.unknown-target', `${field}: ${message}.`, {
    details: [{ field, message }],
  });
}

function requireOpen({ id, mergedInto, flags, status }: Case): void {
  const why =
    mergedInto !== null
      ? `was merged into ${mergedInto}; escalate that one`
      : flags.includes('spam')
        ? 'is marked as spam; say first that it is none'
        : viewOf(status) === 'done'
          ? `is ${status}; reopen it first`
          : null;
  if (why === null) return;
  throw new DomainError('conflict', 'escalation.case-over', `${id} ${why}.`);
}
