import { moreUrgent } from '../core/case/priority.ts';
import { isDomainError } from '../core/errors.ts';
import type { ReadMail } from './read-mail.ts';

const subjectLimit = 200;
const textLimit = 2_000;

/**
 * What is left of a mail that cannot be taken in as it is, through a fault of ours or a shape nobody foresaw:
 * who wrote, the beginning of the words, the verdict, and the raw file. Enough to be a case, and to page.
 */
export function bareMail(read: ReadMail, fault: unknown): ReadMail {
  const { received, assessment } = read;
  const { mail } = received;
  const { verdict } = assessment;
  const code = isDomainError(fault) ? fault.code : 'unexpected';
  return {
    ...read,
    recipients: [],
    assessment: {
      ...assessment,
      verdict: { ...verdict, priority: moreUrgent(verdict.priority, 'urgent'), signals: [] },
    },
    received: {
      ...received,
      html: null,
      headers: [],
      attachments: [],
      problems: [`this mail could not be taken in as it is (${code}): read the original`],
      mail: {
        ...mail,
        messageId: null,
        inReplyTo: null,
        references: [],
        from: { address: mail.from.address.slice(0, 254), name: '' },
        to: [],
        cc: [],
        subject: mail.subject.slice(0, subjectLimit),
        text: mail.text.slice(0, textLimit),
        reply: mail.reply.slice(0, textLimit),
        quoted: '',
        attachments: [],
        bounce: null,
      },
    },
  };
}

/** Another try of the same thing meets the same fault. */
export function isLasting(fault: unknown): boolean {
  return !isDomainError(fault) || (fault.kind !== 'unavailable' && fault.kind !== 'conflict');
}
