import { createAwaitPageAnswerHandler } from '../functions/await-page-answer/handler.ts';
import { createPlanPageHandler } from '../functions/plan-page/handler.ts';
import { createSendPageNotificationHandler } from '../functions/send-page-notification/handler.ts';
import type { Telemetry } from '../functions/telemetry.ts';
import type { Ports } from '../ports/ports.ts';

type Handler = (payload: unknown) => Promise<unknown>;

/** The functions that workflows call, by the folder names that the binding table gives. */
export function taskHandlers(ports: Ports, telemetry: Telemetry): ReadonlyMap<string, Handler> {
  return new Map<string, Handler>([
    ['plan-page', createPlanPageHandler(ports, telemetry)],
    ['send-page-notification', createSendPageNotificationHandler(ports, telemetry)],
    ['await-page-answer', createAwaitPageAnswerHandler(ports, telemetry)],
  ]);
}
