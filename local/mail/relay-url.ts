import { DomainError } from '../../core/errors.ts';

/**
 * Checks HARBORWATCH_SMTP_RELAY: `smtp://user:pass@host:port` or `smtps://…`; nodemailer reads further
 * options from the query, e.g. `?tls.rejectUnauthorized=false`. Never repeats the password.
 */
export function checkRelayUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '')
    throw new DomainError(
      'invalid',
      'relay.invalid-url',
      'HARBORWATCH_SMTP_RELAY is not a relay: write smtp://user:password@host:587 or smtps://user:password@host:465.',
      {
        details: [
          { field: 'HARBORWATCH_SMTP_RELAY', message: 'expected smtp://host:port or smtps://host:port' },
        ],
      },
    );
  return text;
}

/** The library waits up to ten minutes; a relay that hangs would keep the mail behind it that long. */
const timeoutsMs = { connectionTimeout: 10_000, greetingTimeout: 15_000, socketTimeout: 45_000 };

/** The relay's URL with a bound on each wait, where it names none of its own. */
export function relayUrlWithTimeouts(text: string): string {
  const url = new URL(checkRelayUrl(text));
  for (const [name, ms] of Object.entries(timeoutsMs))
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  return url.href;
}
