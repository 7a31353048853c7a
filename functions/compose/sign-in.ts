import type * as z from 'zod/mini';
import { createCognitoVerifier } from '../../adapters/jwt/cognito-verifier.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TokenVerifier } from '../../ports/token-verifier.ts';
import type { signInEnv } from './env.ts';

export function composeSignIn(env: z.infer<typeof signInEnv>, clock: Clock): TokenVerifier {
  const { AWS_REGION: region, USER_POOL_ID: userPoolId, USER_POOL_CLIENT_ID: clientId } = env;
  return createCognitoVerifier({ region, userPoolId, clientId }, clock);
}
