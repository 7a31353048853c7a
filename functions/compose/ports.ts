import { randomBytes } from 'node:crypto';
import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { ApiGatewayPush } from '../../adapters/apigateway/api-gateway-push.ts';
import { ConsolePageChannel } from '../../adapters/channels/console-page-channel.ts';
import { EmailPageChannel } from '../../adapters/channels/email-page-channel.ts';
import { WebhookPageChannel } from '../../adapters/channels/webhook-page-channel.ts';
import { DynamoCaseStore } from '../../adapters/dynamodb/dynamo-case-store.ts';
import { createDocumentClient, createDynamoClient } from '../../adapters/dynamodb/dynamo-client.ts';
import { DynamoConfigSource } from '../../adapters/dynamodb/dynamo-config-source.ts';
import { DynamoConnections } from '../../adapters/dynamodb/dynamo-connections.ts';
import { systemRetry } from '../../adapters/dynamodb/retry.ts';
import { Table } from '../../adapters/dynamodb/table.ts';
import { composeMail } from '../../adapters/mime/compose-mail.ts';
import { parseMail } from '../../adapters/mime/parse-mail.ts';
import { RandomIds } from '../../adapters/random-ids.ts';
import { S3BlobStore } from '../../adapters/s3/s3-blob-store.ts';
import { readSigningKey } from '../../adapters/secrets/read-signing-key.ts';
import { SesMailer } from '../../adapters/ses/ses-mailer.ts';
import { SfnWorkflows } from '../../adapters/sfn/sfn-workflows.ts';
import { HmacSigner } from '../../adapters/signer/hmac-signer.ts';
import { SqsIntakeQueue } from '../../adapters/sqs/sqs-intake-queue.ts';
import { systemTime } from '../../adapters/system-time.ts';
import type { Log } from '../../ports/log.ts';
import type { PageChannel } from '../../ports/page-channel.ts';
import type { Ports } from '../../ports/ports.ts';
import type { DeskEnv } from './env.ts';

/** The ports of a Lambda, once a cold start. Clients connect only when they are first used. */
export async function composePorts(env: DeskEnv, log: Log): Promise<Ports> {
  const clock = systemTime;
  const ids = new RandomIds(clock, randomBytes);
  const client = createDocumentClient(createDynamoClient());
  const table = new Table(client, env.TABLE_NAME, systemRetry);
  const channels = new Map<string, PageChannel>();
  const ports: Ports = {
    store: new DynamoCaseStore({ client, tableName: env.TABLE_NAME, clock, ids }),
    channels,
    blobs: new S3BlobStore(new S3Client({}), env.MAIL_BUCKET),
    mailer: new SesMailer(new SESClient({}), { rewritesMessageId: true }),
    mimeReader: { parse: parseMail },
    mimeWriter: { compose: composeMail },
    workflows: new SfnWorkflows({
      client: new SFNClient({}),
      stateMachineArn: (workflow) => `${env.STATE_MACHINE_ARN_PREFIX}${workflow}`,
    }),
    intakeQueue: new SqsIntakeQueue(
      new SQSClient({}),
      {
        queueUrl: env.INTAKE_QUEUE_URL,
        bucketName: env.MAIL_BUCKET,
        objectKeyPrefix: env.RAW_KEY_PREFIX,
        topicArn: env.MAIL_TOPIC_ARN,
      },
      ids,
    ),
    connections: new DynamoConnections(table),
    push: new ApiGatewayPush(new ApiGatewayManagementApiClient({ endpoint: env.SOCKET_ENDPOINT })),
    signer: new HmacSigner(await readSigningKey(new SecretsManagerClient({}), env.SIGNING_KEY_SECRET_ID)),
    config: new DynamoConfigSource(table, clock),
    clock,
    ids,
    log,
    publicUrl: env.PUBLIC_URL,
    mailDomain: env.MAIL_DOMAIN,
  };
  for (const channel of [
    new EmailPageChannel(ports),
    new WebhookPageChannel(ports),
    new ConsolePageChannel(ports),
  ])
    channels.set(channel.channel, channel);
  return ports;
}
