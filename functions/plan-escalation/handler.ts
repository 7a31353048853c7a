import * as z from 'zod/mini';
import { type EscalationPlan, planEscalation } from '../../app/plan-escalation.ts';
import type { Ports } from '../../ports/ports.ts';
import { observed, type Telemetry } from '../telemetry.ts';

const input = z.object({
  caseId: z.string(),
  escalationId: z.string(),
  round: z.int().check(z.nonnegative()),
  execution: z.string(),
  isFirst: z.boolean(),
});

/** Task of `escalation`: whom does this round tell, and how long does it wait? */
export function createPlanEscalationHandler(
  ports: Pick<Ports, 'store' | 'config' | 'clock' | 'ids' | 'log'>,
  telemetry: Telemetry,
): (event: unknown, context?: unknown) => Promise<EscalationPlan> {
  return observed(
    telemetry,
    (event) => input.parse(event),
    async (event) => {
      const plan = await planEscalation(event, ports);
      telemetry.log.info('escalation planned', {
        escalationId: event.escalationId,
        kind: plan.kind,
        ...(plan.kind === 'end' ? {} : { round: plan.round, waitSeconds: plan.waitSeconds }),
        ...(plan.kind === 'notify' && { notices: plan.notices.length }),
      });
      return plan;
    },
  );
}
