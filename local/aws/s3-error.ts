import { document, element } from './xml.ts';

/** docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const ERRORS = {
  BadDigest: [400, 'The checksum you specified did not match what we received.'],
  EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed object size.'],
  IncompleteBody: [
    400,
    'You did not provide the number of bytes specified by the Content-Length HTTP header.',
  ],
  InvalidArgument: [400, 'Invalid argument.'],
  InvalidRange: [416, 'The requested range is not satisfiable'],
  InvalidURI: [400, "Couldn't parse the specified URI."],
  InternalError: [500, 'We encountered an internal error. Please try again.'],
  KeyTooLongError: [400, 'Your key is too long.'],
  MethodNotAllowed: [405, 'The specified method is not allowed against this resource.'],
  MissingContentLength: [411, 'You must provide the Content-Length HTTP header.'],
  NoSuchBucket: [404, 'The specified bucket does not exist.'],
  NoSuchKey: [404, 'The specified key does not exist.'],
  NotImplemented: [501, 'A header you provided implies functionality that is not implemented.'],
} as const satisfies Record<string, readonly [number, string]>;

export class S3Error extends Error {
  readonly code: keyof typeof ERRORS;
  readonly details: Readonly<Record<string, string>>;

  constructor(code: keyof typeof ERRORS, details: Readonly<Record<string, string>> = {}) {
    super(ERRORS[code][1]);
    this.name = 'S3Error';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return ERRORS[this.code][0];
  }

  toXml(requestId: string): string {
    const fields = {
      Code: this.code,
      Message: this.message,
      ...this.details,
      RequestId: requestId,
      HostId: 'local',
    };
    return document(
      'Error',
      null,
      Object.entries(fields)
        .map(([name, value]) => element(name, value))
        .join(''),
    );
  }
}
