import { join } from 'node:path';
import { DomainError } from '../core/errors.ts';
import { readIfThere, writePrivate } from './issuer/private-file.ts';

/**
 * The key that signs reply addresses, Message-IDs and ack links: made at the first start, 32 bytes, readable
 * by its owner only. Losing it makes every address that was handed out unknown, so a damaged one stops the start.
 */
export async function loadSecretKey(
  dataFolder: string,
  randomBytes: (count: number) => Uint8Array,
): Promise<Uint8Array> {
  const path = join(dataFolder, 'signing-key');
  const kept = await readIfThere(path);
  if (kept === null) {
    const made = Buffer.from(randomBytes(32));
    await writePrivate(path, `${made.toString('base64')}\n`);
    return made;
  }
  const key = Buffer.from(kept.trim(), 'base64');
  if (key.length === 32) return key;
  throw new DomainError(
    'invalid',
    'data.signing-key',
    `${path}: this is not the signing key that Harborwatch wrote; put it back from a backup.`,
  );
}
