import { parseMail } from '../../adapters/mime/parse-mail.ts';
import { composeBlobs } from '../compose/blobs.ts';
import { readEnv } from '../compose/env.ts';
import { composePush } from '../compose/push.ts';
import { composeSigner } from '../compose/signer.ts';
import { composeTablePorts } from '../compose/table-ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { composeWorkflows } from '../compose/workflows.ts';
import { env } from './env.ts';
import { createReceiveEmailHandler } from './handler.ts';

const telemetry = lambdaTelemetry('receive-email');
const settings = readEnv(env);
export const handler = createReceiveEmailHandler(
  {
    ...composeTablePorts(settings, telemetry.log),
    blobs: composeBlobs(settings),
    mimeReader: { parse: parseMail },
    workflows: composeWorkflows(settings),
    push: composePush(settings),
    signer: await composeSigner(settings),
    mailDomain: settings.MAIL_DOMAIN,
    log: telemetry.log,
  },
  telemetry,
);
