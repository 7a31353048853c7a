import { readEnv } from '../compose/env.ts';
import { composeTablePorts } from '../compose/table-ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { env } from './env.ts';
import { createPlanEscalationHandler } from './handler.ts';

const telemetry = lambdaTelemetry('plan-escalation');
const table = composeTablePorts(readEnv(env), telemetry.log);
export const handler = createPlanEscalationHandler({ ...table, log: telemetry.log }, telemetry);
