import { createAwaitEscalationAnswerHandler } from '../functions/await-escalation-answer/handler.ts';
import { createAwaitPageAnswerHandler } from '../functions/await-page-answer/handler.ts';
import { createPlanEscalationHandler } from '../functions/plan-escalation/handler.ts';
import { createPlanPageHandler } from '../functions/plan-page/handler.ts';
import { createSendEscalationNoticeHandler } from '../functions/send-escalation-notice/handler.ts';
import { createSendPageNotificationHandler } from '../functions/send-page-notification/handler.ts';
import type { Telemetry } from '../functions/telemetry.ts';
import { createWakeClockHandler } from '../functions/wake-clock/handler.ts';
import type { Ports } from '../ports/ports.ts';

type Handler = (payload: unknown) => Promise<unknown>;

/** The functions that workflows call, by the folder names that the binding table gives. */
export function taskHandlers(ports: Ports, telemetry: Telemetry): ReadonlyMap<string, Handler> {
  return new Map<string, Handler>([
    ['plan-page', createPlanPageHandler(ports, telemetry)],
    ['send-page-notification', createSendPageNotificationHandler(ports, telemetry)],
    ['await-page-answer', createAwaitPageAnswerHandler(ports, telemetry)],
    ['wake-clock', createWakeClockHandler(ports, telemetry)],
    ['plan-escalation', createPlanEscalationHandler(ports, telemetry)],
    ['send-escalation-notice', createSendEscalationNoticeHandler(ports, telemetry)],
    ['await-escalation-answer', createAwaitEscalationAnswerHandler(ports, telemetry)],
  ]);
}
