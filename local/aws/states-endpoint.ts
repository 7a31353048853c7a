import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isDomainError } from '../../core/errors.ts';
import type { Partition } from '../workflow/arn.ts';
import type { WorkflowEngine } from '../workflow/workflow-engine.ts';
import { workflowErrorName } from '../workflow/workflow-error.ts';
import { StatesFault } from './states-fault.ts';
import { statesOperations } from './states-operations.ts';

/** JSON text of 256 KB inside JSON grows by its escapes. */
const MAX_BODY_BYTES = 2 * 1024 * 1024;
const TARGET = /^AWSStepFunctions\.(?<operation>\w+)$/;

/** The AWS JSON 1.0 protocol of Step Functions over the local engine. Answers every request, and never rejects. */
export function createStatesEndpoint(
  engine: WorkflowEngine,
  { region, account }: Partition,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  if (region !== engine.partition.region || account !== engine.partition.account) {
    throw new Error(
      `createStatesEndpoint: region and account (${region}, ${account}) must be the engine's (${engine.partition.region}, ${engine.partition.account})`,
    );
  }
  return async (req, res) => {
    try {
      const answer = await answerOf(engine, req);
      send(res, 200, answer);
    } catch (error) {
      const fault = faultOf(error);
      if (fault.status >= 500) engine.log.error('the local Step Functions endpoint failed', { error });
      send(res, fault.status, { __type: fault.name, message: fault.message });
    }
  };
}

async function answerOf(engine: WorkflowEngine, req: IncomingMessage): Promise<object> {
  const target = req.headers['x-amz-target'];
  const name = typeof target === 'string' ? TARGET.exec(target)?.groups?.['operation'] : undefined;
  const operation =
    name !== undefined && Object.hasOwn(statesOperations, name) ? statesOperations[name] : undefined;
  const text = await readBody(req);
  if (req.method !== 'POST' || !operation) {
    throw new StatesFault(
      'UnknownOperationException',
      `${req.method} ${String(target)} is not implemented here`,
    );
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw Object.assign(new StatesFault('SerializationException', 'the body is not JSON'), { cause });
  }
  return operation(engine, body);
}

async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) {
      throw new StatesFault(
        'RequestEntityTooLargeException',
        `the body is larger than ${MAX_BODY_BYTES} bytes`,
        413,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function faultOf(error: unknown): StatesFault {
  if (error instanceof StatesFault) return error;
  const name = workflowErrorName(error);
  if (name !== undefined && error instanceof Error) return new StatesFault(name, error.message);
  if (isDomainError(error, 'workflow.not-running'))
    return new StatesFault('ServiceUnavailable', error.message, 503);
  return new StatesFault('InternalFailure', 'the local engine failed; its log says why', 500);
}

function send(res: ServerResponse, status: number, body: object): void {
  if (res.headersSent || res.destroyed) return;
  const text = JSON.stringify(body);
  res.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(text),
    'x-amzn-requestid': randomUUID(),
    ...(status === 413 ? { connection: 'close' } : {}),
  });
  res.end(text);
}
