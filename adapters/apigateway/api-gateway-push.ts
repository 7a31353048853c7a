import {
  type ApiGatewayManagementApiClient,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { DomainError } from '../../core/errors.ts';
import type { ConnectionPush } from '../../ports/connections.ts';

export class ApiGatewayPush implements ConnectionPush {
  readonly #client: ApiGatewayManagementApiClient;

  constructor(client: ApiGatewayManagementApiClient) {
    this.#client = client;
  }

  async push(connectionId: string, message: unknown): Promise<'sent' | 'gone'> {
    try {
      await this.#client.send(
        new PostToConnectionCommand({
          ConnectionId: connectionId,
          Data: Buffer.from(JSON.stringify(message)),
        }),
      );
      return 'sent';
    } catch (cause) {
      const name = cause instanceof Error ? cause.name : '';
      if (name === 'GoneException') return 'gone';
      if (name === 'PayloadTooLargeException')
        throw new DomainError(
          'invalid',
          'push.too-large',
          'The message is over 128 KB: push an id and let the console fetch the rest.',
          { cause },
        );
      throw new DomainError(
        'unavailable',
        'push.unavailable',
        `The message did not reach connection ${connectionId}: try again.`,
        { cause },
      );
    }
  }
}
