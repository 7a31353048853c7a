import type { Escalation } from '../../core/escalation/escalation.ts';

export type PublicEscalation = Omit<Escalation, 'taskToken' | 'heldBy'>;

/** An escalation as people may see it: with its task token anyone could answer for the workflow. */
export function publicEscalation(escalation: Escalation): PublicEscalation {
  const { taskToken: _token, heldBy: _execution, ...shown } = escalation;
  return shown;
}
