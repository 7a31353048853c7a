import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { SMTPServer } from 'smtp-server';
import { SMTPConnection, type SMTPConnectionOptions } from 'smtp-server/lib/smtp-connection.js';

/**
 * smtp-server greets 100 ms after a client connects, to catch early talkers. On loopback that is a
 * tenth of a second on every mail and catches nobody.
 */
export class PromptSmtpServer extends SMTPServer {
  override connect(socket: Socket | TLSSocket, options?: SMTPConnectionOptions | null): void {
    const connection = new PromptConnection(this, socket, options);
    this.connections.add(connection);
    connection.on('error', (error: Error) => this._onError(error));
    connection.on('connect', (info) => this._onClientConnect(info));
    connection.init();
  }

  /** Ends a session now, whatever its client is still sending. */
  hangUp(sessionId: string, code: number, text: string): void {
    for (const connection of this.connections) {
      if (connection.id !== sessionId) continue;
      connection.send(code, text);
      connection.close();
    }
  }
}

class PromptConnection extends SMTPConnection {
  override init(): void {
    this._setListeners(() => {
      const { maxClients } = this._server.options;
      if (maxClients !== undefined && this._server.connections.size > maxClients)
        return this.send(421, `${this.name} too many connections, try again in a moment`, false);
      this.connectionReady();
    });
  }

  /** The enhanced codes (RFC 3463) that smtp-server does not choose well by itself. */
  override send(code: number, data?: string | string[] | null, context?: string | false): void {
    if (code === 250 && context === 'DATA_OK') super.send(code, data);
    else if (code === 452 && context === undefined) super.send(code, data, 'SYSTEM_FULL');
    else if (code === 552) super.send(code, data, 'MESSAGE_TOO_BIG');
    else super.send(code, data, context);
  }
}
