import { randomUUID } from 'node:crypto';
import type { Log } from '../../ports/log.ts';
import { type AwsEndpoint, respond } from './endpoint.ts';
import { readBody } from './read-body.ts';
import { SqsError } from './sqs-error.ts';
import { type SqsContext, sqsOperations } from './sqs-operations.ts';

const MAX_REQUEST_BYTES = 8 * 1024 * 1024;
const TARGET_PREFIX = 'AmazonSQS.';

/** SQS in the AWS JSON 1.0 protocol over a DurableQueue. A queue URL is anything that ends in `/<queue name>`. */
export function createSqsEndpoint(context: SqsContext & { readonly log: Log }): AwsEndpoint {
  return async (request, response) => {
    const requestId = randomUUID();
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': requestId };
    try {
      const body = await readBody(request, MAX_REQUEST_BYTES);
      const target = String(request.headers['x-amz-target'] ?? '');
      const name = target.startsWith(TARGET_PREFIX) ? target.slice(TARGET_PREFIX.length) : '';
      const run = Object.hasOwn(sqsOperations, name) ? sqsOperations[name] : undefined;
      if (run === undefined)
        throw new SqsError(
          'UnknownOperationException',
          `The operation "${target}" is not served on this machine.`,
        );
      respond(response, 200, headers, JSON.stringify(await run(parseJson(body), context)));
    } catch (error) {
      if (!(error instanceof SqsError))
        context.log.error('The local SQS endpoint failed.', { requestId, error });
      const known =
        error instanceof SqsError ? error : new SqsError('InternalFailure', 'The request failed; try again.');
      respond(response, known.status, { ...headers, ...known.headers }, known.toJson());
    }
  };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new SqsError('InvalidParameterValue', 'The request body is not JSON.');
    throw error;
  }
}
