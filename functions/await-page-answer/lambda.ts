import { readEnv } from '../compose/env.ts';
import { composeTablePorts } from '../compose/table-ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { composeWorkflows } from '../compose/workflows.ts';
import { env } from './env.ts';
import { createAwaitPageAnswerHandler } from './handler.ts';

const settings = readEnv(env);
const telemetry = lambdaTelemetry('await-page-answer');
export const handler = createAwaitPageAnswerHandler(
  { ...composeTablePorts(settings, telemetry.log), workflows: composeWorkflows(settings) },
  telemetry,
);
