import { randomUUID } from 'node:crypto';
import type { Log } from '../../ports/log.ts';
import type { SentMailFolder } from '../mail/sent-mail-folder.ts';
import { type AwsEndpoint, respond } from './endpoint.ts';
import { readRawEmailRequest } from './raw-email-request.ts';
import { BodyTooLarge, readBody } from './read-body.ts';
import { SES_XMLNS, SesError } from './ses-error.ts';
import { document, element } from './xml.ts';

/** 10 MB in base64, percent-encoded, with room for the addresses. */
const MAX_REQUEST_BYTES = 48 * 1024 * 1024;

export interface SesEndpointOptions {
  readonly sent: SentMailFolder;
  /** True: a MailRelay takes the mail from the folder. False: it is kept there. */
  readonly relay: boolean;
  /** Domains that mail may be sent from. */
  readonly verifiedDomains: readonly string[];
  readonly log: Log;
  /** Lets a test meet what SES answers under load or when its set-up is broken; null for no fault. */
  readonly nextFault?: () => SesError | null;
}

/**
 * SendRawEmail of the SES v1 Query API. SES replaces the Message-ID header by one of its own; here the
 * mail keeps the one that it was sent with.
 */
export function createSesEndpoint(options: SesEndpointOptions): AwsEndpoint {
  return async (request, response) => {
    const requestId = randomUUID();
    const headers = { 'content-type': 'text/xml', 'x-amzn-requestid': requestId };
    try {
      const form = new URLSearchParams((await readBody(request, MAX_REQUEST_BYTES)).toString('utf8'));
      const id = await send(form, options);
      const result = `<SendRawEmailResult>${element('MessageId', id)}</SendRawEmailResult>`;
      const metadata = `<ResponseMetadata>${element('RequestId', requestId)}</ResponseMetadata>`;
      respond(response, 200, headers, document('SendRawEmailResponse', SES_XMLNS, result + metadata));
    } catch (error) {
      const known = toSesError(error);
      if (known.code === 'InternalFailure')
        options.log.error('The local SES endpoint failed.', { requestId, error });
      respond(response, known.status, headers, known.toXml(requestId));
    }
  };
}

async function send(form: URLSearchParams, options: SesEndpointOptions): Promise<string> {
  const action = form.get('Action');
  if (action === null) throw new SesError('MissingAction', 'The request is missing an action.');
  if (action !== 'SendRawEmail')
    throw new SesError('InvalidAction', `The action ${action} is not served on this machine.`);
  const fault = options.nextFault?.() ?? null;
  if (fault !== null) throw fault;
  const { source, destinations, raw } = readRawEmailRequest(form);
  const domain = source.slice(source.lastIndexOf('@') + 1).toLowerCase();
  if (!options.verifiedDomains.includes(domain))
    throw new SesError(
      'MessageRejected',
      `Email address is not verified. The following identities failed the check in region US-EAST-1: ${source}`,
    );
  const { id } = await options.sent.add({ from: source, to: destinations, raw, relay: options.relay });
  return id;
}

function toSesError(error: unknown): SesError {
  if (error instanceof SesError) return error;
  if (error instanceof BodyTooLarge)
    return new SesError('InvalidParameterValue', 'Message length is more than 10485760 bytes long.');
  return new SesError(
    'InternalFailure',
    'The request processing has failed because of an unknown error, exception or failure.',
  );
}
