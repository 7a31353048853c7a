import type { Instant } from '../time/instant.ts';
import type { CaseSla } from './case-sla.ts';
import { demandsHandover } from './demand-handover.ts';
import type { PolicySet } from './policy-set.ts';
import { type SlaChange, SlaDraft } from './sla-change.ts';

export interface EndingShift {
  readonly userId: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** Whether the one who has the case must hand it over when the shift ends, and why. */
export function demandOf(sla: CaseSla, policies: PolicySet, shift: EndingShift) {
  const { facts, clocks } = sla;
  const isCrisis = policies.crisisCategories.includes(facts.category);
  return demandsHandover({ facts, isCrisis, clocks: clocks.clocks, shift });
}

/**
 * A shift has ended and a crisis case was not handed over: that escalates, once a case and end of a shift. Null
 * when nothing is demanded, or was escalated already and is told on until somebody takes it on.
 */
export function openHandover(
  sla: CaseSla,
  policies: PolicySet,
  shift: EndingShift,
  now: Instant,
): SlaChange | null {
  const { demanded, why } = demandOf(sla, policies, shift);
  const isKnown = sla.escalations.some(
    ({ cause, state }) =>
      cause.kind === 'handover' &&
      (state === 'open' || (cause.from === shift.userId && cause.shiftEndedAt === shift.to)),
  );
  if (!demanded || isKnown) return null;
  const draft = new SlaDraft(sla, sla, policies, now);
  const cause = { kind: 'handover', from: shift.userId, shiftEndedAt: shift.to } as const;
  draft.openEscalation(cause, draft.ladder, why);
  return draft.finish();
}
