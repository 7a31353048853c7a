/** An answer to DATA other than 250. */
export class SmtpRefusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = 'SmtpRefusal';
    this.responseCode = responseCode;
  }
}

export class MailTooBig extends Error {
  constructor() {
    super('The mail is larger than the listener takes.');
    this.name = 'MailTooBig';
  }
}

/** Errors of the disk that another try, later, may not meet. */
const STORAGE_CODES = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EMFILE', 'ENFILE', 'EFBIG']);

export function toRefusal(error: unknown, tooBig: string): SmtpRefusal {
  if (error instanceof SmtpRefusal) return error;
  if (error instanceof MailTooBig) return new SmtpRefusal(552, tooBig);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (STORAGE_CODES.has(code))
    return new SmtpRefusal(452, 'insufficient system storage, try again later', { cause: error });
  return new SmtpRefusal(451, 'local error in processing, try again later', { cause: error });
}
