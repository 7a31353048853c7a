import { expect, test } from 'vitest';
import { RandomIds } from '../../../adapters/random-ids.ts';
import { HmacSigner } from '../../../adapters/signer/hmac-signer.ts';

const START = Date.parse('2026-11-22T10:00:00.000Z');

test('ULIDs rise within a millisecond, over time, and when the clock steps back', () => {
  const clock = { at: START, now: () => clock.at };
  const ids = new RandomIds(clock);
  const made: string[] = [];
  for (const step of [0, 0, 1, 0, -5_000, 0, 10_000]) {
    clock.at += step;
    made.push(ids.ulid());
  }
  expect(made).toEqual([...made].sort());
  expect(new Set(made).size).toBe(made.length);
  for (const id of made) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
});

test('a ULID writes its time and randomness in Crockford base32', () => {
  // The time part of the example in the ULID specification.
  const ids = new RandomIds({ now: () => 1_469_918_176_385 }, (bytes) => new Uint8Array(bytes).fill(255));
  expect(ids.ulid()).toBe('01ARYZ6S41ZZZZZZZZZZZZZZZZ');
  expect(ids.ulid()).toBe('01ARYZ6S420000000000000000');
});

test('case ids and secrets have their shape', () => {
  const ids = new RandomIds({ now: () => START });
  for (let count = 0; count < 200; count += 1) expect(ids.caseId()).toMatch(/^HW-[0-9A-HJKMNP-TV-Z]{8}$/);
  expect(ids.secret()).toMatch(/^[\w-]{43}$/);
  expect(ids.secret()).not.toBe(ids.secret());
});

test('a MAC is the first 130 bits of HMAC-SHA-256 in lower-case base32', () => {
  // python3: base64.b32encode(hmac.digest(b"k"*32, b"5:replyHW-1", "sha256")).decode().lower()[:26]
  expect(new HmacSigner(Buffer.alloc(32, 'k')).mac('reply', 'HW-1')).toBe('s2sqyqolbt7gxsr4cnffnv7d4r');
});

test('a MAC belongs to its purpose, text and key, and survives no change', () => {
  const signer = new HmacSigner(Buffer.alloc(32, 'k'));
  const mac = signer.mac('reply', 'HW-1');
  expect(signer.verify('reply', 'HW-1', mac)).toBe(true);
  expect(signer.verify('repl', 'yHW-1', mac)).toBe(false);
  expect(signer.verify('ack', 'HW-1', mac)).toBe(false);
  expect(new HmacSigner(Buffer.alloc(32, 'j')).verify('reply', 'HW-1', mac)).toBe(false);
  for (const bad of ['', mac.slice(1), `${mac}a`, mac.toUpperCase(), 'é'.repeat(13)])
    expect(signer.verify('reply', 'HW-1', bad)).toBe(false);
});

test('a short key is refused', () => {
  expect(() => new HmacSigner(Buffer.alloc(31))).toThrow('at least 32 random ones');
});
