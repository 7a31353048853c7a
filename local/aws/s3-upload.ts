import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { crc32 } from 'node:zlib';
import { decodeAwsChunked, MalformedChunk } from './aws-chunked.ts';
import { S3Error } from './s3-error.ts';

interface Checksum {
  update(chunk: Uint8Array): void;
  base64(): string;
}

const CHECKSUM_HEADER = 'x-amz-checksum-';
/** Headers beginning so but naming no checksum value. */
const NOT_VALUES = new Set(['x-amz-checksum-mode', 'x-amz-checksum-type', 'x-amz-checksum-algorithm']);

/** The object's bytes of a PutObject request: unchunked, and refused at the end if size or checksum are off. */
export async function* readUpload(request: IncomingMessage, maxBytes: number): AsyncGenerator<Uint8Array> {
  const { headers } = request;
  const chunked = /aws-chunked/i.test(headers['content-encoding'] ?? '');
  const size = declaredSize(headers, chunked);
  if (size > maxBytes)
    throw new S3Error('EntityTooLarge', { ProposedSize: String(size), MaxSizeAllowed: String(maxBytes) });
  const trailers = new Map<string, string>();
  const checks = new Map(announced(headers).map((name) => [name, newChecksum(name)]));
  let received = 0;
  // After an error the rest of the request is read past, so that the client hears the answer.
  const body = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  try {
    for await (const chunk of chunked ? decodeAwsChunked(body, trailers) : body) {
      received += chunk.byteLength;
      for (const check of checks.values()) check.update(chunk);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof MalformedChunk ? new S3Error('IncompleteBody') : error;
  }
  if (received !== size) throw new S3Error('IncompleteBody');
  for (const [name, check] of checks) {
    if (check.base64() !== (trailers.get(name) ?? headers[name])) throw new S3Error('BadDigest');
  }
}

function declaredSize(headers: IncomingHttpHeaders, chunked: boolean): number {
  const text = chunked ? headers['x-amz-decoded-content-length'] : headers['content-length'];
  if (typeof text !== 'string' || !/^\d+$/.test(text)) throw new S3Error('MissingContentLength');
  return Number(text);
}

function announced(headers: IncomingHttpHeaders): string[] {
  const inHeaders = Object.keys(headers).filter(
    (name) => name === 'content-md5' || (name.startsWith(CHECKSUM_HEADER) && !NOT_VALUES.has(name)),
  );
  const trailer = headers['x-amz-trailer'];
  return typeof trailer === 'string' ? [...inHeaders, ...trailer.toLowerCase().split(/\s*,\s*/)] : inHeaders;
}

function newChecksum(name: string): Checksum {
  if (name === 'content-md5') return hash('md5');
  if (name === `${CHECKSUM_HEADER}sha1`) return hash('sha1');
  if (name === `${CHECKSUM_HEADER}sha256`) return hash('sha256');
  if (name === `${CHECKSUM_HEADER}crc32`) return crc();
  throw new S3Error('NotImplemented', { Header: name });
}

function hash(algorithm: string): Checksum {
  const digest = createHash(algorithm);
  return { update: (chunk) => void digest.update(chunk), base64: () => digest.digest('base64') };
}

function crc(): Checksum {
  let value = 0;
  return {
    update: (chunk) => {
      value = crc32(chunk, value);
    },
    base64: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes.toString('base64');
    },
  };
}
