import { createAwaitEscalationAnswerHandler } from '../functions/await-escalation-answer/handler.ts';
import { createAwaitPageAnswerHandler } from '../functions/await-page-answer/handler.ts';
import { createPlanEscalationHandler } from '../functions/plan-escalation/handler.ts';
import { createPlanPageHandler } from '../functions/plan-page/handler.ts';
import { createSendEscalationNoticeHandler } from '../functions/send-escalation-notice/handler.ts';
import { createSendPageNotificationHandler } from '../functions/send-page-notification/handler.ts';
import type { Telemetry } from '../functions/telemetry.ts';
import { createWakeClockHandler } from '../functions/wake-clock/handler.ts';
import type { Ports } from '../ports/ports.ts';
import { atMost } from './at-most.ts';

type Handler = (payload: unknown) => Promise<unknown>;

/** Of each function that many cases may want at the same moment. Pages have no limit. */
const atOnce = 16;

/** The functions that workflows call, by the folder names that the binding table gives. */
export function taskHandlers(ports: Ports, telemetry: Telemetry): ReadonlyMap<string, Handler> {
  return new Map<string, Handler>([
    ['plan-page', createPlanPageHandler(ports, telemetry)],
    ['send-page-notification', createSendPageNotificationHandler(ports, telemetry)],
    ['await-page-answer', createAwaitPageAnswerHandler(ports, telemetry)],
    ['wake-clock', atMost(atOnce, createWakeClockHandler(ports, telemetry))],
    ['plan-escalation', atMost(atOnce, createPlanEscalationHandler(ports, telemetry))],
    ['send-escalation-notice', atMost(atOnce, createSendEscalationNoticeHandler(ports, telemetry))],
    ['await-escalation-answer', createAwaitEscalationAnswerHandler(ports, telemetry)],
  ]);
}
