import { readEnv } from '../compose/env.ts';
import { composePorts } from '../compose/ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { env } from './env.ts';
import { createDispatchEventsHandler } from './handler.ts';

const telemetry = lambdaTelemetry('dispatch-events');
export const handler = createDispatchEventsHandler(
  await composePorts(readEnv(env), telemetry.log),
  telemetry,
);
