import { createHash } from 'node:crypto';

/** A strong validator (RFC 9110 8.8.3) of these bytes. */
export function entityTag(bytes: Uint8Array): string {
  return `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
}
