import { Agent } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { staticSigner } from '../static-signer.ts';

/** Where the table is. Without an endpoint: AWS, by the environment of the SDK. */
export interface DynamoEndpoint {
  readonly endpoint?: string;
  readonly requestTimeoutMs?: number;
}

/** `maxAttempts` 1: `Table` retries itself, with injected jitter, and knows a lost answer from a refusal. */
export function createDynamoClient({
  endpoint,
  requestTimeoutMs = 10_000,
}: DynamoEndpoint = {}): DynamoDBClient {
  return new DynamoDBClient({
    maxAttempts: 1,
    requestHandler: {
      requestTimeout: requestTimeoutMs,
      connectionTimeout: 2_000,
      ...(endpoint !== undefined && { httpAgent: new Agent({ keepAlive: true, maxSockets: 32 }) }),
    },
    ...(endpoint !== undefined && {
      endpoint,
      // The embedded server checks neither, and looking for real ones would cost the start of the desk.
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      signer: staticSigner('local'),
    }),
  });
}

export function createDocumentClient(client: DynamoDBClient): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
