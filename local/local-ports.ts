import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ApiGatewayPush } from '../adapters/apigateway/api-gateway-push.ts';
import { createDocumentClient } from '../adapters/dynamodb/dynamo-client.ts';
import { DynamoConfigSource } from '../adapters/dynamodb/dynamo-config-source.ts';
import { DynamoConnections } from '../adapters/dynamodb/dynamo-connections.ts';
import { systemRetry } from '../adapters/dynamodb/retry.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { EventBridgeBus } from '../adapters/eventbridge/event-bridge-bus.ts';
import { composeMail } from '../adapters/mime/compose-mail.ts';
import { parseMail } from '../adapters/mime/parse-mail.ts';
import { S3BlobStore } from '../adapters/s3/s3-blob-store.ts';
import { SesMailer } from '../adapters/ses/ses-mailer.ts';
import { SfnWorkflows } from '../adapters/sfn/sfn-workflows.ts';
import { HmacSigner } from '../adapters/signer/hmac-signer.ts';
import { SqsIntakeQueue } from '../adapters/sqs/sqs-intake-queue.ts';
import { composeNoticeChannels } from '../functions/compose/notice-channels.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { NoticeChannel } from '../ports/notice-channel.ts';
import type { Ports } from '../ports/ports.ts';
import type { LocalClients } from './local-clients.ts';
import { bucketName, eventBusName, intakeQueueName, stateMachineArn } from './local-services.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION } from './queue/sqs-event.ts';
import { RememberedBlobs } from './remembered-blobs.ts';
import { RememberedConnections } from './remembered-connections.ts';
import { type CommitListener, WakingCaseStore } from './store/waking-case-store.ts';

export const tableName = 'harborwatch';
export const rawKeyPrefix = 'raw/';
export const topicArn = `arn:aws:sns:${LOCAL_REGION}:${LOCAL_ACCOUNT}:mail-received`;

export interface LocalPortsOptions {
  readonly clients: LocalClients;
  readonly dynamo: DynamoDBClient;
  readonly signingKey: Uint8Array;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly mailDomain: string;
  /** Known only once the HTTP server listens. */
  readonly publicUrl: () => string;
  /** Null until the outbox has its poller. */
  readonly commitListener: () => CommitListener | null;
}

export interface LocalPorts extends Ports {
  readonly store: WakingCaseStore;
  readonly table: Table;
  readonly blobs: RememberedBlobs;
}

/** The adapters that run on AWS, on the local clients: nothing in here stands in for one. */
export function createLocalPorts(options: LocalPortsOptions): LocalPorts {
  const { clients, clock, ids, log, mailDomain } = options;
  const client = createDocumentClient(options.dynamo);
  const table = new Table(client, tableName, systemRetry);
  const store = new WakingCaseStore({ client, tableName, clock, ids }, options.commitListener);
  const channels = new Map<string, NoticeChannel>();
  const ports: LocalPorts = {
    store,
    table,
    channels,
    blobs: new RememberedBlobs(new S3BlobStore(clients.s3, bucketName)),
    mailer: new SesMailer(clients.ses, { rewritesMessageId: false }),
    mimeReader: { parse: parseMail },
    mimeWriter: { compose: composeMail },
    workflows: new SfnWorkflows({ client: clients.sfn, stateMachineArn }),
    intakeQueue: new SqsIntakeQueue(
      clients.sqs,
      {
        queueUrl: `http://127.0.0.1/${LOCAL_ACCOUNT}/${intakeQueueName}`,
        bucketName,
        objectKeyPrefix: rawKeyPrefix,
        topicArn,
      },
      ids,
    ),
    connections: new RememberedConnections(new DynamoConnections(table)),
    push: new ApiGatewayPush(clients.connections),
    eventBus: new EventBridgeBus(clients.events, eventBusName),
    signer: new HmacSigner(options.signingKey),
    config: new DynamoConfigSource(table, clock, log),
    clock,
    ids,
    log,
    mailDomain,
    get publicUrl() {
      return options.publicUrl();
    },
  };
  for (const [name, channel] of composeNoticeChannels(ports)) channels.set(name, channel);
  return ports;
}
