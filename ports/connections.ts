/** A console that is connected by WebSocket and has proven who it is. */
export interface Connection {
  readonly connectionId: string;
  readonly userId: string;
  readonly connectedAt: string;
}

export interface Connections {
  save(connection: Connection): Promise<void>;
  remove(connectionId: string): Promise<void>;
  list(): Promise<readonly Connection[]>;
}

/** Sends to one connection; `gone` when it is no longer there. */
export interface ConnectionPush {
  push(connectionId: string, message: unknown): Promise<'sent' | 'gone'>;
}
