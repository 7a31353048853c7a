import { join } from 'node:path';
import type { Clock, Timers } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import { createConnectionsEndpoint } from './aws/connections-endpoint.ts';
import { createEventsEndpoint } from './aws/events-endpoint.ts';
import { createS3Endpoint } from './aws/s3-endpoint.ts';
import { createSesEndpoint } from './aws/ses-endpoint.ts';
import { createSqsEndpoint } from './aws/sqs-endpoint.ts';
import { createStatesEndpoint } from './aws/states-endpoint.ts';
import { BlobFolder } from './blobs/blob-folder.ts';
import { EventFile } from './events/event-file.ts';
import { SocketHub, type SocketHubOptions } from './http/socket-hub.ts';
import { type LoopbackServer, startLoopbackServer } from './loopback-server.ts';
import { SentMailFolder } from './mail/sent-mail-folder.ts';
import { DurableQueue } from './queue/durable-queue.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION } from './queue/sqs-event.ts';
import { loadBoundWorkflows } from './workflow/load-bound-workflows.ts';
import { WorkflowEngine } from './workflow/workflow-engine.ts';

export const intakeQueueName = 'intake';
export const deadLetterQueueName = 'intake-dead';
export const bucketName = 'harborwatch-mail';
export const eventBusName = 'harborwatch';

export interface LocalServices {
  readonly blobs: BlobFolder;
  readonly queue: DurableQueue;
  readonly sent: SentMailFolder;
  readonly engine: WorkflowEngine;
  readonly hub: SocketHub;
  /** What other systems would hear on AWS. */
  readonly events: EventFile;
  readonly loopback: LoopbackServer;
  close(): Promise<void>;
}

export interface LocalServicesOptions {
  readonly dataFolder: string;
  readonly mailDomain: string;
  readonly hasRelay: boolean;
  readonly clock: Clock;
  readonly timers: Timers;
  /** For sockets: their peers live in real time, whatever the desk's clock says. */
  readonly socketTimers: { readonly clock: Clock; readonly timers: Timers };
  readonly random: () => number;
  readonly ids: Ids;
  readonly log: Log;
  readonly onSocketEvent: SocketHubOptions['handler'];
  readonly onTask: (functionName: string, payload: unknown) => Promise<unknown>;
}

/** What AWS provides and one machine must have itself: blobs, queue, outgoing mail, workflows, sockets. */
export async function startLocalServices(options: LocalServicesOptions): Promise<LocalServices> {
  const { dataFolder, clock, timers, ids, log } = options;
  const blobs = new BlobFolder(join(dataFolder, 'blobs'));
  await blobs.open();
  const queue = new DurableQueue({
    file: join(dataFolder, 'queue.db'),
    queues: {
      // The handler puts what it cannot process where agents see it, long before this count; see receive-email.
      [intakeQueueName]: {
        visibilityTimeoutMs: 60_000,
        deadLetter: { queue: deadLetterQueueName, maxReceiveCount: 100 },
      },
      [deadLetterQueueName]: { visibilityTimeoutMs: 60_000, deadLetter: null },
    },
    clock,
    ids,
  });
  const sent = new SentMailFolder({ file: join(dataFolder, 'sent.db'), clock, ids });
  const engine = new WorkflowEngine({
    databasePath: join(dataFolder, 'workflows.db'),
    clock,
    timers,
    random: options.random,
    ids,
    definitions: loadBoundWorkflows(join(import.meta.dirname, '..')),
    invoke: options.onTask,
    log,
    region: LOCAL_REGION,
    account: LOCAL_ACCOUNT,
  });
  const events = await EventFile.open(dataFolder);
  const hub = new SocketHub({ handler: options.onSocketEvent, ...options.socketTimers, ids, log });
  const loopback = await startLoopbackServer({
    s3: createS3Endpoint({ buckets: new Map([[bucketName, blobs]]), log }),
    ses: createSesEndpoint({ sent, relay: options.hasRelay, verifiedDomains: [options.mailDomain], log }),
    sqs: createSqsEndpoint({ queue, clock, timers, log, baseUrl: () => loopback.endpointOf('sqs') }),
    states: createStatesEndpoint(engine, { region: LOCAL_REGION, account: LOCAL_ACCOUNT }),
    events: createEventsEndpoint({
      file: events,
      busName: eventBusName,
      region: LOCAL_REGION,
      account: LOCAL_ACCOUNT,
      clock,
      log,
    }),
    connections: createConnectionsEndpoint(hub),
  });
  return {
    blobs,
    queue,
    sent,
    engine,
    hub,
    events,
    loopback,
    close: async () => {
      await loopback.close();
      queue.close();
      sent.close();
    },
  };
}

export function stateMachineArn(workflow: string): string {
  return `arn:aws:states:${LOCAL_REGION}:${LOCAL_ACCOUNT}:stateMachine:${workflow}`;
}
