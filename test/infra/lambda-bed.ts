import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoCaseStore } from '../../adapters/dynamodb/dynamo-case-store.ts';
import { createDocumentClient, createDynamoClient } from '../../adapters/dynamodb/dynamo-client.ts';
import { DynamoConfigSource } from '../../adapters/dynamodb/dynamo-config-source.ts';
import { ensureTable } from '../../adapters/dynamodb/ensure-table.ts';
import { systemRetry } from '../../adapters/dynamodb/retry.ts';
import { Table } from '../../adapters/dynamodb/table.ts';
import { RandomIds } from '../../adapters/random-ids.ts';
import { SystemClock } from '../../local/clock/system-clock.ts';
import { LineLog } from '../../local/line-log.ts';
import {
  bucketName,
  eventBusName,
  type LocalServices,
  startLocalServices,
  stateMachineArn,
} from '../../local/local-services.ts';
import { dynoxideProgram, startDynoxide } from '../../local/store/start-dynoxide.ts';
import { testConfig } from '../scenario/test-config.ts';

const tableName = 'desk';
export const mailDomain = 'desk.example';

export interface Invocation {
  readonly importMs: number;
  /** Whether the import alone made Node load its fetch. */
  readonly loadedFetch: boolean;
  readonly result: unknown;
  /** What the function wrote to its log. */
  readonly output: string;
}

export interface LambdaBed extends AsyncDisposable {
  readonly store: DynamoCaseStore;
  readonly services: LocalServices;
  /** X-Ray documents, as the daemon gets them. */
  readonly traces: string[];
  /** A cold start and one invocation, in a process of its own; `null` imports only. */
  invoke(name: string, event: unknown): Promise<Invocation>;
}

/** The bundles in processes of their own, with the whole of their outside on loopback and nothing else to reach. */
export async function startLambdaBed(bundleFolder: string): Promise<LambdaBed> {
  const folder = mkdtempSync(join(tmpdir(), 'harborwatch-lambda-'));
  const clock = new SystemClock();
  const ids = new RandomIds(clock);
  const program = dynoxideProgram();
  if (program === null) throw new Error('the embedded DynamoDB is not installed: run `npm ci` on Linux x64');
  const server = await startDynoxide(program, null);
  const client = createDynamoClient({ endpoint: server.endpoint });
  await ensureTable(client, tableName);
  const documents = createDocumentClient(client);
  await new DynamoConfigSource(new Table(documents, tableName, systemRetry), clock, {
    error: () => undefined,
  }).publish({ config: testConfig(), source: 'files', publishedBy: null, reason: null });
  const secrets = await startSecrets();
  const daemon = createSocket('udp4');
  const traces: string[] = [];
  daemon.on('message', (datagram) => traces.push(datagram.toString('utf8')));
  daemon.bind(0, '127.0.0.1');
  await once(daemon, 'listening');

  const run = async (name: string, event: unknown): Promise<Invocation> => {
    const answerFile = join(folder, `${ids.ulid()}.json`);
    const script = join(import.meta.dirname, 'run-bundle.ts');
    const child = spawn(process.execPath, [script, join(bundleFolder, name, 'index.mjs'), answerFile], {
      env: { ...environment(), AWS_LAMBDA_FUNCTION_NAME: name },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk));
    child.stdin.end(JSON.stringify({ event }));
    const [code] = (await once(child, 'close')) as [number];
    if (code !== 0) throw new Error(`${name} ended with ${code}:\n${output}`);
    return { ...(JSON.parse(readFileSync(answerFile, 'utf8')) as Omit<Invocation, 'output'>), output };
  };

  const services = await startLocalServices({
    dataFolder: folder,
    mailDomain,
    hasRelay: false,
    clock,
    timers: clock,
    socketTimers: { clock, timers: clock },
    random: Math.random,
    ids,
    log: new LineLog(
      'error',
      () => undefined,
      () => clock.now(),
    ),
    onSocketEvent: async () => ({ statusCode: 200 }),
    onTask: async (name, payload) => (await run(name, payload)).result,
  });
  await services.engine.start();

  const environment = (): Record<string, string> => ({
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: services.loopback.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: services.loopback.credentials.secretAccessKey,
    // Nobody listens there: a call that no loopback service answers fails.
    AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_DYNAMODB: server.endpoint,
    AWS_ENDPOINT_URL_EVENTBRIDGE: services.loopback.endpointOf('events'),
    AWS_ENDPOINT_URL_S3: services.loopback.endpointOf('s3'),
    AWS_ENDPOINT_URL_SES: services.loopback.endpointOf('ses'),
    AWS_ENDPOINT_URL_SFN: services.loopback.endpointOf('states'),
    AWS_ENDPOINT_URL_SQS: services.loopback.endpointOf('sqs'),
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
    AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${daemon.address().port}`,
    _X_AMZN_TRACE_ID: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1',
    TABLE_NAME: tableName,
    EVENT_BUS_NAME: eventBusName,
    MAIL_BUCKET: bucketName,
    RAW_KEY_PREFIX: 'raw/',
    MAIL_TOPIC_ARN: 'arn:aws:sns:us-east-1:000000000000:mail',
    INTAKE_QUEUE_URL: `${services.loopback.endpointOf('sqs')}/000000000000/intake`,
    STATE_MACHINE_ARN_PREFIX: stateMachineArn(''),
    SOCKET_ENDPOINT: services.loopback.endpointOf('connections'),
    PUBLIC_URL: 'https://desk.example',
    MAIL_DOMAIN: mailDomain,
    SIGNING_KEY_SECRET_ID: 'signing-key',
    USER_POOL_ID: 'us-east-1_pool',
    USER_POOL_CLIENT_ID: 'console',
  });

  return {
    store: new DynamoCaseStore({ client: documents, tableName, clock, ids }),
    services,
    traces,
    invoke: run,
    async [Symbol.asyncDispose]() {
      await services.engine.stop();
      await services.close();
      await secrets.close();
      daemon.close();
      client.destroy();
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Secrets Manager, as far as one secret goes. */
async function startSecrets(): Promise<{ url: string; close(): Promise<void> }> {
  const answer = JSON.stringify({ Name: 'signing-key', SecretString: randomBytes(32).toString('hex') });
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const isAsked = request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue';
      response.writeHead(isAsked ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' }).end(answer);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}
