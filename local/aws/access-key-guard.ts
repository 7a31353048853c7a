import { timingSafeEqual } from 'node:crypto';
import { type AwsEndpoint, respond } from './endpoint.ts';

/**
 * Lets only callers through that name the access key id of this process. A web page in the operator's
 * browser can post a form to loopback, but cannot set an Authorization header without our consent.
 */
export function requireAccessKey(accessKeyId: string, endpoint: AwsEndpoint): AwsEndpoint {
  const expected = Buffer.from(accessKeyId);
  return async (request, response) => {
    const match = /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\//.exec(request.headers.authorization ?? '');
    const given = Buffer.from(match?.[1] ?? '');
    if (given.length === expected.length && timingSafeEqual(given, expected))
      return endpoint(request, response);
    request.resume();
    respond(
      response,
      403,
      { 'content-type': 'application/json', 'x-amzn-errortype': 'InvalidClientTokenId' },
      JSON.stringify({
        __type: 'InvalidClientTokenId',
        message: 'The access key id is not the one of this process.',
      }),
    );
  };
}
