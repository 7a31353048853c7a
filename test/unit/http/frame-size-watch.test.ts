import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { watchFrameSize } from '../../../local/http/frame-size-watch.ts';

/** A masked client frame with a payload of `length` bytes. */
function frame(length: number): Buffer {
  const header =
    length < 126
      ? [0x81, 0x80 | length]
      : length < 65_536
        ? [0x81, 0xfe, length >> 8, length & 255]
        : [0x81, 0xff, 0, 0, 0, 0, 0, length >> 16, (length >> 8) & 255, length & 255];
  return Buffer.concat([Buffer.from(header), Buffer.alloc(4 + length, 0xff)]);
}

function watch(bytes: Buffer, headLength: number, cut: number): boolean {
  const socket = new PassThrough();
  let tooLong = false;
  watchFrameSize(socket, bytes.subarray(0, headLength), 1_000, () => {
    tooLong = true;
  });
  for (let at = headLength; at < bytes.length; at += cut) socket.emit('data', bytes.subarray(at, at + cut));
  return tooLong;
}

test('a frame over the limit is seen among others, however they arrive', () => {
  const lengths = fc.array(fc.constantFrom(0, 1, 125, 126, 999, 1_000, 1_001, 65_535, 65_536), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(
      lengths,
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 1, max: 300 }),
      (given, head, cut) => {
        const bytes = Buffer.concat(given.map(frame));
        expect(watch(bytes, Math.min(head, bytes.length), cut)).toBe(given.some((length) => length > 1_000));
      },
    ),
    { numRuns: 50 },
  );
});
