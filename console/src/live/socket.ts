import { backOffMs } from './back-off.ts';
import type { ClientFrame, Frame, PushedFrame } from './frames.ts';

export type LinkState = 'connecting' | 'live' | 'reconnecting';

export interface SocketEvents {
  onState(state: LinkState): void;
  /** Again after each reconnect: whatever was pushed meanwhile is lost, so re-read. */
  onWelcome(): void;
  onFrame(frame: PushedFrame): void;
  /** The desk refused the token. */
  onRefused(): void;
}

const pingEveryMs = 20_000;
const pongWithinMs = 8_000;
const welcomeWithinMs = 10_000;

/** One socket that stays up: it reconnects with back-off, and drops a link that no longer answers. */
export class LiveSocket {
  readonly #url: string;
  readonly #token: string;
  readonly #events: SocketEvents;
  #socket: WebSocket | null = null;
  #failures = 0;
  #live = false;
  #closed = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #pinger: ReturnType<typeof setInterval> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;

  constructor(url: string, token: string, events: SocketEvents) {
    this.#url = url;
    this.#token = token;
    this.#events = events;
  }

  open(): void {
    window.addEventListener('online', this.#hurry);
    document.addEventListener('visibilitychange', this.#hurry);
    this.#connect();
  }

  close(): void {
    this.#closed = true;
    window.removeEventListener('online', this.#hurry);
    document.removeEventListener('visibilitychange', this.#hurry);
    this.#stopTimers();
    this.#socket?.close(1000);
  }

  /** False when the link is down; the caller keeps it for the next welcome. */
  send(frame: ClientFrame): boolean {
    if (!this.#live || !this.#socket) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  #connect(): void {
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    this.#events.onState(this.#failures === 0 ? 'connecting' : 'reconnecting');
    this.#deadline = setTimeout(() => socket.close(), welcomeWithinMs);
    socket.addEventListener('open', () =>
      socket.send(JSON.stringify({ action: 'hello', token: this.#token })),
    );
    socket.addEventListener('message', (event) => this.#receive(socket, String(event.data)));
    socket.addEventListener('close', () => this.#dropped(socket));
  }

  #receive(socket: WebSocket, data: string): void {
    if (socket !== this.#socket) return;
    clearTimeout(this.#deadline);
    const frame = JSON.parse(data) as Frame;
    if (frame.type === 'pong') return;
    if (frame.type === 'error') return this.#fault(frame.code);
    if (frame.type !== 'welcome') return this.#events.onFrame(frame);
    this.#failures = 0;
    this.#live = true;
    this.#pinger = setInterval(() => this.#ping(), pingEveryMs);
    this.#events.onState('live');
    this.#events.onWelcome();
  }

  /** The desk does not know who we are: trying again with the same token is of no use. */
  #fault(code: string): void {
    if (!code.startsWith('auth.')) return;
    this.close();
    this.#events.onRefused();
  }

  #dropped(socket: WebSocket): void {
    if (socket !== this.#socket) return;
    this.#stopTimers();
    this.#socket = null;
    this.#live = false;
    if (this.#closed) return;
    this.#events.onState('reconnecting');
    this.#retry = setTimeout(() => this.#connect(), backOffMs(this.#failures, Math.random()));
    this.#failures += 1;
  }

  #ping(): void {
    const socket = this.#socket;
    if (!socket || !this.#live) return;
    socket.send(JSON.stringify({ action: 'ping' }));
    clearTimeout(this.#deadline);
    // A dead link's close handshake may take minutes; do not wait for it.
    this.#deadline = setTimeout(() => {
      socket.close();
      this.#dropped(socket);
    }, pongWithinMs);
  }

  /** The network or the tab is back: find out at once instead of at the next tick. */
  readonly #hurry = (): void => {
    if (this.#closed || document.visibilityState !== 'visible') return;
    if (this.#live) return this.#ping();
    if (this.#socket) return;
    this.#stopTimers();
    this.#connect();
  };

  #stopTimers(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#deadline);
    clearInterval(this.#pinger);
  }
}
