import { DomainError } from '../../core/errors.ts';
import type { SentMail } from '../../ports/sent-mail.ts';
import type { ApiOptions } from './api-context.ts';

/** @throws DomainError `outbox.not-here` */
export function requireOutbox({ sentMail }: Pick<ApiOptions, 'sentMail'>): SentMail {
  if (sentMail) return sentMail;
  throw new DomainError(
    'missing',
    'outbox.not-here',
    'This desk hands its mail to a provider and keeps no outbox of its own.',
  );
}
