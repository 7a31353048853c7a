import type { IncomingMessage, ServerResponse } from 'node:http';

/** One AWS service on loopback. The prefix that it is mounted under is no longer in `request.url`. */
export type AwsEndpoint = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export function respond(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | number>>,
  body: string | Uint8Array = '',
): void {
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
  response.end(body);
}
