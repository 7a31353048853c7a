import type { Ports } from '../ports/ports.ts';
import { changeSla } from './change-sla.ts';
import { withEscalation } from './require-escalation.ts';

export interface AwaitEscalationAnswerInput {
  readonly caseId: string;
  readonly escalationId: string;
  readonly execution: string;
  readonly taskToken: string;
}

/**
 * Leaves the workflow's task token on the escalation, where whoever takes it on finds it. One that is over by
 * now, that another execution carries out, or that is to be looked at again already, answers the token at once.
 * @throws DomainError `sla.missing`
 */
export async function awaitEscalationAnswer(
  { caseId, escalationId, execution, taskToken }: AwaitEscalationAnswerInput,
  ports: Pick<Ports, 'store' | 'config' | 'clock' | 'ids' | 'workflows' | 'log'>,
): Promise<void> {
  let outcome: string | null = null;
  await changeSla(
    caseId,
    ({ sla, now }) => {
      const found = sla.escalations.find(({ id }) => id === escalationId);
      if (found?.state !== 'open' || found.heldBy !== execution) {
        outcome = found?.state === 'acknowledged' ? 'acknowledged' : 'ended';
        return null;
      }
      if (found.nextStepAt !== null && found.nextStepAt <= now) {
        outcome = 'moved';
        return null;
      }
      outcome = null;
      return { next: withEscalation(sla, { ...found, taskToken }), records: [], effects: [] };
    },
    ports,
  );
  if (outcome !== null) await ports.workflows.succeedTask(taskToken, { outcome });
}
