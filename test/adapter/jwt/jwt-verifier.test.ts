import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CryptoKey,
  createLocalJWKSet,
  createRemoteJWKSet,
  exportJWK,
  generateKeyPair,
  type JWTVerifyGetKey,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createJwtVerifier, type JwtRules } from '../../../adapters/jwt/jwt-verifier.ts';

const now = Date.UTC(2026, 10, 22, 10, 24);
const clock = { now: () => now };
const seconds = now / 1000;
const issuer = 'https://issuer.example';
const base = {
  issuer,
  audience: 'desk',
  audienceClaim: 'aud',
  algorithms: ['ES256'],
  userIdClaim: 'sub',
  rolesClaim: 'roles',
} as const;

let ours: CryptoKey;
let theirs: CryptoKey;
let keys: JWTVerifyGetKey;
let publicJwk: Record<string, unknown>;

beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  ours = pair.privateKey;
  theirs = (await generateKeyPair('ES256')).privateKey;
  publicJwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256' };
  keys = createLocalJWKSet({ keys: [publicJwk] } as never);
});

interface Token {
  key?: CryptoKey;
  kid?: string;
  iss?: string;
  aud?: string;
  exp?: number | null;
  nbf?: number;
  claims?: Record<string, unknown>;
}

function token({
  key = ours,
  kid = 'one',
  iss = issuer,
  aud = 'desk',
  exp = seconds + 60,
  nbf,
  claims,
}: Token = {}) {
  const jwt = new SignJWT({ sub: 'mara-lind', roles: ['agent'], ...claims })
    .setProtectedHeader({ alg: 'ES256', kid })
    .setIssuer(iss)
    .setAudience(aud)
    .setIssuedAt(seconds - 60);
  if (exp !== null) jwt.setExpirationTime(exp);
  if (nbf !== undefined) jwt.setNotBefore(nbf);
  return jwt.sign(key);
}

function verifier(rules: Partial<JwtRules> = {}) {
  return createJwtVerifier({ ...base, keys, ...rules }, clock);
}

describe('a token', () => {
  it('that is ours tells who speaks', async () => {
    expect(await verifier().verify(await token())).toEqual({ userId: 'mara-lind', roles: ['agent'] });
  });

  it('without roles, or with odd ones, has those that are text', async () => {
    expect(await verifier().verify(await token({ claims: { roles: ['agent', 7, null] } }))).toMatchObject({
      roles: ['agent'],
    });
    expect(await verifier().verify(await token({ claims: { roles: 'admin' } }))).toMatchObject({ roles: [] });
  });

  it.each<[string, Token, string, string]>([
    ['expired', { exp: seconds - 31 }, 'auth.token-expired', 'has expired'],
    ['without an end', { exp: null }, 'auth.token-invalid', 'exp'],
    ['not yet valid', { nbf: seconds + 3600 }, 'auth.token-invalid', 'nbf'],
    ['of another issuer', { iss: 'https://evil.example' }, 'auth.token-invalid', 'iss'],
    ['for another audience', { aud: 'shop' }, 'auth.token-invalid', 'aud'],
    ['of an unknown key', { kid: 'two' }, 'auth.token-invalid', 'no key of the issuer'],
    ['without a user', { claims: { sub: '' } }, 'auth.token-invalid', 'it has no sub'],
  ])('%s is refused', async (_name, given, code, text) => {
    await expect(verifier().verify(await token(given))).rejects.toMatchObject({
      kind: 'forbidden',
      code,
      message: expect.stringContaining(text),
    });
  });

  it('signed with another key is refused', async () => {
    await expect(verifier().verify(await token({ key: theirs }))).rejects.toMatchObject({
      code: 'auth.token-invalid',
      message: expect.stringContaining('its signature is wrong'),
    });
  });

  it('of algorithm none is refused', async () => {
    const unsigned = new UnsecuredJWT({ sub: 'mara-lind' })
      .setIssuer(issuer)
      .setAudience('desk')
      .setExpirationTime(seconds + 60)
      .setIssuedAt(seconds)
      .encode();
    await expect(verifier().verify(unsigned)).rejects.toMatchObject({ code: 'auth.token-invalid' });
  });

  it('signed by HMAC with the public key as its secret is refused', async () => {
    const confused = await new SignJWT({ sub: 'mara-lind' })
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .setIssuer(issuer)
      .setAudience('desk')
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 60)
      .sign(Buffer.from(JSON.stringify(publicJwk)));
    await expect(verifier().verify(confused)).rejects.toMatchObject({
      code: 'auth.token-invalid',
      message: expect.stringContaining('algorithm is not allowed'),
    });
  });

  it.each(['', 'x', 'a.b.c', '..', 'e30.e30.e30', 'x'.repeat(9000)])(
    'that is none (%#) is refused',
    async (text) => {
      await expect(verifier().verify(text)).rejects.toMatchObject({
        kind: 'forbidden',
        code: 'auth.token-invalid',
      });
    },
  );

  it('whose payload was changed is refused', async () => {
    const [header, , signature] = (await token()).split('.');
    const payload = Buffer.from(
      JSON.stringify({ sub: 'ada-root', iss: issuer, aud: 'desk', exp: seconds + 60, iat: seconds }),
    );
    await expect(
      verifier().verify(`${header}.${payload.toString('base64url')}.${signature}`),
    ).rejects.toMatchObject({
      code: 'auth.token-invalid',
    });
  });
});

describe('a Cognito access token', () => {
  const rules = {
    audienceClaim: 'client_id',
    userIdClaim: 'username',
    rolesClaim: 'cognito:groups',
    fixedClaims: { token_use: 'access' },
  } as const;
  const claims = {
    username: 'mara-lind',
    client_id: 'desk',
    token_use: 'access',
    'cognito:groups': ['lead'],
  };

  it('names its client and its groups', async () => {
    expect(await verifier(rules).verify(await token({ claims }))).toEqual({
      userId: 'mara-lind',
      roles: ['lead'],
    });
  });

  it('of another client, or an id token in its place, is refused', async () => {
    for (const odd of [{ client_id: 'other' }, { client_id: undefined }, { token_use: 'id' }])
      await expect(
        verifier(rules).verify(await token({ claims: { ...claims, ...odd } })),
      ).rejects.toMatchObject({
        code: 'auth.token-invalid',
      });
  });
});

describe('the issuer’s keys', () => {
  it('are fetched, and a failure to fetch them is no refusal of the token', async () => {
    let status = 200;
    const server = createServer((_request, response) => {
      response.statusCode = status;
      response.setHeader('content-type', 'application/json');
      response.end(status === 200 ? JSON.stringify({ keys: [publicJwk] }) : 'down');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`);
    try {
      expect(await verifier({ keys: createRemoteJWKSet(url) }).verify(await token())).toMatchObject({
        userId: 'mara-lind',
      });
      status = 500;
      await expect(verifier({ keys: createRemoteJWKSet(url) }).verify(await token())).rejects.toMatchObject({
        kind: 'unavailable',
        code: 'auth.keys-unavailable',
      });
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
    await expect(verifier({ keys: createRemoteJWKSet(url) }).verify(await token())).rejects.toMatchObject({
      code: 'auth.keys-unavailable',
    });
  });
});
