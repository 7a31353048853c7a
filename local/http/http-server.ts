import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { DomainError } from '../../core/errors.ts';
import type { ApiHandler } from '../../functions/api/handler.ts';
import { bodyLimit } from '../../functions/api/read-json.ts';
import { problemOf, problemResponse } from '../../functions/http/problem.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Log } from '../../ports/log.ts';
import { allowedHost, requireOwnOrigin } from './allowed-host.ts';
import { ConsoleFiles } from './console-files.ts';
import { gatewayEvent } from './gateway-event.ts';
import { readRequestBody } from './read-request-body.ts';
import { sendResult, sendWebResponse } from './send-response.ts';

export interface HttpServerOptions {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Host names beside those of the loopback that people may use, such as that of a reverse proxy. */
  readonly publicHosts?: readonly string[];
  readonly api: ApiHandler;
  /** Serves `/auth/*`. */
  readonly auth: { fetch(request: Request): Response | Promise<Response> };
  readonly consoleFolder: string;
  /** Takes over a WebSocket handshake at `/socket`, whose host and origin are checked already. */
  readonly onSocketUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'ulid'>;
  readonly log: Log;
}

export interface HttpServer {
  readonly port: number;
  /** `http://127.0.0.1:8080`, without a trailing slash. */
  readonly url: string;
  /** Lets running requests end for at most `graceMs` (5 s unless told otherwise), then cuts them off. */
  close(graceMs?: number): Promise<void>;
}

const apiPath = /^\/(api(\/|$)|ack\/|healthz$)/;
const authPath = /^\/auth(\/|$)/;

/**
 * The single machine's front door: API and ack links as API Gateway events, sign-in, console, WebSocket.
 * @throws DomainError `http.port-taken`, `http.cannot-listen`
 */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const ours = [options.host, ...(options.publicHosts ?? [])].map((name) => name.toLowerCase());
  const files = new ConsoleFiles(options.consoleFolder);
  const server = createServer({
    headersTimeout: 10_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 20_000,
    connectionsCheckingInterval: 5000,
    maxHeaderSize: 16_384,
  });
  const around: Surroundings = { ...options, ours, files, upgraded: new Set() };
  server.on('request', (request, response) => void answer(request, response, around));
  server.on('checkContinue', (request, response) => {
    // A body that would be refused is not asked for.
    if (Number(request.headers['content-length'] ?? 0) <= bodyLimit) response.writeContinue();
    void answer(request, response, around);
  });
  server.on('upgrade', (request, socket, head) => upgrade(request, socket, head, around));
  server.on('clientError', (error, socket) => refuseSocket(socket, clientErrorStatus(error)));
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  const name = options.host.includes(':') ? `[${options.host}]` : options.host;
  return { port, url: `http://${name}:${port}`, close: (graceMs = 5000) => close(server, graceMs, around) };
}

interface Surroundings extends HttpServerOptions {
  readonly ours: readonly string[];
  readonly files: ConsoleFiles;
  /** The server no longer knows these connections, but waits for them when it closes. */
  readonly upgraded: Set<Duplex>;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  around: Surroundings,
): Promise<void> {
  const requestId = around.ids.ulid();
  try {
    await route(request, response, requestId, around);
  } catch (error) {
    if (response.destroyed) return around.log.debug('a client left before its answer', { requestId, error });
    const problem = problemOf(error, requestId);
    if (problem.status >= 500) around.log.error('http request failed', { requestId, error });
    // What is left of an unread body must not be taken for the next request.
    const headers = { 'x-request-id': requestId, ...(request.complete ? {} : { connection: 'close' }) };
    await sendWebResponse(response, problemResponse(problem, headers));
  }
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  around: Surroundings,
): Promise<void> {
  const host = allowedHost(request.headers.host, around.ours);
  const path = requestPath(request);
  if (apiPath.test(path)) {
    const body = await readRequestBody(request);
    const event = gatewayEvent({ request, body, host, requestId, now: around.clock.now() });
    return sendResult(response, await around.api(event));
  }
  if (authPath.test(path)) {
    const body = await readRequestBody(request);
    return sendWebResponse(response, await around.auth.fetch(webRequest(request, body)));
  }
  const answer = await around.files.answer({
    method: request.method ?? 'GET',
    path,
    accept: request.headers.accept ?? '',
    acceptEncoding: String(request.headers['accept-encoding'] ?? ''),
    ifNoneMatch: request.headers['if-none-match'] ?? '',
    hostHeader: request.headers.host ?? host,
    requestId,
  });
  return sendWebResponse(response, answer);
}

/** @throws DomainError `request.unreadable` for `OPTIONS *` and the absolute form that proxies get */
function requestPath(request: IncomingMessage): string {
  const path = (request.url ?? '').split('?')[0] ?? '';
  if (path.startsWith('/')) return path;
  throw new DomainError('invalid', 'request.unreadable', 'Ask for a path that begins with a slash.');
}

function webRequest(request: IncomingMessage, body: Buffer): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string') headers.set(name, value);
  const method = request.method ?? 'GET';
  const bodiless = method === 'GET' || method === 'HEAD';
  return new Request(`http://local.invalid${request.url}`, {
    method,
    headers,
    ...(bodiless ? {} : { body: new Uint8Array(body) }),
  });
}

function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, around: Surroundings): void {
  // A peer that vanishes during the handshake is no reason to end the process.
  socket.on('error', (error) => around.log.debug('a socket broke', { error }));
  try {
    allowedHost(request.headers.host, around.ours);
    requireOwnOrigin(request.headers.origin, around.ours);
    if (requestPath(request) !== '/socket') return refuseSocket(socket, 404);
  } catch (error) {
    return refuseSocket(socket, problemOf(error, '').status);
  }
  around.upgraded.add(socket);
  socket.once('close', () => around.upgraded.delete(socket));
  around.onSocketUpgrade(request, socket, head);
}

function clientErrorStatus(error: NodeJS.ErrnoException): number {
  if (error.code === 'HPE_HEADER_OVERFLOW') return 431;
  return error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}

function refuseSocket(socket: Duplex, status: number): void {
  if (!socket.writable) return;
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

async function listen(server: Server, { host, port }: HttpServerOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen({ host, port, exclusive: true }, resolve);
  });
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): DomainError {
  if (error.code === 'EADDRINUSE')
    return new DomainError(
      'conflict',
      'http.port-taken',
      `HARBORWATCH_HTTP_PORT: port ${port} on ${host} is taken by another program; stop it, or set another port (0 picks a free one).`,
      { cause: error },
    );
  const why =
    error.code === 'EACCES' ? 'this user may not open it; ports below 1024 need rights' : error.message;
  return new DomainError(
    'unavailable',
    'http.cannot-listen',
    `HARBORWATCH_HTTP_PORT: cannot listen on ${host}:${port}: ${why}.`,
    { cause: error },
  );
}

async function close(server: Server, graceMs: number, { upgraded }: Surroundings): Promise<void> {
  const cut = setTimeout(() => {
    server.closeAllConnections();
    for (const socket of upgraded) socket.destroy();
  }, graceMs);
  try {
    await new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeIdleConnections();
    });
  } finally {
    clearTimeout(cut);
  }
}
