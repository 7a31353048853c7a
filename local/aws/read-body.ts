import type { IncomingMessage } from 'node:http';

export class BodyTooLarge extends Error {
  constructor(maxBytes: number) {
    super(`The request body is over ${maxBytes} bytes.`);
    this.name = 'BodyTooLarge';
  }
}

/** The whole body. Throws BodyTooLarge as soon as it is over `maxBytes`; the rest is read past. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes <= maxBytes) chunks.push(chunk);
  }
  if (bytes > maxBytes) throw new BodyTooLarge(maxBytes);
  return Buffer.concat(chunks, bytes);
}
