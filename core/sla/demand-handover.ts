import type { Instant } from '../time/instant.ts';
import type { ClockState } from './clock-state.ts';
import { isSolved, type SlaCase } from './sla-case.ts';

/**
 * Never go silent: whether a crisis case must be handed over before a shift ends. It must while someone is owed
 * an update or an answer and nobody else has taken it on since the shift began.
 */
export function demandsHandover(input: {
  readonly facts: SlaCase;
  readonly isCrisis: boolean;
  readonly clocks: readonly ClockState[];
  /** Of the one who has the case. */
  readonly shift: { readonly userId: string; readonly from: Instant; readonly to: Instant };
}): { readonly demanded: boolean; readonly why: string } {
  const { facts, isCrisis, clocks, shift } = input;
  if (!isCrisis) return { demanded: false, why: 'no crisis category' };
  if (isSolved(facts.status) || facts.mergedInto !== null)
    return { demanded: false, why: `the case is ${facts.mergedInto === null ? facts.status : 'merged'}` };
  const isGivenOn = facts.handedOverTo !== shift.userId;
  if (isGivenOn && facts.handedOverAt !== null && facts.handedOverAt >= shift.from)
    return { demanded: false, why: `handed over at ${facts.handedOverAt}` };
  const owed = clocks.filter(({ clock, state }) => state === 'running' && owedTo.includes(clock));
  if (owed.length === 0) return { demanded: false, why: 'nobody is owed an update' };
  const names = [...new Set(owed.map(({ clock }) => clock))].join(', ');
  return { demanded: true, why: `${names} runs on after the shift ends at ${shift.to}; hand the case over` };
}

const owedTo: readonly ClockState['clock'][] = [
  'emergency-ack',
  'first-reply',
  'next-reply',
  'keep-informed',
];
