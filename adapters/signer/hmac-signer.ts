import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../../core/errors.ts';
import type { Signer } from '../../ports/signer.ts';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const MAC_LENGTH = 26;
const MIN_KEY_BYTES = 32;

export class HmacSigner implements Signer {
  readonly #key: KeyObject;

  /** `key`: at least 32 random bytes. */
  constructor(key: Uint8Array) {
    if (key.byteLength < MIN_KEY_BYTES)
      throw new DomainError(
        'invalid',
        'signer.weak-key',
        `The signing key has ${key.byteLength} bytes: give it at least ${MIN_KEY_BYTES} random ones.`,
      );
    this.#key = createSecretKey(key);
  }

  mac(purpose: string, text: string): string {
    // The length before the purpose: no other split of the same characters has this MAC.
    const digest = createHmac('sha256', this.#key).update(`${purpose.length}:${purpose}${text}`).digest();
    let mac = '';
    for (let bit = 0; mac.length < MAC_LENGTH; bit += 5) {
      const window = digest.readUInt16BE(bit >> 3);
      mac += BASE32.charAt((window >> (11 - (bit & 7))) & 31);
    }
    return mac;
  }

  verify(purpose: string, text: string, mac: string): boolean {
    const expected = Buffer.from(this.mac(purpose, text));
    const given = Buffer.from(mac);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
