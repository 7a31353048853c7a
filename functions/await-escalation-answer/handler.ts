import * as z from 'zod/mini';
import { awaitEscalationAnswer } from '../../app/await-escalation-answer.ts';
import type { Ports } from '../../ports/ports.ts';
import { observed, type Telemetry } from '../telemetry.ts';

const input = z.object({
  caseId: z.string(),
  escalationId: z.string(),
  execution: z.string(),
  taskToken: z.string(),
});

/** Task of `escalation`: leaves the token where the human's answer finds it. */
export function createAwaitEscalationAnswerHandler(
  ports: Pick<Ports, 'store' | 'config' | 'clock' | 'ids' | 'workflows' | 'log'>,
  telemetry: Telemetry,
): (event: unknown, context?: unknown) => Promise<void> {
  return observed(
    telemetry,
    (event) => input.parse(event),
    async (event) => {
      await awaitEscalationAnswer(event, ports);
      telemetry.log.debug('escalation waits for an answer', { escalationId: event.escalationId });
    },
  );
}
