import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import type { Clock, ScheduledTimer, Timers } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Log } from '../../ports/log.ts';
import { watchFrameSize } from './frame-size-watch.ts';
import { toWebSocketEvent, type WebSocketEvent, type WebSocketPeer } from './web-socket-event.ts';

/** docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html */
export const MAX_MESSAGE_BYTES = 128 * 1024;
const MAX_FRAME_BYTES = 32 * 1024;
const IDLE_MS = 10 * 60_000;
const MAX_AGE_MS = 2 * 3_600_000;
const PING_EVERY_MS = 30_000;
/** A client that lets this much wait unread is cut off; it comes back and catches up. */
const MAX_UNREAD_BYTES = 4 * 1024 * 1024;

/** RFC 6455 section 7.4.1. */
const GOING_AWAY = 1001;
const UNSUPPORTED_DATA = 1003;
const TOO_BIG = 1009;

export interface SocketResponse {
  readonly statusCode: number;
  readonly body?: string;
}

export interface SocketHubOptions {
  readonly handler: (event: WebSocketEvent) => Promise<SocketResponse>;
  readonly clock: Clock;
  /** Real time even in a test on virtual time: pings are answered by real peers. */
  readonly timers: Timers;
  readonly ids: Pick<Ids, 'ulid'>;
  readonly log: Log;
}

export interface ConnectionInfo {
  readonly connectedAt: number;
  readonly lastActiveAt: number;
  readonly sourceIp: string;
  readonly userAgent: string;
}

interface Member {
  readonly peer: WebSocketPeer;
  readonly socket: WebSocket;
  lastActiveAt: number;
  answeredPing: boolean;
  timer: ScheduledTimer;
}

/** A WebSocket API of API Gateway on one machine: the life of each socket becomes events for one handler. */
export class SocketHub {
  readonly #options: SocketHubOptions;
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  readonly #members = new Map<string, Member>();
  readonly #ending = new Set<Promise<void>>();

  constructor(options: SocketHubOptions) {
    this.#options = options;
  }

  /** For the `upgrade` event of an HTTP server. A $connect answer outside 2xx refuses the upgrade with its status. */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const onError = (error: Error) =>
      this.#options.log.debug('A socket failed while it connected.', { error });
    socket.on('error', onError);
    const peer: WebSocketPeer = {
      connectionId: newConnectionId(),
      connectedAt: this.#options.clock.now(),
      request,
    };
    const status = await this.#connect(peer);
    if (status < 200 || status > 299) {
      socket.end(
        `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Refused'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      );
      return;
    }
    if (socket.destroyed) return this.#disconnected(peer, 1006, 'Connection closed before it was open');
    socket.removeListener('error', onError);
    this.#server.handleUpgrade(request, socket, head, (webSocket) =>
      this.#join(peer, webSocket, socket, head),
    );
  }

  /** False when there is no such connection. */
  send(connectionId: string, text: string): boolean {
    const member = this.#members.get(connectionId);
    if (member === undefined || member.socket.readyState !== WebSocket.OPEN) return false;
    if (member.socket.bufferedAmount > MAX_UNREAD_BYTES) {
      member.socket.terminate();
      return false;
    }
    member.lastActiveAt = this.#options.clock.now();
    member.socket.send(text);
    return true;
  }

  disconnect(connectionId: string): boolean {
    const member = this.#members.get(connectionId);
    member?.socket.close(GOING_AWAY, 'Going away');
    return member !== undefined;
  }

  info(connectionId: string): ConnectionInfo | null {
    const member = this.#members.get(connectionId);
    if (member === undefined) return null;
    const { request, connectedAt } = member.peer;
    return {
      connectedAt,
      lastActiveAt: member.lastActiveAt,
      sourceIp: request.socket.remoteAddress ?? '',
      userAgent: request.headers['user-agent'] ?? '',
    };
  }

  get connectionIds(): readonly string[] {
    return [...this.#members.keys()];
  }

  /** Closes every socket and resolves when their $disconnect events are handled. */
  async close(): Promise<void> {
    for (const { socket } of this.#members.values()) socket.terminate();
    while (this.#members.size > 0 || this.#ending.size > 0) {
      await Promise.all(this.#ending);
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#server.close();
  }

  async #connect(peer: WebSocketPeer): Promise<number> {
    try {
      return (await this.#call(peer, 'CONNECT')).statusCode;
    } catch (error) {
      this.#options.log.error('A WebSocket connection could not be decided on.', {
        connectionId: peer.connectionId,
        error,
      });
      return 502;
    }
  }

  #call(
    peer: WebSocketPeer,
    type: 'CONNECT' | 'MESSAGE' | 'DISCONNECT',
    more: { body?: string; disconnect?: { code: number; reason: string }; requestId?: string } = {},
  ): Promise<SocketResponse> {
    const { handler, ids, clock } = this.#options;
    return handler(toWebSocketEvent(peer, type, more.requestId ?? ids.ulid(), clock.now(), more));
  }

  #join(peer: WebSocketPeer, socket: WebSocket, raw: Duplex, head: Buffer): void {
    const { clock, log } = this.#options;
    const { connectionId } = peer;
    const member: Member = {
      peer,
      socket,
      lastActiveAt: clock.now(),
      answeredPing: true,
      timer: this.#schedulePing(connectionId),
    };
    this.#members.set(connectionId, member);
    watchFrameSize(raw, head, MAX_FRAME_BYTES, () => socket.close(TOO_BIG, 'Frame over 32 KB'));
    socket.on('message', (data, isBinary) => void this.#message(member, data, isBinary));
    socket.on('ping', () => {
      member.lastActiveAt = clock.now();
    });
    socket.on('pong', () => {
      member.answeredPing = true;
    });
    socket.on('error', (error) => log.debug('A WebSocket failed.', { connectionId, error }));
    socket.on('close', (code, reason) => {
      member.timer.cancel();
      this.#members.delete(connectionId);
      const ending = this.#disconnected(peer, code, reason.toString()).finally(() =>
        this.#ending.delete(ending),
      );
      this.#ending.add(ending);
    });
  }

  async #message(member: Member, data: RawData, isBinary: boolean): Promise<void> {
    const { ids, clock, log } = this.#options;
    const { socket, peer } = member;
    if (socket.readyState !== WebSocket.OPEN) return;
    if (isBinary) return socket.close(UNSUPPORTED_DATA, 'Binary frames are not supported');
    member.lastActiveAt = clock.now();
    const requestId = ids.ulid();
    try {
      const { statusCode } = await this.#call(peer, 'MESSAGE', { body: toText(data), requestId });
      if (statusCode < 500) return;
      log.warn('A WebSocket message was answered with an error.', {
        connectionId: peer.connectionId,
        statusCode,
      });
    } catch (error) {
      log.error('A WebSocket message could not be handled.', { connectionId: peer.connectionId, error });
    }
    this.send(
      peer.connectionId,
      JSON.stringify({ message: 'Internal server error', connectionId: peer.connectionId, requestId }),
    );
  }

  async #disconnected(peer: WebSocketPeer, code: number, reason: string): Promise<void> {
    try {
      await this.#call(peer, 'DISCONNECT', { disconnect: { code, reason } });
    } catch (error) {
      this.#options.log.error('The end of a WebSocket connection could not be handled.', {
        connectionId: peer.connectionId,
        error,
      });
    }
  }

  #schedulePing(connectionId: string): ScheduledTimer {
    return this.#options.timers.schedule(this.#options.clock.now() + PING_EVERY_MS, () =>
      this.#check(connectionId),
    );
  }

  /** A peer that left a whole ping unanswered is dead: its cable was pulled, or its lid closed. */
  #check(connectionId: string): void {
    const member = this.#members.get(connectionId);
    if (member === undefined) return;
    const now = this.#options.clock.now();
    if (!member.answeredPing) return member.socket.terminate();
    if (now - member.lastActiveAt >= IDLE_MS || now - member.peer.connectedAt >= MAX_AGE_MS)
      return member.socket.close(GOING_AWAY, 'Going away');
    member.answeredPing = false;
    member.socket.ping();
    member.timer = this.#schedulePing(connectionId);
  }
}

/** As API Gateway makes them: base64 with padding, so that callers must encode them in paths. */
function newConnectionId(): string {
  return randomBytes(11).toString('base64');
}

function toText(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8');
}
