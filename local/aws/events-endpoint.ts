import { randomUUID } from 'node:crypto';
import type { Log } from '../../ports/log.ts';
import { type AwsEndpoint, respond } from './endpoint.ts';
import { EventsFault } from './events-fault.ts';
import { type EventsContext, putEvents } from './put-events.ts';
import { BodyTooLarge, readBody } from './read-body.ts';

/** 256 KB of entries, with room for the escapes of JSON inside JSON. */
const MAX_REQUEST_BYTES = 2 * 1024 * 1024;

/** PutEvents of EventBridge, in the AWS JSON 1.1 protocol, over a file that one can follow. */
export function createEventsEndpoint(context: EventsContext & { readonly log: Log }): AwsEndpoint {
  return async (request, response) => {
    const requestId = randomUUID();
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': requestId };
    try {
      const body = await readBody(request, MAX_REQUEST_BYTES);
      const target = String(request.headers['x-amz-target'] ?? '');
      if (request.method !== 'POST' || target !== 'AWSEvents.PutEvents')
        throw new EventsFault(
          'UnknownOperationException',
          `The operation "${target}" is not served on this machine.`,
        );
      respond(response, 200, headers, JSON.stringify(await putEvents(parseJson(body), context)));
    } catch (error) {
      const fault = faultOf(error);
      if (fault.status >= 500)
        context.log.error('The local EventBridge endpoint failed.', { requestId, error });
      respond(
        response,
        fault.status,
        headers,
        JSON.stringify({ __type: fault.name, message: fault.message }),
      );
    }
  };
}

function faultOf(error: unknown): EventsFault {
  if (error instanceof EventsFault) return error;
  if (error instanceof BodyTooLarge)
    return new EventsFault('RequestEntityTooLargeException', error.message, 413);
  return new EventsFault('InternalException', 'The request failed; try again.', 500);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new EventsFault('SerializationException', 'The request body is not JSON.');
    throw error;
  }
}
