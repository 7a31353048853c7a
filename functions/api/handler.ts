import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { DomainError } from '../../core/errors.ts';
import { problemOf, problemResponse } from '../http/problem.ts';
import { createApi } from './api.ts';
import type { ApiOptions, ApiPorts } from './api-context.ts';
import { toRequest, toResult } from './gateway-event.ts';

export type ApiHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** The HTTP API behind API Gateway, and behind the single machine's HTTP server, which sends the same events. */
export function createApiHandler(ports: ApiPorts, options: ApiOptions): ApiHandler {
  const api = createApi({ ports, options });
  return async (event) => {
    const { requestId } = event.requestContext;
    const request = readRequest(event);
    if (request instanceof DomainError)
      return toResult(problemResponse(problemOf(request, requestId), { 'x-request-id': requestId }));
    return toResult(await api.fetch(request, { requestId }));
  };
}

function readRequest(event: APIGatewayProxyEventV2): Request | DomainError {
  try {
    return toRequest(event);
  } catch (error) {
    return new DomainError(
      'invalid',
      'request.unreadable',
      'The method, the path or a header of this request is not valid HTTP.',
      { cause: error },
    );
  }
}
