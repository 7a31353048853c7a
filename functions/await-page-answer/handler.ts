import * as z from 'zod/mini';
import { awaitPageAnswer } from '../../app/await-page-answer.ts';
import type { Ports } from '../../ports/ports.ts';
import { observed, type Telemetry } from '../telemetry.ts';

const input = z.object({ caseId: z.string(), pageId: z.string(), taskToken: z.string() });

/** Task of `emergency-page`: leaves the token where the human's answer finds it. */
export function createAwaitPageAnswerHandler(
  ports: Pick<Ports, 'store' | 'workflows'>,
  telemetry: Telemetry,
): (event: unknown, context?: unknown) => Promise<void> {
  return observed(
    telemetry,
    (event) => input.parse(event),
    async (event) => {
      await awaitPageAnswer(event, ports);
      telemetry.log.debug('page waits for an answer', { caseId: event.caseId, pageId: event.pageId });
    },
  );
}
