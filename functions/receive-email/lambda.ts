import { readEnv } from '../compose/env.ts';
import { composePorts } from '../compose/ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { env } from './env.ts';
import { createReceiveEmailHandler } from './handler.ts';

const telemetry = lambdaTelemetry('receive-email');
export const handler = createReceiveEmailHandler(await composePorts(readEnv(env), telemetry.log), telemetry);
