import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { staticSigner } from '../adapters/static-signer.ts';
import type { LoopbackServer } from './loopback-server.ts';
import { LOCAL_REGION } from './queue/sqs-event.ts';

export interface LocalClients {
  readonly s3: S3Client;
  readonly ses: SESClient;
  readonly sqs: SQSClient;
  readonly sfn: SFNClient;
  readonly events: EventBridgeClient;
  readonly connections: ApiGatewayManagementApiClient;
  destroy(): void;
}

/** The real SDK's clients, pointed at the loopback services. */
export function createLocalClients(loopback: LoopbackServer): LocalClients {
  const at = (service: string) => ({
    endpoint: loopback.endpointOf(service),
    region: LOCAL_REGION,
    credentials: loopback.credentials,
    signer: staticSigner(loopback.credentials.accessKeyId),
    maxAttempts: 2,
  });
  const clients = {
    // The loopback is one machine: checksums over it would only cost.
    s3: new S3Client({
      ...at('s3'),
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    }),
    ses: new SESClient(at('ses')),
    sqs: new SQSClient({ ...at('sqs'), useQueueUrlAsEndpoint: false, md5: false }),
    sfn: new SFNClient(at('states')),
    events: new EventBridgeClient(at('events')),
    connections: new ApiGatewayManagementApiClient(at('connections')),
  };
  return {
    ...clients,
    destroy: () => {
      for (const client of Object.values(clients)) client.destroy();
    },
  };
}
