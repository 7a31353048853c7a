import { createCognitoVerifier } from '../../adapters/jwt/cognito-verifier.ts';
import { readEnv } from '../compose/env.ts';
import { composePorts } from '../compose/ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { observed } from '../telemetry.ts';
import { env } from './env.ts';
import { createApiHandler } from './handler.ts';

/** A Lambda answers with at most 6 MB, and bodies travel in base64. */
const answerLimit = 4 * 1024 * 1024;

const telemetry = lambdaTelemetry('api');
const { USER_POOL_ID: userPoolId, USER_POOL_CLIENT_ID: clientId, AWS_REGION: region, ...desk } = readEnv(env);
const ports = await composePorts(desk, telemetry.log);
const tokens = createCognitoVerifier({ region, userPoolId, clientId }, ports.clock);
const api = createApiHandler(ports, { tokens, sentMail: null, answerLimit });
export const handler = observed(telemetry, (event) => event as Parameters<typeof api>[0], api);
