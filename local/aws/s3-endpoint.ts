import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../../ports/log.ts';
import type { BlobFolder, BlobStat } from '../blobs/blob-folder.ts';
import { type AwsEndpoint, respond } from './endpoint.ts';
import { S3Error } from './s3-error.ts';
import { listObjects } from './s3-listing.ts';
import { readUpload } from './s3-upload.ts';

/** docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html: the most that one PutObject takes. */
const MAX_OBJECT_BYTES = 5 * 1024 ** 3;
const MAX_KEY_BYTES = 1_024;
/** Answering as if these had not been sent would break what the caller relies on. */
const UNSUPPORTED_HEADERS = [
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'x-amz-copy-source',
];

interface Target {
  readonly bucket: string;
  readonly blobs: BlobFolder;
  readonly key: string;
  readonly query: URLSearchParams;
}

/**
 * PutObject, GetObject, HeadObject, DeleteObject and ListObjectsV2 of S3, path-style, over blob folders by
 * bucket name. Everything else is NotImplemented.
 */
export function createS3Endpoint(options: {
  buckets: ReadonlyMap<string, BlobFolder>;
  log: Log;
  maxObjectBytes?: number;
}): AwsEndpoint {
  const maxBytes = options.maxObjectBytes ?? MAX_OBJECT_BYTES;
  return async (request, response) => {
    const requestId = randomUUID();
    response.setHeader('x-amz-request-id', requestId);
    try {
      await handle(request, response, readTarget(request, options.buckets), maxBytes);
    } catch (error) {
      if (!(error instanceof S3Error))
        options.log.error('The local S3 endpoint failed.', { requestId, error });
      const known = error instanceof S3Error ? error : new S3Error('InternalError');
      request.resume();
      const body = request.method === 'HEAD' ? '' : known.toXml(requestId);
      respond(response, known.status, { 'content-type': 'application/xml' }, body);
    }
  };
}

function readTarget(request: IncomingMessage, buckets: ReadonlyMap<string, BlobFolder>): Target {
  const url = request.url ?? '/';
  const [path = '', search = ''] = url.split(/\?(.*)/s);
  const [, bucket = '', rest = ''] = path.split(/^\/([^/]*)\/?/);
  const blobs = buckets.get(decode(bucket));
  if (blobs === undefined) throw new S3Error('NoSuchBucket', { BucketName: bucket });
  const key = decode(rest);
  if (Buffer.byteLength(key) > MAX_KEY_BYTES)
    throw new S3Error('KeyTooLongError', { MaxSizeAllowed: String(MAX_KEY_BYTES) });
  return { bucket, blobs, key, query: new URLSearchParams(search) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) throw new S3Error('InvalidURI', { URI: text });
    throw error;
  }
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  target: Target,
  maxBytes: number,
): Promise<void> {
  const { blobs, key, query } = target;
  const header = UNSUPPORTED_HEADERS.find((name) => request.headers[name] !== undefined);
  if (header !== undefined) throw new S3Error('NotImplemented', { Header: header });
  if (key === '') {
    if (request.method !== 'GET' || query.get('list-type') !== '2') throw new S3Error('NotImplemented');
    const xml = await listObjects(target.bucket, blobs, query);
    return respond(response, 200, { 'content-type': 'application/xml' }, xml);
  }
  switch (request.method) {
    case 'PUT': {
      const stored = await blobs.put(key, readUpload(request, maxBytes), request.headers['content-type']);
      return respond(response, 200, { etag: `"${stored.md5}"` });
    }
    case 'GET':
      return get(request, response, target);
    case 'HEAD': {
      const blob = await find(target);
      response.writeHead(200, { ...describe(blob), 'content-length': blob.size });
      response.end();
      return;
    }
    case 'DELETE':
      await blobs.delete(key);
      response.writeHead(204);
      response.end();
      return;
    default:
      throw new S3Error('MethodNotAllowed');
  }
}

async function get(request: IncomingMessage, response: ServerResponse, target: Target): Promise<void> {
  const blob = await find(target);
  const range = readRange(request.headers.range, blob.size);
  const bytes = await target.blobs.read(target.key, range ?? undefined);
  if (bytes === null) throw new S3Error('NoSuchKey', { Key: target.key });
  if (range === null) return respond(response, 200, describe(blob), bytes);
  const headers = { ...describe(blob), 'content-range': `bytes ${range.start}-${range.end}/${blob.size}` };
  respond(response, 206, headers, bytes);
}

async function find({ blobs, key }: Target): Promise<BlobStat> {
  const blob = await blobs.stat(key);
  if (blob === null) throw new S3Error('NoSuchKey', { Key: key });
  return blob;
}

function describe(blob: BlobStat): Record<string, string> {
  return {
    'content-type': blob.contentType,
    etag: `"${blob.md5}"`,
    'last-modified': new Date(blob.modifiedAt).toUTCString(),
    'accept-ranges': 'bytes',
  };
}

/** One byte range of RFC 9110; null for the whole object, also where the header cannot be read. */
function readRange(header: string | undefined, size: number): { start: number; end: number } | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return null;
  const [, from = '', to = ''] = match;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null;
  if (start >= size)
    throw new S3Error('InvalidRange', { RangeRequested: header ?? '', ActualObjectSize: String(size) });
  return { start, end };
}
