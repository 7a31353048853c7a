/** What a relay answered about one try, recipient by recipient. */
export interface RelayOutcome {
  readonly accepted: readonly string[];
  readonly refused: readonly string[];
  readonly postponed: readonly string[];
  /** The relay's words. */
  readonly detail: string;
}

interface SmtpFailure {
  readonly message: string;
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly recipient?: string;
}

export function fromSuccess(
  recipients: readonly string[],
  info: { response: string; rejectedErrors?: readonly Error[] | undefined },
): RelayOutcome {
  const failures = (info.rejectedErrors ?? []).map((error) => error as Error & SmtpFailure);
  return fromRejected(recipients, failures, info.response);
}

export function fromFailure(recipients: readonly string[], error: unknown): RelayOutcome {
  const failure: SmtpFailure & { rejectedErrors?: (Error & SmtpFailure)[] } =
    error instanceof Error ? error : { message: String(error) };
  if (failure.rejectedErrors !== undefined && failure.rejectedErrors.length > 0)
    return fromRejected(recipients, failure.rejectedErrors, failure.message);
  const nobody = { accepted: [], detail: failure.message };
  return isPermanent(failure)
    ? { ...nobody, refused: recipients, postponed: [] }
    : { ...nobody, refused: [], postponed: recipients };
}

function fromRejected(
  recipients: readonly string[],
  failures: readonly SmtpFailure[],
  response: string,
): RelayOutcome {
  const named = (permanent: boolean) =>
    recipients.filter((recipient) =>
      failures.some((failure) => failure.recipient === recipient && isPermanent(failure) === permanent),
    );
  const refused = named(true);
  const postponed = named(false);
  return {
    accepted: recipients.filter(
      (recipient) => !refused.includes(recipient) && !postponed.includes(recipient),
    ),
    refused,
    postponed,
    detail: failures.length === 0 ? response : failures.map((failure) => failure.message).join('; '),
  };
}

/** A 5xx about the mail. One about signing in, or about the relay's own set-up, is ours to mend: the mail waits. */
function isPermanent(failure: SmtpFailure): boolean {
  if (failure.responseCode === undefined) return isRefusedUnsent(failure);
  const aboutMail = ['MAIL FROM', 'RCPT TO', 'DATA'].includes(failure.command ?? '');
  return aboutMail && failure.responseCode >= 500;
}

/** Refused before it was sent: an address that no relay can take, or more bytes than this one announces. */
function isRefusedUnsent({ code, command }: SmtpFailure): boolean {
  return (code === 'EENVELOPE' && command === 'API') || (code === 'EMESSAGE' && command === 'MAIL FROM');
}
