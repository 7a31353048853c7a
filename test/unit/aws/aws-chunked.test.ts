import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAwsChunked } from '../../../local/aws/aws-chunked.ts';

async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function decode(bytes: Buffer, sizes: readonly number[] = [1_000]) {
  const trailers = new Map<string, string>();
  const parts: Uint8Array[] = [];
  for await (const part of decodeAwsChunked(inPieces(bytes, sizes), trailers)) parts.push(part);
  return { bytes: Buffer.concat(parts), trailers };
}

function encode(chunks: readonly Uint8Array[], signed: boolean): Buffer {
  const signature = signed ? `;chunk-signature=${'0'.repeat(64)}` : '';
  const parts = chunks.flatMap((chunk) => [
    Buffer.from(`${chunk.length.toString(16)}${signature}\r\n`),
    chunk,
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...parts, Buffer.from(`0${signature}\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n`)]);
}

test('bytes come out as they went in, however the body is cut', async () => {
  const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 }), { maxLength: 6 });
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(chunks, sizes, fc.boolean(), async (given, cuts, signed) => {
      const { bytes, trailers } = await decode(encode(given, signed), cuts);
      expect(bytes.equals(Buffer.concat(given))).toBe(true);
      expect([...trailers]).toEqual([['x-amz-checksum-crc32', 'AAAAAA==']]);
    }),
  );
});

test.each([
  ['no size', 'zz\r\nab\r\n0\r\n\r\n', 'a chunk has no size'],
  ['a chunk longer than its size', '1\r\nab\r\n0\r\n\r\n', 'a chunk is longer than its size'],
  ['no end', '5\r\nabc', 'it ends too early'],
  ['no last chunk', '1\r\na\r\n', 'it ends too early'],
  ['a trailer without a name', '0\r\nrubbish\r\n\r\n', 'a trailer has no name'],
  ['an endless line', 'a'.repeat(20_000), 'a line is too long'],
])('a body with %s is refused', async (_, body, message) => {
  await expect(decode(Buffer.from(body))).rejects.toThrow(message);
});
