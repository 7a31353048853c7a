import { readEnv } from '../compose/env.ts';
import { composeTablePorts } from '../compose/table-ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { composeWorkflows } from '../compose/workflows.ts';
import { env } from './env.ts';
import { createAwaitEscalationAnswerHandler } from './handler.ts';

const telemetry = lambdaTelemetry('await-escalation-answer');
const settings = readEnv(env);
export const handler = createAwaitEscalationAnswerHandler(
  {
    ...composeTablePorts(settings, telemetry.log),
    workflows: composeWorkflows(settings),
    log: telemetry.log,
  },
  telemetry,
);
