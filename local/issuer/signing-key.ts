import { join } from 'node:path';
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import { DomainError } from '../../core/errors.ts';
import { readIfThere, writePrivate } from './private-file.ts';

export interface SigningKey {
  readonly keyId: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** The machine's own ES256 key: made at the first start, kept in the data folder, never handed out. */
export async function loadSigningKey(dataFolder: string): Promise<SigningKey> {
  const path = join(dataFolder, 'issuer-key.json');
  const stored = await readIfThere(path);
  if (stored !== null) return readKey(stored, path);
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  await writePrivate(path, `${JSON.stringify(jwk)}\n`);
  return toSigningKey(jwk);
}

async function readKey(stored: string, path: string): Promise<SigningKey> {
  try {
    return await toSigningKey(JSON.parse(stored) as JWK);
  } catch (cause) {
    throw new DomainError(
      'invalid',
      'issuer.bad-key',
      `${path} does not hold an ES256 key: put the right file back, or delete it and everybody signs in again.`,
      { cause },
    );
  }
}

async function toSigningKey(jwk: JWK): Promise<SigningKey> {
  const privateKey = await importJWK(jwk, 'ES256');
  if (privateKey instanceof Uint8Array || privateKey.type !== 'private')
    throw new TypeError('this is not a private key of an elliptic curve');
  const { kty, crv, x, y } = jwk as JWK & { crv?: string; x?: string; y?: string };
  const publicPart = { kty, crv, x, y } as JWK;
  const keyId = await calculateJwkThumbprint(publicPart);
  return { keyId, privateKey, publicJwk: { ...publicPart, kid: keyId, alg: 'ES256', use: 'sig' } };
}
