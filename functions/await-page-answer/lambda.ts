import { readEnv } from '../compose/env.ts';
import { composePorts } from '../compose/ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { env } from './env.ts';
import { createAwaitPageAnswerHandler } from './handler.ts';

const telemetry = lambdaTelemetry('await-page-answer');
export const handler = createAwaitPageAnswerHandler(
  await composePorts(readEnv(env), telemetry.log),
  telemetry,
);
