import { document, element } from './xml.ts';

export const SES_XMLNS = 'http://ses.amazonaws.com/doc/2010-12-01/';

/** docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html and CommonErrors.html, with their HTTP status. */
const STATUS = {
  MessageRejected: 400,
  MailFromDomainNotVerifiedException: 400,
  ConfigurationSetDoesNotExist: 400,
  AccountSendingPausedException: 400,
  InvalidParameterValue: 400,
  MissingParameter: 400,
  MissingAction: 400,
  InvalidAction: 400,
  Throttling: 400,
  ServiceUnavailable: 503,
  InternalFailure: 500,
} as const;

export type SesErrorCode = keyof typeof STATUS;

export class SesError extends Error {
  readonly code: SesErrorCode;

  constructor(code: SesErrorCode, message: string) {
    super(message);
    this.name = 'SesError';
    this.code = code;
  }

  get status(): number {
    return STATUS[this.code];
  }

  toXml(requestId: string): string {
    const fault =
      element('Type', this.status < 500 ? 'Sender' : 'Receiver') +
      element('Code', this.code) +
      element('Message', this.message);
    return document('ErrorResponse', SES_XMLNS, `<Error>${fault}</Error>${element('RequestId', requestId)}`);
  }
}
