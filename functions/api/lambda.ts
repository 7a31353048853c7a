import { parseMail } from '../../adapters/mime/parse-mail.ts';
import { composeBlobs } from '../compose/blobs.ts';
import { readEnv } from '../compose/env.ts';
import { composeIntakeQueue } from '../compose/intake-queue.ts';
import { composePush } from '../compose/push.ts';
import { composeSignIn } from '../compose/sign-in.ts';
import { composeSigner } from '../compose/signer.ts';
import { composeTablePorts } from '../compose/table-ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { composeWorkflows } from '../compose/workflows.ts';
import { observed } from '../telemetry.ts';
import { env } from './env.ts';
import { createApiHandler } from './handler.ts';

/** A Lambda answers with at most 6 MB, and bodies travel in base64. */
const answerLimit = 4 * 1024 * 1024;

const telemetry = lambdaTelemetry('api');
const settings = readEnv(env);
const table = composeTablePorts(settings, telemetry.log);
const api = createApiHandler(
  {
    ...table,
    blobs: composeBlobs(settings),
    mimeReader: { parse: parseMail },
    workflows: composeWorkflows(settings),
    intakeQueue: composeIntakeQueue(settings, table.ids),
    push: composePush(settings),
    signer: await composeSigner(settings),
    publicUrl: settings.PUBLIC_URL,
    mailDomain: settings.MAIL_DOMAIN,
    log: telemetry.log,
  },
  { tokens: composeSignIn(settings, table.clock), sentMail: null, answerLimit },
);
export const handler = observed(telemetry, (event) => event as Parameters<typeof api>[0], api);
