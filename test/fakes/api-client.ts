import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { DomainError } from '../../core/errors.ts';
import type { ApiOptions } from '../../functions/api/api-context.ts';
import { createApiHandler } from '../../functions/api/handler.ts';
import type { TokenVerifier } from '../../ports/token-verifier.ts';
import { type FakePorts, fakePorts } from './fake-ports.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  readonly text: string;
  /** Throws when the answer is no JSON. */
  readonly json: unknown;
  readonly isBase64Encoded: boolean;
}

export interface ApiCall {
  readonly as?: string | null | undefined;
  readonly body?: unknown;
  readonly rawBody?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A token of this verifier is `token-` and the user's id; `operator` is an admin by token alone. */
export const namedTokens: TokenVerifier = {
  verify: async (token) => {
    const userId = /^token-(.+)$/.exec(token)?.[1];
    if (userId === undefined)
      throw new DomainError('forbidden', 'auth.token-invalid', 'The token is refused.');
    return { userId, roles: userId === 'operator' ? ['admin'] : [] };
  },
};

/** Calls the API as API Gateway does, as Mara unless told otherwise. */
export function apiClient(options: Partial<ApiOptions> & { ports?: FakePorts } = {}) {
  const { ports = fakePorts(), ...rest } = options;
  const handler = createApiHandler(ports, { tokens: namedTokens, sentMail: null, ...rest });
  let count = 0;
  async function call(method: string, url: string, given: ApiCall = {}): Promise<ApiAnswer> {
    const result = await handler(apiEvent(method, url, given, `request-${++count}`));
    const bytes = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8');
    return {
      status: result.statusCode ?? 0,
      headers: Object.fromEntries(Object.entries(result.headers ?? {}).map(([k, v]) => [k, String(v)])),
      bytes,
      text: bytes.toString('utf8'),
      get json(): unknown {
        return JSON.parse(bytes.toString('utf8'));
      },
      isBase64Encoded: result.isBase64Encoded ?? false,
    };
  }
  return { ports, call };
}

export function apiEvent(
  method: string,
  url: string,
  { as = 'mara-lind', body, rawBody, headers = {} }: ApiCall,
  requestId: string,
): APIGatewayProxyEventV2 {
  const [rawPath = '/', rawQueryString = ''] = url.split('?');
  const sent = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: {
      ...(as === null ? {} : { authorization: `Bearer token-${as}` }),
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    requestContext: {
      accountId: '1',
      apiId: 'api',
      domainName: 'api.example',
      domainPrefix: 'api',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId,
      routeKey: '$default',
      stage: '$default',
      time: '22/Nov/2026:10:24:00 +0000',
      timeEpoch: 0,
    },
    ...(sent === undefined ? {} : { body: Buffer.from(sent).toString('base64') }),
    isBase64Encoded: sent !== undefined,
  };
}
