import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { toInstant } from '../../core/time/instant.ts';

export interface Arrival {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  /** The Host header's name, already checked. */
  readonly host: string;
  readonly requestId: string;
  /** Epoch ms. */
  readonly now: number;
}

const textual = /^(text\/|application\/([\w.-]+\+)?(json|xml|javascript|x-www-form-urlencoded)\b)/i;

/**
 * A request as API Gateway's HTTP API hands it to a Lambda, payload format 2.0: header names in lower case,
 * repeated ones joined by a comma, cookies apart, a body that is no text in base64.
 */
export function gatewayEvent({ request, body, host, requestId, now }: Arrival): APIGatewayProxyEventV2 {
  const [rawPath = '/', ...query] = (request.url ?? '/').split('?');
  const method = request.method ?? 'GET';
  const isBase64Encoded = !textual.test(request.headers['content-type'] ?? '') || !isUtf8(body);
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: query.join('?'),
    ...cookies(request.headers),
    headers: joined(request.headers),
    ...queryParameters(query.join('?')),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: host,
      domainPrefix: host.split('.')[0] ?? host,
      http: {
        method,
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: '$default',
      stage: '$default',
      time: toInstant(now),
      timeEpoch: now,
    },
    ...(body.byteLength === 0
      ? { isBase64Encoded: false }
      : { body: body.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded }),
  };
}

function isUtf8(body: Buffer): boolean {
  return body.equals(Buffer.from(body.toString('utf8'), 'utf8'));
}

function cookies({ cookie }: IncomingHttpHeaders): { cookies?: string[] } {
  if (cookie === undefined) return {};
  return { cookies: cookie.split(';').map((one) => one.trim()) };
}

function joined(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || name === 'cookie'
        ? []
        : [[name, Array.isArray(value) ? value.join(',') : value]],
    ),
  );
}

function queryParameters(query: string): { queryStringParameters?: Record<string, string> } {
  if (query === '') return {};
  const found: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query))
    found[name] = Object.hasOwn(found, name) ? `${found[name]},${value}` : value;
  return { queryStringParameters: found };
}
