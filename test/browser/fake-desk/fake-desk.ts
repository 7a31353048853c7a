import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { answerApi } from './answer-api.ts';
import { people } from './people.ts';
import { sendFile } from './send-file.ts';
import { StoredDesk } from './stored-desk.ts';

export type FakeMode = 'well' | 'failing' | 'slow';

export interface ApiRequest {
  readonly method: string;
  readonly url: URL;
  readonly userId: string | null;
  readonly body: Record<string, unknown>;
}

/** Stands in for the desk behind the console: the API contract over memory, with faults at will. */
export class FakeDesk {
  readonly stored: StoredDesk;
  mode: FakeMode = 'well';
  acceptSockets = true;
  tokenLifeMs = 3_600_000;
  /** How far the desk's clock is ahead of this computer's, which is the browser's. */
  aheadMs = 0;
  /** Attempt keys that consoles reported. */
  readonly seen: string[] = [];
  readonly requests: string[] = [];
  /** What a deployment puts beside the console; null on one machine. */
  config: Readonly<Record<string, string>> | null = null;
  /** Sent with the console's files. */
  headers: Readonly<Record<string, string>> = {};
  /** What somebody must hand over at the end of the shift. */
  handoversOf: (userId: string) => unknown = () => ({ shiftEndsAt: null, items: [] });
  /** Called before an acknowledgement is decided: the place for somebody who is faster. */
  beforeAck: (pageId: string) => void = () => undefined;
  readonly #tokens = new Map<string, string>();
  readonly #sockets = new Map<WebSocket, string>();
  readonly #server: Server;
  readonly #socketServer = new WebSocketServer({ noServer: true });
  readonly #dist: string;

  constructor(dist: string, stored = new StoredDesk()) {
    this.#dist = dist;
    this.stored = stored;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => response.destroy(error as Error));
    });
    this.#server.on('upgrade', (request, socket, head) => {
      if (!this.acceptSockets) return void socket.destroy();
      this.#socketServer.handleUpgrade(request, socket, head, (link) => this.#serveSocket(link));
    });
  }

  async start(port = 0): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(port, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.dropSockets();
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  now(): number {
    return Date.now() + this.aheadMs;
  }

  issueToken(userId: string): { accessToken: string; expiresAt: string } {
    const accessToken = `token-${userId}-${this.#tokens.size}`;
    this.#tokens.set(accessToken, userId);
    return { accessToken, expiresAt: new Date(Date.now() + this.tokenLifeMs).toISOString() };
  }

  revokeTokens(): void {
    this.#tokens.clear();
  }

  push(frame: unknown, toUserId?: string): void {
    for (const [link, userId] of this.#sockets) {
      if (toUserId === undefined || userId === toUserId) link.send(JSON.stringify(frame));
    }
  }

  changed(caseId: string): void {
    this.push({ type: 'case.changed', caseId });
  }

  dropSockets(): void {
    for (const link of this.#sockets.keys()) link.terminate();
  }

  #serveSocket(link: WebSocket): void {
    link.on('close', () => this.#sockets.delete(link));
    link.on('message', (data) => {
      const frame = JSON.parse((data as Buffer).toString()) as {
        action: string;
        token?: string;
        attemptKey?: string;
      };
      if (frame.action === 'seen' && frame.attemptKey) this.seen.push(frame.attemptKey);
      if (frame.action === 'ping') link.send('{"type":"pong"}');
      if (frame.action !== 'hello') return;
      const userId = this.#tokens.get(frame.token ?? '');
      if (!userId)
        return link.send(
          JSON.stringify({ type: 'error', code: 'auth.token-invalid', message: 'Sign in again.' }),
        );
      this.#sockets.set(link, userId);
      link.send(JSON.stringify({ type: 'welcome', userId }));
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('date', new Date(this.now()).toUTCString());
    const url = new URL(request.url ?? '/', 'http://desk.test');
    const method = request.method ?? 'GET';
    for (const [name, value] of Object.entries(this.headers)) response.setHeader(name, value);
    if (url.pathname === '/config.json' && this.config !== null) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(this.config));
      return;
    }
    if (!/^\/(api|auth)\//.test(url.pathname)) return sendFile(this.#dist, url.pathname, response);
    this.requests.push(`${method} ${url.pathname}${url.search}`);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const body = text ? (JSON.parse(text) as Record<string, unknown>) : {};
    if (this.mode === 'slow') await new Promise((done) => setTimeout(done, 3000));
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const userId = token === undefined ? null : (this.#tokens.get(token) ?? null);
    answerApi(this, { method, url, userId, body }, response);
  }
}

export function nameOf(userId: string): string {
  return people.find(({ id }) => id === userId)?.name ?? userId;
}
