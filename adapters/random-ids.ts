import { randomBytes } from 'node:crypto';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_BITS = 80n;

/** ULIDs of one instance rise even within one millisecond and when the clock steps back. */
export class RandomIds implements Ids {
  readonly #clock: Clock;
  readonly #random: (bytes: number) => Uint8Array;
  #lastAt = 0;
  #lastRandom = 0n;

  constructor(clock: Clock, random: (bytes: number) => Uint8Array = randomBytes) {
    this.#clock = clock;
    this.#random = random;
  }

  caseId(): string {
    return `HW-${toCrockford(toBigInt(this.#random(5)), 8)}`;
  }

  ulid(): string {
    const now = this.#clock.now();
    if (now > this.#lastAt) {
      this.#lastAt = now;
      this.#lastRandom = toBigInt(this.#random(10));
    } else if (this.#lastRandom + 1n === 1n << RANDOM_BITS) {
      this.#lastAt += 1;
      this.#lastRandom = 0n;
    } else {
      this.#lastRandom += 1n;
    }
    return toCrockford(BigInt(this.#lastAt), 10) + toCrockford(this.#lastRandom, 16);
  }

  secret(): string {
    return Buffer.from(this.#random(32)).toString('base64url');
  }
}

function toBigInt(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

function toCrockford(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest >>= 5n)
    text = CROCKFORD.charAt(Number(rest & 31n)) + text;
  return text;
}
