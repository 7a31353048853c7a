import { createRemoteJWKSet } from 'jose';
import type { Clock } from '../../ports/clock.ts';
import type { TokenVerifier } from '../../ports/token-verifier.ts';
import { createJwtVerifier } from './jwt-verifier.ts';

export interface CognitoPool {
  readonly region: string;
  readonly userPoolId: string;
  readonly clientId: string;
}

/**
 * Access tokens of a Cognito user pool; the pool's user name is the desk's user id, its groups are roles.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
export function createCognitoVerifier(pool: CognitoPool, clock: Clock): TokenVerifier {
  const issuer = `https://cognito-idp.${pool.region}.amazonaws.com/${pool.userPoolId}`;
  return createJwtVerifier(
    {
      keys: createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), { timeoutDuration: 3000 }),
      issuer,
      audience: pool.clientId,
      audienceClaim: 'client_id',
      algorithms: ['RS256'],
      userIdClaim: 'username',
      rolesClaim: 'cognito:groups',
      fixedClaims: { token_use: 'access' },
    },
    clock,
  );
}
