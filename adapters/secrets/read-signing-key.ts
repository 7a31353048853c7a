import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DomainError } from '../../core/errors.ts';

const leastBytes = 32;

/**
 * The key that signs reply addresses and ack links, from Secrets Manager: any text of at least 32 bytes,
 * such as the stack's generated secret.
 * @throws DomainError `secret.unavailable`, `secret.too-short`
 */
export async function readSigningKey(client: SecretsManagerClient, secretId: string): Promise<Uint8Array> {
  const text = await client.send(new GetSecretValueCommand({ SecretId: secretId })).then(
    ({ SecretString }) => SecretString ?? '',
    (cause: unknown) => {
      throw new DomainError('unavailable', 'secret.unavailable', 'the signing key could not be read', {
        cause,
      });
    },
  );
  const key = new TextEncoder().encode(text);
  if (key.length >= leastBytes) return key;
  throw new DomainError('invalid', 'secret.too-short', `the signing key needs at least ${leastBytes} bytes`);
}
