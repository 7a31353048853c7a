import { createCognitoVerifier } from '../../adapters/jwt/cognito-verifier.ts';
import { readEnv } from '../compose/env.ts';
import { composePorts } from '../compose/ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { observed } from '../telemetry.ts';
import { env } from './env.ts';
import { createConsoleSocketHandler } from './handler.ts';

const telemetry = lambdaTelemetry('console-socket');
const { USER_POOL_ID: userPoolId, USER_POOL_CLIENT_ID: clientId, AWS_REGION: region, ...desk } = readEnv(env);
const ports = await composePorts(desk, telemetry.log);
const tokens = createCognitoVerifier({ region, userPoolId, clientId }, ports.clock);
export const handler = observed(telemetry, (event) => event, createConsoleSocketHandler(ports, { tokens }));
