import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { DomainError } from '../../core/errors.ts';
import { problemOf, problemResponse } from '../../functions/http/problem.ts';
import { entityTag } from './entity-tag.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
};
const compressible = /^(text\/|application\/(json|manifest)|image\/svg)/;
const smallestWorthCompressing = 1024;

interface StoredFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly tag: string;
  readonly modifiedMs: number;
  readonly encoded: Map<'br' | 'gzip', Buffer>;
}

export interface ConsoleRequest {
  readonly method: string;
  /** As it came, percent-encoded, without the query. */
  readonly path: string;
  readonly accept: string;
  readonly acceptEncoding: string;
  readonly ifNoneMatch: string;
  /** `127.0.0.1:8080`: where the console may open its WebSocket. */
  readonly hostHeader: string;
  readonly requestId: string;
}

/** Serves the built console: a few files, held in memory, compressed once. */
export class ConsoleFiles {
  readonly #folder: string;
  readonly #files = new Map<string, StoredFile>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async answer(request: ConsoleRequest): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return problemResponse(
        problemOf(
          new DomainError(
            'invalid',
            'request.method-not-allowed',
            `${request.method} is not known here; use GET.`,
          ),
          request.requestId,
        ),
        { allow: 'GET, HEAD' },
      );
    const name = fileName(request.path);
    const file = name === null ? null : await this.#file(name);
    if (file && name !== null) return this.#respond(request, file, isHashed(name));
    const isNavigation = /\btext\/html\b/.test(request.accept) && extname(request.path) === '';
    const index = isNavigation ? await this.#file('index.html') : null;
    if (index) return this.#respond(request, index, false);
    return problemResponse(problemOf(nothingHere(isNavigation), request.requestId));
  }

  async #file(name: string): Promise<StoredFile | null> {
    const path = await this.#contained(name);
    if (path === null) return null;
    const { mtimeMs } = await stat(path);
    const known = this.#files.get(path);
    if (known?.modifiedMs === mtimeMs) return known;
    const bytes = await readFile(path);
    const encoded = new Map<'br' | 'gzip', Buffer>();
    const file: StoredFile = {
      bytes,
      mediaType: mediaTypes[extname(name).toLowerCase()] ?? 'application/octet-stream',
      tag: entityTag(bytes),
      modifiedMs: mtimeMs,
      encoded,
    };
    this.#files.set(path, file);
    return file;
  }

  /** The real path of a plain file within the folder, symbolic links followed; else null. */
  async #contained(name: string): Promise<string | null> {
    try {
      const root = await realpath(this.#folder);
      const path = await realpath(join(root, name));
      if (!path.startsWith(root + sep)) return null;
      return (await stat(path)).isFile() ? path : null;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ELOOP') return null;
      throw error;
    }
  }

  async #respond(request: ConsoleRequest, file: StoredFile, immutable: boolean): Promise<Response> {
    const headers = new Headers({
      'content-type': file.mediaType,
      'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: file.tag,
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': contentSecurityPolicy(request.hostHeader),
    });
    if (request.ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === file.tag))
      return new Response(null, { status: 304, headers });
    const encoding = chosenEncoding(request.acceptEncoding, file);
    if (encoding === null) return new Response(new Uint8Array(file.bytes), { headers });
    headers.set('content-encoding', encoding);
    return new Response(new Uint8Array(await encodedBytes(file, encoding)), { headers });
  }
}

/**
 * The console's style library writes style elements while it runs, hence 'unsafe-inline' for styles alone.
 * Blobs are attachments that the console fetched with the agent's token.
 */
function contentSecurityPolicy(hostHeader: string): string {
  return [
    "default-src 'self'",
    `connect-src 'self' ws://${hostHeader} wss://${hostHeader}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A file name below the folder, decoded once; null for a path that is none. */
function fileName(path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const parts = decoded.split('/').filter((part) => part !== '');
  if (parts.some((part) => part.startsWith('.'))) return null;
  return parts.length === 0 ? 'index.html' : parts.join('/');
}

/** Vite puts the hash of the content into these names: `assets/index-DbV3x9_a.js`. */
function isHashed(name: string): boolean {
  return /^assets\/.+-[\w-]{8}\.\w+$/.test(name);
}

function chosenEncoding(accept: string, file: StoredFile): 'br' | 'gzip' | null {
  if (!compressible.test(file.mediaType) || file.bytes.byteLength < smallestWorthCompressing) return null;
  const offered = accept.split(',').map((part) => part.trim().toLowerCase());
  const takes = (name: string) =>
    offered.some((offer) => offer.split(';')[0]?.trim() === name && !/;\s*q=0(\.0+)?$/.test(offer));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : null;
}

const toBrotli = promisify<Buffer, { params: Record<number, number> }, Buffer>(brotliCompress);
const toGzip = promisify<Buffer, { level: number }, Buffer>(gzip);

async function encodedBytes(file: StoredFile, encoding: 'br' | 'gzip'): Promise<Buffer> {
  const known = file.encoded.get(encoding);
  if (known) return known;
  const bytes =
    encoding === 'br'
      ? await toBrotli(file.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : await toGzip(file.bytes, { level: 6 });
  file.encoded.set(encoding, bytes);
  return bytes;
}

function nothingHere(isNavigation: boolean): DomainError {
  return isNavigation
    ? new DomainError(
        'missing',
        'console.not-built',
        'The console is not built yet: run "npm run build:console".',
      )
    : new DomainError('missing', 'request.unknown-path', 'There is no such file in the console.');
}
