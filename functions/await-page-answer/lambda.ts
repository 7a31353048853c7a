import { readEnv } from '../compose/env.ts';
import { composeTablePorts } from '../compose/table-ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { composeWorkflows } from '../compose/workflows.ts';
import { env } from './env.ts';
import { createAwaitPageAnswerHandler } from './handler.ts';

const settings = readEnv(env);
export const handler = createAwaitPageAnswerHandler(
  { ...composeTablePorts(settings), workflows: composeWorkflows(settings) },
  lambdaTelemetry('await-page-answer'),
);
