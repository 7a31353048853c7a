import type { ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** What a Lambda answered, as API Gateway would put it on the wire. */
export function sendResult(response: ServerResponse, result: APIGatewayProxyStructuredResultV2): void {
  const body = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8');
  const { 'content-length': _, ...headers } = result.headers ?? {};
  send(response, result.statusCode ?? 200, headers, body, result.cookies ?? []);
}

/** A web response on the wire. */
export async function sendWebResponse(response: ServerResponse, answer: Response): Promise<void> {
  const headers: Record<string, string> = {};
  answer.headers.forEach((value, name) => {
    if (name !== 'set-cookie' && name !== 'content-length') headers[name] = value;
  });
  const body = answer.body === null ? Buffer.alloc(0) : await buffer(answer.body);
  send(response, answer.status, headers, body, answer.headers.getSetCookie());
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | number | boolean>>,
  body: Buffer,
  cookies: readonly string[],
): void {
  // The peer may be gone already; there is nobody to tell.
  if (response.destroyed) return;
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  if (cookies.length > 0) response.setHeader('set-cookie', [...cookies]);
  const isBodiless = status === 204 || status === 304;
  if (!isBodiless && response.req.method !== 'HEAD') response.setHeader('content-length', body.byteLength);
  response.end(isBodiless || response.req.method === 'HEAD' ? undefined : body);
}
