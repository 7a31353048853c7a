import { randomBytes } from 'node:crypto';
import { createDynamoClient } from '../adapters/dynamodb/dynamo-client.ts';
import { ensureTable } from '../adapters/dynamodb/ensure-table.ts';
import { RandomIds } from '../adapters/random-ids.ts';
import { toSesNotification } from '../adapters/ses/ses-notification.ts';
import { scanRisk } from '../app/scan-risk.ts';
import type { DeskConfig } from '../core/config/desk-config.ts';
import { createApiHandler } from '../functions/api/handler.ts';
import { createConsoleSocketHandler } from '../functions/console-socket/handler.ts';
import { streamEventOf } from '../functions/dispatch-events/event.ts';
import { createDispatchEventsHandler } from '../functions/dispatch-events/handler.ts';
import { createReceiveEmailHandler } from '../functions/receive-email/handler.ts';
import type { Clock, Timers } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Ports } from '../ports/ports.ts';
import { SystemClock } from './clock/system-clock.ts';
import { DataLock } from './data-lock.ts';
import { EachMinute } from './each-minute.ts';
import { type HttpServer, startHttpServer } from './http/http-server.ts';
import { createAuthApp } from './issuer/auth-app.ts';
import { createLocalIssuer } from './issuer/local-issuer.ts';
import { createLocalClients } from './local-clients.ts';
import { createLocalPorts, type LocalPorts, rawKeyPrefix, topicArn } from './local-ports.ts';
import {
  bucketName,
  deadLetterQueueName,
  intakeQueueName,
  type LocalServices,
  startLocalServices,
} from './local-services.ts';
import { localTelemetry } from './local-telemetry.ts';
import { MailRelay, type RefusedMail } from './mail/mail-relay.ts';
import { recordRefusal } from './mail/record-refusal.ts';
import { minuteHandlers } from './minute-handlers.ts';
import { OutboxPoller } from './outbox/outbox-poller.ts';
import { publishConfig } from './publish-config.ts';
import { EventSource } from './queue/event-source.ts';
import { loadSecretKey } from './secret-key.ts';
import { loadOrCreateCertificate } from './smtp/self-signed-certificate.ts';
import { SmtpListener } from './smtp/smtp-listener.ts';
import type { StoreServer } from './store/store-server.ts';
import { sweepExpired } from './store/sweep-expired.ts';
import { taskHandlers } from './task-handlers.ts';

export interface DeskOptions {
  readonly dataFolder: string;
  readonly config: DeskConfig;
  /** What tells whether the files behind `config` have changed; without it `config` itself does. */
  readonly filesHash?: string;
  readonly mailDomain: string;
  readonly smtpRelay: string | null;
  /** 0 picks a free one. */
  readonly httpPort: number;
  readonly smtpPort: number;
  readonly consoleFolder: string;
  readonly startStore: () => Promise<StoreServer>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: () => number;
  readonly log: Log;
  /** How long ordinary mail waits for company before it is taken in; an emergency never does. */
  readonly batchingWindowMs: number;
  /** The store's server ended by itself: nothing can be stored any more. */
  readonly onStoreDeath: (detail: string) => void;
}

export interface Desk {
  readonly url: string;
  readonly smtp: { readonly host: string; readonly port: number };
  readonly password: string | null;
  readonly ports: Ports;
  readonly services: LocalServices;
  operatorToken(): Promise<string>;
  /** Resolves when nothing is left to do at this instant, whatever waits for later. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

const host = '127.0.0.1';
const sweepEveryMs = 15 * 60_000;

/** The whole desk in one process: what `start` runs, and what scenario tests fast-forward. */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  const { dataFolder, clock, timers, log, mailDomain } = options;
  const undo: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const lock = await DataLock.take(dataFolder);
    undo.push(() => lock.release());
    const ids = new RandomIds(clock);
    const telemetry = localTelemetry(log);

    const storeServer = await options.startStore();
    undo.push(() => storeServer.stop());
    void storeServer.died.then(({ output }) => options.onStoreDeath(output));
    const dynamo = createDynamoClient({ endpoint: storeServer.endpoint });
    undo.push(() => dynamo.destroy());
    await ensureTable(dynamo, 'harborwatch');

    // Services call handlers and handlers call services: the handlers are put in below.
    const late: { http?: HttpServer; socket?: ReturnType<typeof createConsoleSocketHandler> } = {};
    const tasks = new Map<string, (payload: unknown) => Promise<unknown>>();
    const system = new SystemClock();
    const services = await startLocalServices({
      dataFolder,
      mailDomain,
      hasRelay: options.smtpRelay !== null,
      clock,
      timers,
      socketTimers: { clock: system, timers: system },
      random: options.random,
      ids,
      log,
      onSocketEvent: async (event) => late.socket?.(event) ?? { statusCode: 503 },
      onTask: async (name, payload) => {
        const task = tasks.get(name);
        if (!task) throw new Error(`no task is bound to ${name}`);
        return task(payload);
      },
    });
    undo.push(() => services.close());
    const clients = createLocalClients(services.loopback);
    undo.push(() => clients.destroy());

    let poller: OutboxPoller | null = null;
    const ports = createLocalPorts({
      clients,
      dynamo,
      signingKey: await loadSecretKey(dataFolder, randomBytes),
      clock,
      ids,
      log,
      mailDomain,
      publicUrl: () => options.config.desk.publicUrl ?? late.http?.url ?? '',
      commitListener: () => poller,
    });
    await publishConfig(options, ports, log);
    for (const [name, handler] of taskHandlers(ports, telemetry)) tasks.set(name, handler);

    const issuer = await createLocalIssuer({
      dataFolder,
      clock,
      randomBytes,
      users: async () => (await ports.config.current()).config.users,
    });
    late.socket = createConsoleSocketHandler(ports, { tokens: issuer.verifier });
    const http = await startHttpServer({
      host,
      port: options.httpPort,
      api: createApiHandler(ports, { tokens: issuer.verifier, sentMail: services.sent }),
      auth: createAuthApp(issuer, { log, ids }),
      consoleFolder: options.consoleFolder,
      publicHosts: options.config.desk.publicUrl ? [new URL(options.config.desk.publicUrl).hostname] : [],
      onSocketUpgrade: (request, socket, head) => void services.hub.upgrade(request, socket, head),
      clock: system,
      ids,
      log,
    });
    late.http = http;
    undo.push(async () => {
      await services.hub.close();
      await http.close(2_000);
    });

    poller = startOutbox(ports, { clock, timers, log });
    undo.push(() => poller?.stop());
    await services.engine.start();
    undo.push(() => services.engine.stop());
    const handlers = minuteHandlers(ports, telemetry);
    const eachMinute = new EachMinute({ handlers, clock, timers, log });
    eachMinute.start();
    undo.push(() => eachMinute.stop());
    // Whatever was given up before may have been our fault, mended since.
    await services.queue.redriveDead(deadLetterQueueName);
    const intake = startIntake(services, ports, options);
    undo.push(() => intake.stop());
    const relays = startRelays(options, services, ports);
    undo.push(() => Promise.all(relays.map((relay) => relay.stop())));
    undo.push(startSweep(ports, options));

    const smtp = await listenSmtp(options, services, ports);
    undo.push(() => smtp.listener.close());
    return {
      url: http.url,
      smtp: smtp.address,
      password: issuer.password,
      ports,
      services,
      operatorToken: () => issuer.operatorToken(),
      settle: () =>
        settle([intake, poller, eachMinute, services.engine, ...relays].filter((part) => part != null)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Hosting {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

function startOutbox(ports: LocalPorts, hosting: Hosting): OutboxPoller {
  const dispatch = createDispatchEventsHandler(ports, localTelemetry(hosting.log));
  const poller = new OutboxPoller({
    ...hosting,
    outbox: ports.store,
    dispatch: async (items) => {
      const { batchItemFailures } = await dispatch(streamEventOf(items));
      return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    },
  });
  poller.start();
  return poller;
}

function startIntake({ queue }: LocalServices, ports: LocalPorts, options: DeskOptions): EventSource {
  const { clock, timers, log, batchingWindowMs } = options;
  const intake = new EventSource({
    clock,
    timers,
    log,
    queue,
    queueName: intakeQueueName,
    handler: createReceiveEmailHandler(ports, localTelemetry(log)),
    batchSize: 20,
    concurrency: 2,
    batchingWindowMs,
  });
  intake.start();
  return intake;
}

/** One for pages and one for all else: a page must not wait behind a flood of answers. */
function startRelays(options: DeskOptions, { sent }: LocalServices, ports: LocalPorts): MailRelay[] {
  const { smtpRelay: url, clock, timers, log } = options;
  if (url === null) return [];
  return (['urgent', 'ordinary'] as const).map((lane) => {
    const onRefused = (mail: RefusedMail, detail: string) => recordRefusal(mail, detail, ports);
    const relay = new MailRelay({ url, sent, lane, clock, timers, log, onRefused });
    relay.start();
    return relay;
  });
}

/** The embedded store never deletes what has expired; AWS does. */
function startSweep({ table }: LocalPorts, { clock, timers, log }: DeskOptions): () => void {
  let timer = timers.schedule(clock.now() + sweepEveryMs, run);
  function run(): void {
    sweepExpired(table, clock.now()).catch((error: unknown) =>
      log.warn('expired items were not swept', { error }),
    );
    timer = timers.schedule(clock.now() + sweepEveryMs, run);
  }
  return () => timer.cancel();
}

async function listenSmtp(options: DeskOptions, services: LocalServices, ports: LocalPorts) {
  const { clock, log, mailDomain } = options;
  const listener = new SmtpListener({
    host,
    port: options.smtpPort,
    hostName: `mx.${mailDomain}`,
    blobs: services.blobs,
    rawKeyPrefix,
    maxBytes: options.config.mail.maxBytes,
    tls: await loadOrCreateCertificate(options.dataFolder, `mx.${mailDomain}`, clock.now()),
    clock,
    ids: ports.ids,
    log,
    scanRisk: (rawPrefix) => scanRisk(rawPrefix, ports),
    enqueue: async (mail) => {
      if (mail.whole) ports.blobs.remember(mail.rawKey, mail.whole);
      const body = toSesNotification({
        rawKey: mail.rawKey,
        receivedAt: mail.receivedAt,
        envelope: { from: mail.from, to: mail.recipients },
        verdicts: null,
        sesMessageId: mail.id,
        bucketName,
        objectKeyPrefix: rawKeyPrefix,
        topicArn,
        processingTimeMs: clock.now() - mail.receivedAt,
        rawPrefix: mail.rawPrefix,
      });
      await services.queue.send(intakeQueueName, body, { lane: mail.lane });
    },
  });
  return { listener, address: await listener.listen() };
}

/** Work of one part makes work for another: all must be idle in one and the same pass. */
async function settle(parts: readonly { idle(): Promise<void> }[]): Promise<void> {
  for (let pass = 0; pass < 3; pass++) for (const part of parts) await part.idle();
}
