import { SESClient } from '@aws-sdk/client-ses';
import { composeMail } from '../../adapters/mime/compose-mail.ts';
import { SesMailer } from '../../adapters/ses/ses-mailer.ts';
import type { Ports } from '../../ports/ports.ts';

/** What sends mail: its writer and the way to SES, which puts a Message-ID of its own on it. */
export function composeMailer(): Pick<Ports, 'mailer' | 'mimeWriter'> {
  return {
    mailer: new SesMailer(new SESClient({}), { rewritesMessageId: true }),
    mimeWriter: { compose: composeMail },
  };
}
