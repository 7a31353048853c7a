import { readEnv } from '../compose/env.ts';
import { composePorts } from '../compose/ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { env } from './env.ts';
import { createPlanPageHandler } from './handler.ts';

const telemetry = lambdaTelemetry('plan-page');
export const handler = createPlanPageHandler(await composePorts(readEnv(env), telemetry.log), telemetry);
