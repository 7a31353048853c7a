import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { replacements } from '../../infra/bundle.ts';
import { packageVersions } from '../../infra/lambda/package-versions.ts';
import { packedEndpointRules } from '../../infra/lambda/packed-endpoint-rules.ts';
import { packedModules } from '../../infra/lambda/packed-modules.ts';
import { withoutPlainErrors } from '../../infra/lambda/plain-errors.ts';
import { sdkSchemas } from '../../infra/lambda/sdk-schemas.ts';
import { built } from './built.ts';

const root = join(import.meta.dirname, '../..');
const sdk = join(root, 'node_modules/@aws-sdk');

function sourceOf(path: string): string {
  return readFileSync(join(sdk, path), 'utf8');
}

/** One request of each client, as it comes to be answered. */
const clients = `
import { ApiGatewayManagementApiClient, PostToConnectionCommand } from '@aws-sdk/client-apigatewaymanagementapi';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

export const ask = {
  apigatewaymanagementapi: (options) =>
    new ApiGatewayManagementApiClient(options).send(new PostToConnectionCommand({ ConnectionId: 'c', Data: 'd' })),
  dynamodb: (options) => new DynamoDBClient(options).send(new GetItemCommand({ TableName: 't', Key: {} })),
  eventbridge: (options) => new EventBridgeClient(options).send(new PutEventsCommand({ Entries: [] })),
  s3: (options) => new S3Client(options).send(new GetObjectCommand({ Bucket: 'b', Key: 'k' })),
  'secrets-manager': (options) => new SecretsManagerClient(options).send(new GetSecretValueCommand({ SecretId: 's' })),
  ses: (options) => new SESClient(options).send(new SendRawEmailCommand({ RawMessage: { Data: new Uint8Array(1) } })),
  sfn: (options) => new SFNClient(options).send(new StartExecutionCommand({ stateMachineArn: 'a' })),
  sqs: (options) => new SQSClient(options).send(new SendMessageCommand({ QueueUrl: 'http://q', MessageBody: 'm' })),
};`;

type Service =
  | 'apigatewaymanagementapi'
  | 'dynamodb'
  | 'eventbridge'
  | 's3'
  | 'secrets-manager'
  | 'ses'
  | 'sfn'
  | 'sqs';
interface Clients {
  readonly ask: Readonly<Record<Service, (options: object) => Promise<unknown>>>;
}

const xml = { s3: s3Error, ses: sesError } as const;

function s3Error(name: string): string {
  return `<?xml version="1.0"?><Error><Code>${name}</Code><Message>why not</Message><Key>k</Key></Error>`;
}

function sesError(name: string): string {
  return `<ErrorResponse><Error><Type>Sender</Type><Code>${name}</Code><Message>why not</Message></Error></ErrorResponse>`;
}

/** Services write their texts under either name. */
const textKeys = ['message', 'Message'] as const;

function answer(service: Service, name: string, textKey: (typeof textKeys)[number]) {
  const body =
    service === 's3' || service === 'ses'
      ? xml[service](name)
      : JSON.stringify({
          __type: `com.amazonaws.${service}#${name}`,
          [textKey]: 'why not',
          reason: 'because',
        });
  return {
    statusCode: 400,
    headers: { 'x-amzn-errortype': name, 'x-amzn-requestid': 'r-1', 'content-type': 'application/json' },
    body: Buffer.from(body),
  };
}

/** How a request fails that is answered with this error, and what it said of itself; its handler takes the place of the network. */
async function failure({ ask }: Clients, service: Service, response: object): Promise<object> {
  let [retry, userAgent] = ['', ''];
  const options = {
    region: 'eu-west-1',
    endpoint: 'http://127.0.0.1:1',
    credentials: { accessKeyId: 'a', secretAccessKey: 's' },
    requestHandler: {
      handle: async ({ headers }: { headers: Record<string, string> }) => {
        userAgent = headers['user-agent'] ?? '';
        return { response };
      },
    },
    retryStrategy: {
      acquireInitialRetryToken: async () => ({ getRetryCount: () => 0, getRetryDelay: () => 0 }),
      // What the SDK would decide by, without its waiting.
      refreshRetryTokenForRetry: async (_token: unknown, { errorType }: { errorType: string }) => {
        retry = errorType;
        throw new Error('no more tries');
      },
      recordSuccess: () => undefined,
    },
  };
  const error = (await ask[service](options).then(
    () => null,
    (cause: unknown) => cause,
  )) as Error;
  expect(error).toBeInstanceOf(Error);
  const fields: object = error;
  return { ...fields, name: error.name, message: error.message, text: String(error), retry, userAgent };
}

/** The errors of a client that bundles no longer know by a class of their own. */
function droppedErrors(service: Service): string[] {
  const source = sourceOf(`client-${service}/dist-es/schemas/schemas_0.js`);
  const left = withoutPlainErrors(source, sourceOf(`client-${service}/dist-es/models/errors.js`));
  const registered = (text: string): string[] =>
    [...text.matchAll(/n0_registry\.registerError\((\w+)\$/g)].map(([, name = '']) => name);
  const kept = new Set(registered(left));
  return registered(source).filter((name) => !kept.has(name));
}

describe('errors that bundles know by name alone', () => {
  let whole: Clients;
  let cut: Clients;
  beforeAll(async () => {
    [whole, cut] = await Promise.all([
      built<Clients>(clients),
      built<Clients>(clients, { plugins: [sdkSchemas, packageVersions], alias: replacements }),
    ]);
  });

  const services: [Service, number][] = [
    ['apigatewaymanagementapi', 3],
    ['dynamodb', 20],
    ['eventbridge', 10],
    ['s3', 20],
    ['secrets-manager', 10],
    ['ses', 0],
    ['sfn', 25],
    ['sqs', 3],
  ];
  it.each(services)(
    'look the same in code that reads name, message and fields: %s',
    async (service, least) => {
      const names = droppedErrors(service);
      expect(names.length).toBeGreaterThanOrEqual(least);
      for (const name of [...names, 'NobodyKnowsThisOne'])
        for (const textKey of textKeys) {
          const response = answer(service, name, textKey);
          expect(await failure(cut, service, response)).toEqual(await failure(whole, service, response));
        }
    },
  );

  it('keep what is more than a name: reasons of a cancelled transaction, errors to be tried again', async () => {
    const dropped = droppedErrors('dynamodb');
    expect(dropped).toContain('ResourceNotFoundException');
    expect(dropped).not.toContain('TransactionCanceledException');
    expect(dropped).not.toContain('ReplicatedWriteConflictException');
    const response = {
      ...answer('dynamodb', 'TransactionCanceledException', 'message'),
      body: Buffer.from(
        JSON.stringify({
          __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
          Message: 'cancelled',
          CancellationReasons: [{ Code: 'ConditionalCheckFailed', Item: { data: { B: 'AQI=' } } }],
        }),
      ),
    };
    const failed = await failure(cut, 'dynamodb', response);
    expect(failed).toEqual(await failure(whole, 'dynamodb', response));
    expect(failed).toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Item: { data: { B: new Uint8Array([1, 2]) } } }],
    });
  });

  it('are not asked for by class anywhere', () => {
    const imported = globSync('{adapters,app,functions,core}/**/*.ts', { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/^import \{([^}]*)\} from '@aws-sdk\//gm)].flatMap(
        ([, names = '']) =>
          names
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== '' && !name.startsWith('type ')),
      ),
    );
    expect(imported).toContain('GetObjectCommand');
    expect(imported.filter((name) => !/(?:Client|Command)$/.test(name))).toEqual([]);
  });
});

describe('the packed rules by which S3 finds its endpoint', () => {
  const resolver = `export { defaultEndpointResolver } from ${JSON.stringify(join(sdk, 'client-s3/dist-es/endpoint/endpointResolver.js'))};`;
  interface Resolver {
    readonly defaultEndpointResolver: (parameters: object) => unknown;
  }
  const buckets = [
    'desk-mail',
    'Desk_Mail',
    'desk.mail',
    '-',
    'desk--use1-az4--x-s3',
    'arn:aws:s3:eu-west-1:123456789012:accesspoint/desk',
    'arn:aws:s3::123456789012:accesspoint/desk.mrap',
    'arn:aws:s3-object-lambda:eu-west-1:123456789012:accesspoint/desk',
    'arn:aws:s3-outposts:eu-west-1:123456789012:outpost/op-01234567890123456/accesspoint/desk',
    'arn:aws:sns:eu-west-1:123456789012:desk',
    undefined,
  ];
  const switches = [
    'UseFIPS',
    'UseDualStack',
    'ForcePathStyle',
    'Accelerate',
    'UseGlobalEndpoint',
    'UseArnRegion',
    'DisableMultiRegionAccessPoints',
    'UseS3ExpressControlEndpoint',
  ];

  it('give every answer that they gave, and every refusal', async () => {
    const filter = /client-s3[/\\]dist-es[/\\]endpoint[/\\]bdd\.js$/;
    const [whole, packed] = await Promise.all([
      built<Resolver>(resolver),
      built<Resolver>(resolver, { plugins: [packedModules(filter, packedEndpointRules)] }),
    ]);
    const outcome = ({ defaultEndpointResolver }: Resolver, parameters: object): unknown => {
      try {
        return defaultEndpointResolver(parameters);
      } catch (error) {
        return String(error);
      }
    };
    const seen = new Set<string>();
    for (const Bucket of buckets)
      for (const Region of [
        'eu-west-1',
        'us-east-1',
        'cn-north-1',
        'us-gov-west-1',
        'xx-nowhere-1',
        undefined,
      ])
        for (const Endpoint of [undefined, 'http://localhost:4566', 'https://s3.example.net/base'])
          for (const on of [[], ...switches.map((name) => [name]), ['UseFIPS', 'UseDualStack']]) {
            const parameters = {
              ...(Bucket !== undefined && { Bucket }),
              ...(Region !== undefined && { Region }),
              ...(Endpoint !== undefined && { Endpoint }),
              ...Object.fromEntries(switches.map((name) => [name, on.includes(name)])),
            };
            const expected = outcome(whole, parameters);
            expect(outcome(packed, parameters)).toEqual(expected);
            seen.add(JSON.stringify(expected));
          }
    expect(seen.size).toBeGreaterThan(80);
  });
});

describe('other parts of the SDK that bundles leave out', () => {
  it('are versions of packages, of which nothing else is read', () => {
    const configs = globSync('client-*/dist-es/runtimeConfig.js', { cwd: sdk });
    expect(configs.length).toBeGreaterThan(5);
    for (const file of configs) {
      const uses = sourceOf(file).match(/packageInfo[^;,)\s]*/g) ?? [];
      expect(new Set(uses)).toEqual(new Set(['packageInfo', 'packageInfo.version']));
    }
  });

  it('throw when they are used after all', async () => {
    const { EndpointCache } = await import('../../infra/lambda/no-endpoint-discovery.ts');
    expect(() => new EndpointCache().getEndpoint()).toThrow('endpoint discovery is left out');
    const { EventStreamSerde, eventStreamSerdeProvider, resolveEventStreamSerdeConfig } = await import(
      '../../infra/lambda/no-event-streams.ts'
    );
    const { eventStreamMarshaller } = resolveEventStreamSerdeConfig({ eventStreamSerdeProvider });
    expect(() => (eventStreamMarshaller as { serialize(): void }).serialize()).toThrow('event streams');
    expect(() => new (EventStreamSerde as unknown as new () => object)()).toThrow('event streams');
  });
});
