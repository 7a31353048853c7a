import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { DomainError } from '../../core/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TokenVerifier, VerifiedToken } from '../../ports/token-verifier.ts';

export interface JwtRules {
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  /** Cognito's access tokens carry the client in `client_id` and no `aud`. */
  readonly audienceClaim: 'aud' | 'client_id';
  readonly algorithms: readonly ('ES256' | 'RS256')[];
  /** The claim that holds the desk's user id. */
  readonly userIdClaim: string;
  readonly rolesClaim: string;
  /** Claims that must hold exactly this text, such as `token_use`. */
  readonly fixedClaims?: Readonly<Record<string, string>>;
}

const clockToleranceSeconds = 30;
/** A token of ours is under 1 KB, Cognito's under 4 KB; longer text is not worth a signature check. */
const longestToken = 8192;

export function createJwtVerifier(rules: JwtRules, clock: Clock): TokenVerifier {
  return {
    async verify(token) {
      if (token.length > longestToken) throw invalidToken('it is too long');
      const payload = await verifiedPayload(token, rules, clock);
      if (rules.audienceClaim === 'client_id' && payload['client_id'] !== rules.audience)
        throw invalidToken('its client_id is not that of this desk');
      for (const [claim, expected] of Object.entries(rules.fixedClaims ?? {}))
        if (payload[claim] !== expected) throw invalidToken(`its ${claim} is not "${expected}"`);
      return readIdentity(payload, rules);
    },
  };
}

async function verifiedPayload(token: string, rules: JwtRules, clock: Clock): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, rules.keys, {
      issuer: rules.issuer,
      ...(rules.audienceClaim === 'aud' ? { audience: rules.audience } : {}),
      algorithms: [...rules.algorithms],
      requiredClaims: ['exp', 'iat'],
      clockTolerance: clockToleranceSeconds,
      currentDate: new Date(clock.now()),
    });
    return payload;
  } catch (error) {
    throw translate(error);
  }
}

function readIdentity(payload: JWTPayload, rules: JwtRules): VerifiedToken {
  const userId = payload[rules.userIdClaim];
  if (typeof userId !== 'string' || userId === '') throw invalidToken(`it has no ${rules.userIdClaim}`);
  const roles = payload[rules.rolesClaim];
  return { userId, roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [] };
}

function translate(error: unknown): DomainError {
  if (error instanceof errors.JWTExpired)
    return new DomainError('forbidden', 'auth.token-expired', 'The sign-in has expired: sign in again.', {
      cause: error,
    });
  if (error instanceof errors.JWTClaimValidationFailed)
    return invalidToken(`its ${error.claim} is not what this desk expects`, error);
  if (error instanceof errors.JWKSNoMatchingKey) return invalidToken('no key of the issuer signed it', error);
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return invalidToken('its signature is wrong', error);
  if (error instanceof errors.JOSEAlgNotAllowed) return invalidToken('its algorithm is not allowed', error);
  if (error instanceof errors.JWTInvalid || error instanceof errors.JWSInvalid)
    return invalidToken('it is not a signed JSON Web Token', error);
  if (error instanceof errors.JOSENotSupported) return invalidToken('its algorithm is not supported', error);
  // What is left is the way to the issuer's keys: network, time-out, an answer that is no key set.
  return new DomainError(
    'unavailable',
    'auth.keys-unavailable',
    'The keys of the token issuer cannot be read just now: try again in some seconds.',
    { cause: error },
  );
}

function invalidToken(why: string, cause?: unknown): DomainError {
  return new DomainError('forbidden', 'auth.token-invalid', `The token is refused: ${why}. Sign in again.`, {
    cause,
  });
}
