import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import type { MiddlewareObj } from '@middy/core';
import type { Log } from '../../ports/log.ts';

export interface TraceOptions {
  readonly serviceName: string;
  readonly log: Log;
  readonly now?: () => number;
}

interface Subsegment {
  readonly id: string;
  readonly startedAt: number;
  readonly isColdStart: boolean;
}

/**
 * One X-Ray subsegment an invocation, below the segment that Lambda makes itself: how long the handler took,
 * whether it was a cold start, and of an error its kind and never its text. Sent to the daemon that Lambda
 * runs beside the function. Ours, because the X-Ray SDK is 95 KB of every bundle for this one datagram.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html
 */
export function traceInvocations({ serviceName, log, now = Date.now }: TraceOptions): MiddlewareObj<unknown> {
  let socket: Socket | null = null;
  let isColdStart = true;
  const running = new WeakMap<object, Subsegment>();

  const end = async (request: object, error: unknown): Promise<void> => {
    const subsegment = running.get(request);
    const trace = traceHeader(process.env['_X_AMZN_TRACE_ID']);
    const daemon = process.env['AWS_XRAY_DAEMON_ADDRESS'];
    if (!subsegment || !trace || !daemon) return;
    const document = {
      name: serviceName,
      id: subsegment.id,
      trace_id: trace.root,
      parent_id: trace.parent,
      type: 'subsegment',
      start_time: subsegment.startedAt / 1000,
      end_time: now() / 1000,
      annotations: { ColdStart: subsegment.isColdStart, Service: serviceName },
      ...(error !== null && { fault: true, cause: { exceptions: [{ id: newId(), type: nameOf(error) }] } }),
    };
    socket ??= createSocket('udp4').unref();
    await send(socket, daemon, document).catch((cause: unknown) =>
      log.warn('trace was not sent', { error: cause }),
    );
  };

  return {
    before: (request) => {
      running.set(request, { id: newId(), startedAt: now(), isColdStart });
      isColdStart = false;
    },
    after: (request) => end(request, null),
    onError: (request) => end(request, request.error),
  };
}

/** What to attach to; null when X-Ray did not choose this invocation. */
function traceHeader(header = ''): { root: string; parent: string } | null {
  const parts = new Map(header.split(';').map((part) => [part.split('=')[0], part.split('=')[1]]));
  const [root, parent] = [parts.get('Root'), parts.get('Parent')];
  return root && parent && parts.get('Sampled') === '1' ? { root, parent } : null;
}

function send(socket: Socket, daemon: string, document: object): Promise<void> {
  const [host, port] = daemon.split(':');
  const datagram = `{"format":"json","version":1}\n${JSON.stringify(document)}`;
  return new Promise((resolve, reject) => {
    socket.send(datagram, Number(port), host, (error) => (error ? reject(error) : resolve()));
  });
}

function newId(): string {
  return randomBytes(8).toString('hex');
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}
