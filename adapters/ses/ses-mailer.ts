import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { DomainError } from '../../core/errors.ts';
import type { Mailer, OutgoingMail } from '../../ports/mailer.ts';

/** Refusals of this very mail: another try meets the same answer. docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html */
const REFUSALS = new Set([
  'MessageRejected',
  'MailFromDomainNotVerifiedException',
  'InvalidParameterValue',
  'InvalidParameterCombination',
  'ValidationError',
  'ConfigurationSetDoesNotExist',
  'ConfigurationSetDoesNotExistException',
]);

/** Where SES puts its own Message-ID for mail sent from us-east-1; elsewhere the region names the domain. */
const FIRST_REGION = 'us-east-1';
const FIRST_REGION_DOMAIN = 'email.amazonses.com';
const MAX_HEADER_BYTES = 1024 * 1024;

export class SesMailer implements Mailer {
  readonly #ses: SESClient;
  readonly #options: { readonly rewritesMessageId: boolean; readonly configurationSet?: string };

  /**
   * `rewritesMessageId`: SES replaces the Message-ID header by `<id@email.amazonses.com>` (us-east-1) or
   * `<id@region.amazonses.com>`; the local endpoint leaves it as it is.
   */
  constructor(ses: SESClient, options: { rewritesMessageId: boolean; configurationSet?: string }) {
    this.#ses = ses;
    this.#options = options;
  }

  async send(mail: OutgoingMail): Promise<{ providerMessageId: string }> {
    if (!this.#options.rewritesMessageId) {
      const providerMessageId = readMessageId(mail.raw);
      await this.#hand(mail);
      return { providerMessageId };
    }
    const id = await this.#hand(mail);
    const region = await this.#ses.config.region();
    const domain = region === FIRST_REGION ? FIRST_REGION_DOMAIN : `${region}.amazonses.com`;
    return { providerMessageId: `<${id}@${domain}>` };
  }

  async #hand(mail: OutgoingMail): Promise<string> {
    try {
      const { MessageId } = await this.#ses.send(
        new SendRawEmailCommand({
          Source: mail.from,
          Destinations: [...mail.to],
          RawMessage: { Data: mail.raw },
          ConfigurationSetName: this.#options.configurationSet,
        }),
      );
      if (MessageId === undefined) throw new Error('SES answered without a MessageId.');
      return MessageId;
    } catch (error) {
      throw toDomainError(error);
    }
  }
}

function toDomainError(cause: unknown): DomainError {
  const name = cause instanceof Error ? cause.name : 'Error';
  if (REFUSALS.has(name))
    return new DomainError(
      'invalid',
      'mail.rejected',
      `The mail provider refused the mail (${name}): correct it, then send it again.`,
      { cause },
    );
  return new DomainError(
    'unavailable',
    'mail.unavailable',
    `The mail provider did not take the mail (${name}): try again.`,
    { cause },
  );
}

function readMessageId(raw: Uint8Array): string {
  const text = Buffer.from(raw.subarray(0, MAX_HEADER_BYTES)).toString('latin1');
  const end = text.search(/\r?\n\r?\n/);
  const head = (end === -1 ? text : text.slice(0, end)).replaceAll(/\r?\n[ \t]+/g, ' ');
  const id = /^message-id:\s*(<[^>\s]+>)/im.exec(head)?.[1];
  if (id === undefined)
    throw new DomainError(
      'invalid',
      'mail.no-message-id',
      'The outgoing mail has no Message-ID header: compose it with one.',
    );
  return id;
}
