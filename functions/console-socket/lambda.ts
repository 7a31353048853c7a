import { readEnv } from '../compose/env.ts';
import { composePush } from '../compose/push.ts';
import { composeSignIn } from '../compose/sign-in.ts';
import { composeTablePorts } from '../compose/table-ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { observed } from '../telemetry.ts';
import { env } from './env.ts';
import { createConsoleSocketHandler } from './handler.ts';

const telemetry = lambdaTelemetry('console-socket');
const settings = readEnv(env);
const table = composeTablePorts(settings, telemetry.log);
const socket = createConsoleSocketHandler(
  { ...table, push: composePush(settings), log: telemetry.log },
  { tokens: composeSignIn(settings, table.clock) },
);
export const handler = observed(telemetry, (event) => event, socket);
