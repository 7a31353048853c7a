import { readEnv } from '../compose/env.ts';
import { composeMailer } from '../compose/mailer.ts';
import { composeNoticeChannels } from '../compose/notice-channels.ts';
import { composePush } from '../compose/push.ts';
import { composeSigner } from '../compose/signer.ts';
import { composeTablePorts } from '../compose/table-ports.ts';
import { lambdaTelemetry } from '../compose/telemetry.ts';
import { env } from './env.ts';
import { createSendEscalationNoticeHandler } from './handler.ts';

const telemetry = lambdaTelemetry('send-escalation-notice');
const settings = readEnv(env);
const ports = {
  ...composeTablePorts(settings, telemetry.log),
  ...composeMailer(),
  push: composePush(settings),
  signer: await composeSigner(settings),
  publicUrl: settings.PUBLIC_URL,
  mailDomain: settings.MAIL_DOMAIN,
  log: telemetry.log,
};
export const handler = createSendEscalationNoticeHandler(
  { ...ports, channels: composeNoticeChannels(ports) },
  telemetry,
);
