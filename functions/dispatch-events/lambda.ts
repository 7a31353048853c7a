import { composeBlobs } from '../compose/blobs.ts';
import { readEnv } from '../compose/env.ts';
import { composeEventBus } from '../compose/event-bus.ts';
import { composeMailer } from '../compose/mailer.ts';
import { composePush } from '../compose/push.ts';
import { composeSigner } from '../compose/signer.ts';
import { composeTablePorts } from '../compose/table-ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { composeWorkflows } from '../compose/workflows.ts';
import { env } from './env.ts';
import { createDispatchEventsHandler } from './handler.ts';

const telemetry = lambdaTelemetry('dispatch-events');
const settings = readEnv(env);
export const handler = createDispatchEventsHandler(
  {
    ...composeTablePorts(settings, telemetry.log),
    ...composeMailer(),
    blobs: composeBlobs(settings),
    workflows: composeWorkflows(settings),
    push: composePush(settings),
    eventBus: composeEventBus(settings),
    signer: await composeSigner(settings),
    mailDomain: settings.MAIL_DOMAIN,
    log: telemetry.log,
  },
  telemetry,
);
