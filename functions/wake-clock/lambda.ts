import { readEnv } from '../compose/env.ts';
import { composeTablePorts } from '../compose/table-ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { composeWorkflows } from '../compose/workflows.ts';
import { env } from './env.ts';
import { createWakeClockHandler } from './handler.ts';

const telemetry = lambdaTelemetry('wake-clock');
const settings = readEnv(env);
export const handler = createWakeClockHandler(
  {
    ...composeTablePorts(settings, telemetry.log),
    workflows: composeWorkflows(settings),
    log: telemetry.log,
  },
  telemetry,
);
