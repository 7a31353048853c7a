import { readEnv } from '../compose/env.ts';
import { composePorts } from '../compose/ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { env } from './env.ts';
import { createSendPageNotificationHandler } from './handler.ts';

const telemetry = lambdaTelemetry('send-page-notification');
export const handler = createSendPageNotificationHandler(
  await composePorts(readEnv(env), telemetry.log),
  telemetry,
);
