import type { IncomingMessage } from 'node:http';

export type WebSocketEventType = 'CONNECT' | 'MESSAGE' | 'DISCONNECT';

/** What API Gateway hands to a Lambda function of a WebSocket API (proxy integration). */
export interface WebSocketEvent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[]>>;
  readonly queryStringParameters?: Readonly<Record<string, string>>;
  readonly multiValueQueryStringParameters?: Readonly<Record<string, readonly string[]>>;
  readonly requestContext: {
    readonly routeKey: '$connect' | '$disconnect' | '$default';
    readonly eventType: WebSocketEventType;
    readonly messageDirection: 'IN';
    readonly messageId?: string;
    readonly connectionId: string;
    readonly requestId: string;
    readonly extendedRequestId: string;
    readonly apiId: string;
    readonly stage: string;
    readonly domainName: string;
    readonly connectedAt: number;
    readonly requestTime: string;
    readonly requestTimeEpoch: number;
    readonly identity: { readonly sourceIp: string; readonly userAgent?: string };
    readonly disconnectStatusCode?: number;
    readonly disconnectReason?: string;
  };
  readonly body?: string;
  readonly isBase64Encoded: false;
}

/** What stays the same over the life of a connection. */
export interface WebSocketPeer {
  readonly connectionId: string;
  /** Epoch ms. */
  readonly connectedAt: number;
  readonly request: IncomingMessage;
}

const ROUTES = { CONNECT: '$connect', MESSAGE: '$default', DISCONNECT: '$disconnect' } as const;

export function toWebSocketEvent(
  peer: WebSocketPeer,
  eventType: WebSocketEventType,
  requestId: string,
  now: number,
  more: { body?: string; disconnect?: { code: number; reason: string } } = {},
): WebSocketEvent {
  const { request } = peer;
  const userAgent = request.headers['user-agent'];
  return {
    ...(eventType === 'MESSAGE' ? {} : describeRequest(request)),
    requestContext: {
      routeKey: ROUTES[eventType],
      eventType,
      messageDirection: 'IN',
      ...(eventType === 'MESSAGE' ? { messageId: requestId } : {}),
      connectionId: peer.connectionId,
      requestId,
      extendedRequestId: requestId,
      apiId: 'local',
      stage: 'local',
      domainName: request.headers.host ?? 'localhost',
      connectedAt: peer.connectedAt,
      requestTime: toLogTime(now),
      requestTimeEpoch: now,
      identity: {
        sourceIp: request.socket.remoteAddress ?? '',
        ...(userAgent === undefined ? {} : { userAgent }),
      },
      ...(more.disconnect === undefined
        ? {}
        : { disconnectStatusCode: more.disconnect.code, disconnectReason: more.disconnect.reason }),
    },
    ...(more.body === undefined ? {} : { body: more.body }),
    isBase64Encoded: false,
  };
}

function describeRequest(request: IncomingMessage): Partial<WebSocketEvent> {
  const headers = new Map<string, string[]>();
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    const name = String(request.rawHeaders[index]);
    headers.set(name, [...(headers.get(name) ?? []), String(request.rawHeaders[index + 1])]);
  }
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const names = [...new Set(query.keys())];
  return {
    headers: lastOfEach(headers),
    multiValueHeaders: Object.fromEntries(headers),
    ...(names.length === 0
      ? {}
      : {
          queryStringParameters: Object.fromEntries(query),
          multiValueQueryStringParameters: Object.fromEntries(
            names.map((name) => [name, query.getAll(name)]),
          ),
        }),
  };
}

function lastOfEach(headers: ReadonlyMap<string, readonly string[]>): Record<string, string> {
  return Object.fromEntries([...headers].map(([name, values]) => [name, values.at(-1) ?? '']));
}

/** `22/Nov/2026:10:24:00 +0000`, as API Gateway writes it. */
function toLogTime(epochMs: number): string {
  const [, day, month, year, time] =
    /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(epochMs).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}
