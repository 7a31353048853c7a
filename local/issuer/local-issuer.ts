import { join } from 'node:path';
import { createLocalJWKSet, type JSONWebKeySet, SignJWT } from 'jose';
import { createJwtVerifier } from '../../adapters/jwt/jwt-verifier.ts';
import type { User } from '../../core/config/user.ts';
import { DomainError } from '../../core/errors.ts';
import { toInstant } from '../../core/time/instant.ts';
import { operatorId } from '../../functions/api/desk-user.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TokenVerifier } from '../../ports/token-verifier.ts';
import { AttemptLimit } from './attempt-limit.ts';
import { loadDeskPassword } from './desk-password.ts';
import { writePrivate } from './private-file.ts';
import { loadSigningKey, type SigningKey } from './signing-key.ts';

export type IssuerUser = Pick<User, 'id' | 'name' | 'roles'>;

export interface LocalIssuerOptions {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly users: () => Promise<readonly IssuerUser[]>;
}

export interface LocalIssuer {
  /** The desk's password as `start` prints it; null when its owner deleted the readable file. */
  readonly password: string | null;
  readonly verifier: TokenVerifier;
  users(): Promise<readonly IssuerUser[]>;
  /** @throws DomainError `auth.refused`, `auth.too-many-attempts` */
  token(userId: string, password: string): Promise<{ accessToken: string; expiresAt: string }>;
  /** Signs a token for the command, and leaves it in `<data>/operator-token`, readable by its owner only. */
  operatorToken(): Promise<string>;
  jwks(): JSONWebKeySet;
}

const issuer = 'urn:harborwatch:local';
const audience = 'harborwatch';
const tokenMs = 12 * 3_600_000;
/** Renewed at each start; long, because a desk may run for years between two. */
const operatorTokenMs = 10 * 366 * 24 * 3_600_000;

/** Signs people in on a single machine: one password for the desk, one key for the tokens. */
export async function createLocalIssuer(options: LocalIssuerOptions): Promise<LocalIssuer> {
  const { dataFolder, clock } = options;
  const key = await loadSigningKey(dataFolder);
  const password = await loadDeskPassword(dataFolder, options.randomBytes);
  const limit = new AttemptLimit(clock);
  const jwks: JSONWebKeySet = { keys: [key.publicJwk] };
  return {
    password: password.readable,
    verifier: createJwtVerifier(
      {
        keys: createLocalJWKSet(jwks),
        issuer,
        audience,
        audienceClaim: 'aud',
        algorithms: ['ES256'],
        userIdClaim: 'sub',
        rolesClaim: 'roles',
      },
      clock,
    ),
    users: options.users,
    jwks: () => jwks,
    async token(userId, candidate) {
      const attempt = limit.take();
      const user = (await options.users()).find(({ id }) => id === userId);
      const isRight = await password.matches(candidate.trim());
      if (!isRight || !user) throw refused();
      attempt.giveBack();
      const expiresAt = clock.now() + tokenMs;
      const accessToken = await sign(key, { userId, roles: user.roles, from: clock.now(), until: expiresAt });
      return { accessToken, expiresAt: toInstant(expiresAt) };
    },
    async operatorToken() {
      const from = clock.now();
      const token = await sign(key, {
        userId: operatorId,
        roles: ['admin'],
        from,
        until: from + operatorTokenMs,
      });
      await writePrivate(join(dataFolder, 'operator-token'), `${token}\n`);
      return token;
    },
  };
}

function sign(
  key: SigningKey,
  claims: { userId: string; roles: readonly string[]; from: number; until: number },
): Promise<string> {
  return new SignJWT({ roles: [...claims.roles] })
    .setProtectedHeader({ alg: 'ES256', kid: key.keyId, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(claims.userId)
    .setIssuedAt(Math.floor(claims.from / 1000))
    .setExpirationTime(Math.floor(claims.until / 1000))
    .sign(key.privateKey);
}

function refused(): DomainError {
  return new DomainError(
    'forbidden',
    'auth.refused',
    'user or password: one of them is wrong. "npm start" prints the password; /auth/users lists the users.',
  );
}
