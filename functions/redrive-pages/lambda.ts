import { readEnv } from '../compose/env.ts';
import { composeTablePorts } from '../compose/table-ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { composeWorkflows } from '../compose/workflows.ts';
import { env } from './env.ts';
import { createRedrivePagesHandler } from './handler.ts';

const telemetry = lambdaTelemetry('redrive-pages');
const settings = readEnv(env);
export const handler = createRedrivePagesHandler(
  {
    ...composeTablePorts(settings, telemetry.log),
    workflows: composeWorkflows(settings),
    log: telemetry.log,
  },
  telemetry,
);
