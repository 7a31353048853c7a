import { assess } from '../core/triage/assess.ts';
import type { Verdict } from '../core/triage/verdict.ts';
import type { ReceivedMail } from '../ports/mime.ts';
import type { Ports } from '../ports/ports.ts';

/** What stands in when triage fails: nobody's danger is overlooked because of our own fault. */
const triageFailed: Verdict = {
  priority: 'urgent',
  category: 'other',
  emergency: false,
  signals: [],
  why: 'Triage itself failed on this message: a person must read it now.',
};

export interface Assessment {
  readonly verdict: Verdict;
  readonly failed: boolean;
}

/**
 * Triage of a mail: what the person newly wrote, or all of it where nothing is new (a bare forward).
 * Never throws.
 */
export function assessMail({ mail }: ReceivedMail, ports: Pick<Ports, 'log'>): Assessment {
  try {
    const text = mail.reply.trim() ? mail.reply : mail.text;
    return { verdict: assess({ subject: mail.subject, text, quoted: mail.quoted }), failed: false };
  } catch (error) {
    ports.log.error('triage failed', { error });
    return { verdict: triageFailed, failed: true };
  }
}
