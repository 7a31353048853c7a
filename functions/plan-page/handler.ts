import * as z from 'zod/mini';
import { type PagePlan, planPage } from '../../app/plan-page.ts';
import type { Ports } from '../../ports/ports.ts';
import { observed, type Telemetry } from '../telemetry.ts';

const input = z.object({ caseId: z.string(), pageId: z.string(), attempt: z.int().check(z.nonnegative()) });

/** Task of `emergency-page`: whom does this round notify? */
export function createPlanPageHandler(
  ports: Pick<Ports, 'store' | 'clock' | 'config' | 'log'>,
  telemetry: Telemetry,
): (event: unknown, context?: unknown) => Promise<PagePlan> {
  return observed(
    telemetry,
    (event) => input.parse(event),
    async (event) => {
      const plan = await planPage(event, ports);
      telemetry.log.info('page planned', {
        caseId: event.caseId,
        pageId: event.pageId,
        attempt: plan.attempt,
        isOpen: plan.open,
        targets: plan.targets.length,
      });
      return plan;
    },
  );
}
