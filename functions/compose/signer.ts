import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type * as z from 'zod/mini';
import { readSigningKey } from '../../adapters/secrets/read-signing-key.ts';
import { HmacSigner } from '../../adapters/signer/hmac-signer.ts';
import type { Signer } from '../../ports/signer.ts';
import type { signerEnv } from './env.ts';

/** Signing is synchronous, so the key is read at cold start, once: without it the function serves nobody. */
export async function composeSigner({ SIGNING_KEY_SECRET_ID }: z.infer<typeof signerEnv>): Promise<Signer> {
  return new HmacSigner(await readSigningKey(new SecretsManagerClient({}), SIGNING_KEY_SECRET_ID));
}
