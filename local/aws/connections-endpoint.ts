import { randomUUID } from 'node:crypto';
import { MAX_MESSAGE_BYTES, type SocketHub } from '../http/socket-hub.ts';
import { type AwsEndpoint, respond } from './endpoint.ts';
import { BodyTooLarge, readBody } from './read-body.ts';

interface Answer {
  readonly status: number;
  readonly errorType?: 'GoneException' | 'PayloadTooLargeException' | 'ForbiddenException';
  readonly body?: object;
}

const GONE: Answer = { status: 410, errorType: 'GoneException' };
const PATH = /^\/(?:@|%40)connections\/([^/?]+)$/i;

/** The API Gateway Management API (`/@connections/{id}`: POST, GET, DELETE) over the sockets of this process. */
export function createConnectionsEndpoint(hub: SocketHub): AwsEndpoint {
  return async (request, response) => {
    const answer = await decide(hub, request);
    const body = answer.errorType === undefined ? answer.body : { message: answer.errorType };
    respond(
      response,
      answer.status,
      {
        'content-type': 'application/json',
        'x-amzn-requestid': randomUUID(),
        ...(answer.errorType === undefined ? {} : { 'x-amzn-errortype': answer.errorType }),
      },
      body === undefined ? '' : JSON.stringify(body),
    );
  };
}

async function decide(hub: SocketHub, request: Parameters<AwsEndpoint>[0]): Promise<Answer> {
  const text = await readText(request);
  if (text === null) return { status: 413, errorType: 'PayloadTooLargeException' };
  const id = readId(request.url ?? '');
  if (id === '') return { status: 403, errorType: 'ForbiddenException' };
  switch (request.method) {
    case 'POST':
      return hub.send(id, text) ? { status: 200 } : GONE;
    case 'DELETE':
      return hub.disconnect(id) ? { status: 204 } : GONE;
    case 'GET': {
      const info = hub.info(id);
      if (info === null) return GONE;
      return {
        status: 200,
        body: {
          connectedAt: new Date(info.connectedAt).toISOString(),
          lastActiveAt: new Date(info.lastActiveAt).toISOString(),
          identity: { sourceIp: info.sourceIp, userAgent: info.userAgent },
        },
      };
    }
    default:
      return { status: 403, errorType: 'ForbiddenException' };
  }
}

/** '' where the path names no connection. */
function readId(url: string): string {
  const segment = PATH.exec(url.split('?')[0] ?? '')?.[1] ?? '';
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return '';
    throw error;
  }
}

/** Null when it is over 128 KB. */
async function readText(request: Parameters<AwsEndpoint>[0]): Promise<string | null> {
  try {
    return (await readBody(request, MAX_MESSAGE_BYTES)).toString('utf8');
  } catch (error) {
    if (error instanceof BodyTooLarge) return null;
    throw error;
  }
}
