import type { Case } from '../core/case/case.ts';
import { DomainError } from '../core/errors.ts';
import type { CaseSla } from '../core/sla/case-sla.ts';
import type { ClockName } from '../core/sla/clock-name.ts';
import { clockRules } from '../core/sla/clock-rules.ts';
import { type ClockState, isOpenClock } from '../core/sla/clock-state.ts';
import type { PolicySet } from '../core/sla/policy-set.ts';
import { type Instant, toInstant } from '../core/time/instant.ts';
import { policySetNamed } from './pinned-policies.ts';
import { requireCase } from './require-case.ts';
import { requireSla } from './require-sla.ts';
import { type ChangePorts, planChange, retryOnConflict } from './unit-of-work.ts';

export interface SetDueInput {
  readonly caseId: string;
  readonly clock: ClockName;
  readonly instance: number;
  /** Null gives the due time back to the policy. */
  readonly dueAt: Instant | null;
  readonly reason: string;
  readonly userId: string;
}

/** A year: a later date is a slip of the pen. */
const farthestMs = 366 * 86_400_000;

/**
 * A person says when a promise is due. It holds through priorities and re-bases; a breach that was is kept.
 * @throws DomainError `case.missing`, `sla.none`, `sla.clock`, `sla.due-date`, `sla.never-silent`
 */
export async function setDue(input: SetDueInput, ports: ChangePorts): Promise<Case> {
  return retryOnConflict(async () => {
    const current = await requireCase(input.caseId, ports);
    const sla = await requireSla(input.caseId, ports);
    const state = requireOpenClock(sla, input);
    if (input.dueAt === null && state.override === null) return current;
    requireDate(input.dueAt, ports.clock.now());
    requireNoSnooze(state, input.dueAt, sla, await policySetNamed(sla.policyVersion, ports));
    const { caseId, clock, instance, dueAt, reason, userId } = input;
    const fact = {
      type: 'clock.due-overridden.v1',
      data: { clock, instance, dueAt, reason },
    } as const;
    const actor = { kind: 'agent', userId } as const;
    const { next, writes } = await planChange({ current, caseId, facts: [{ actor, fact }] }, ports);
    await ports.store.commit(writes);
    return next;
  });
}

function requireOpenClock({ caseId, clocks }: CaseSla, { clock, instance }: SetDueInput): ClockState {
  const found = clocks.clocks.find((state) => state.clock === clock && state.instance === instance);
  if (found !== undefined && isOpenClock(found)) return found;
  const open = clocks.clocks.filter(isOpenClock).map((state) => `${state.clock} ${state.instance}`);
  const remedy = open.length === 0 ? 'none of its clocks is open' : `open are ${open.join(', ')}`;
  throw refusal('missing', 'sla.clock', 'instance', `${caseId} has no open ${clock} ${instance}; ${remedy}`);
}

function requireDate(dueAt: Instant | null, nowMs: number): void {
  if (dueAt === null) return;
  if (dueAt <= toInstant(nowMs))
    throw refusal('invalid', 'sla.due-date', 'dueAt', `${dueAt} is past; name a time to come`);
  if (dueAt > toInstant(nowMs + farthestMs))
    throw refusal(
      'invalid',
      'sla.due-date',
      'dueAt',
      `${dueAt} is more than a year away; name a nearer time`,
    );
}

/** Never go silent: what nothing pauses, nobody puts off either. An earlier date is fine. */
function requireNoSnooze(
  { clock, dueAt: dueNow }: ClockState,
  dueAt: Instant | null,
  { facts }: CaseSla,
  { crisisCategories }: PolicySet,
): void {
  const { closedHours, neverPausesInCrisis } = clockRules[clock];
  const isCrisis = crisisCategories.includes(facts.category);
  const isHeld = closedHours === 'never' || (neverPausesInCrisis && isCrisis);
  if (!isHeld || dueAt === null || dueNow === null || dueAt <= dueNow) return;
  const message = `${clock} cannot be put off ${isCrisis ? `in a case of ${facts.category}` : 'in an emergency'}; name a time until ${dueNow}`;
  throw refusal('conflict', 'sla.never-silent', 'dueAt', message);
}

function refusal(
  kind: 'invalid' | 'missing' | 'conflict',
  code: string,
  field: string,
  message: string,
): DomainError {
  return new DomainError(kind, code, `${field}: ${message}.`, { details: [{ field, message }] });
}
