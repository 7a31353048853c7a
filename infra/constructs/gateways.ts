import { Arn, ArnFormat, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
  WebSocketApi,
  WebSocketRoute,
  WebSocketStage,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration, WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as iam from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { DeskFunction } from './desk-function.ts';
import type { DeskLogs } from './desk-logs.ts';

/** Far above what a desk's consoles ask for; a flood is answered with 429 before it costs. */
const throttle = { rateLimit: 500, burstLimit: 1000 };

/** Neither addresses nor paths: the token of an ack link is a secret, and it lies in the path. */
const logged = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTimeEpoch',
    route: '$context.routeKey',
    status: '$context.status',
    error: '$context.error.messageString',
    integrationError: '$context.integrationErrorMessage',
  }),
);

/** The HTTP and the WebSocket API. Both are made before their functions, which need their addresses. */
export class Gateways extends Construct {
  readonly http: HttpApi;
  readonly socket: WebSocketApi;
  /** The stage is named as the console's path is, so that CloudFront passes `/socket` on unchanged. */
  readonly socketStageName = 'socket';
  readonly #logs: DeskLogs;

  constructor(scope: Construct, id: string, logs: DeskLogs) {
    super(scope, id);
    this.#logs = logs;
    this.http = new HttpApi(this, 'Http', { createDefaultStage: false });
    this.socket = new WebSocketApi(this, 'Socket');
  }

  get httpDomain(): string {
    return this.#domain(this.http.apiId);
  }

  get socketDomain(): string {
    return this.#domain(this.socket.apiId);
  }

  /** What functions push to connections through. */
  get socketEndpoint(): string {
    return `https://${this.socketDomain}/${this.socketStageName}`;
  }

  routeHttp({ function: handler }: DeskFunction): void {
    const integration = new HttpLambdaIntegration('Api', handler);
    for (const path of ['/api/{proxy+}', '/ack/{proxy+}', '/healthz'])
      this.http.addRoutes({ path, methods: [HttpMethod.ANY], integration });
    new HttpStage(this, 'HttpStage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'HttpAccess', this.#logs.group('access/http')),
        ),
        format: logged,
      },
    });
  }

  routeSocket({ function: handler }: DeskFunction): void {
    for (const [id, routeKey] of [
      ['OnConnect', '$connect'],
      ['OnDisconnect', '$disconnect'],
      ['OnFrame', '$default'],
    ] as const)
      new WebSocketRoute(this, id, {
        webSocketApi: this.socket,
        routeKey,
        integration: new WebSocketLambdaIntegration(id, handler),
      });
    // No access log: for WebSocket APIs it needs a role in the settings of the whole account, and the function
    // logs each frame that fails.
    new WebSocketStage(this, 'SocketStage', {
      webSocketApi: this.socket,
      stageName: this.socketStageName,
      autoDeploy: true,
      throttle,
      detailedMetricsEnabled: true,
    });
  }

  /** To tell connected consoles something, on this stage alone. */
  grantPush(grantee: iam.IGrantable): void {
    const arn = Arn.format(
      {
        service: 'execute-api',
        resource: this.socket.apiId,
        resourceName: `${this.socketStageName}/POST/@connections/*`,
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      },
      Stack.of(this),
    );
    iam.Grant.addToPrincipal({ grantee, actions: ['execute-api:ManageConnections'], resourceArns: [arn] });
  }

  #domain(apiId: string): string {
    const { region, urlSuffix } = Stack.of(this);
    return `${apiId}.execute-api.${region}.${urlSuffix}`;
  }
}
