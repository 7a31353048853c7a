import type { IncomingMessage } from 'node:http';
import { bodyLimit, tooLarge } from '../../functions/api/read-json.ts';

/**
 * The body of a request, refused as soon as it is known to be too large, not after all of it was read.
 * @throws DomainError `request.too-large`
 */
export async function readRequestBody(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  // Left open when we stop reading: the refusal still has to go out on this connection.
  const incoming: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of incoming) {
    size += chunk.byteLength;
    if (size > bodyLimit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
