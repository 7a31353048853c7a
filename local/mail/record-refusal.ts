import { parseMail } from '../../adapters/mime/parse-mail.ts';
import { recordUndelivered } from '../../app/record-undelivered.ts';
import type { ChangePorts } from '../../app/unit-of-work.ts';
import type { RefusedMail } from './mail-relay.ts';

/** The relay refused a mail for good: its case says so. Mail that belongs to no case is only logged. */
export async function recordRefusal(mail: RefusedMail, detail: string, ports: ChangePorts): Promise<void> {
  const { messageId } = (await parseMail(mail.raw)).mail;
  const [key] = messageId ? await ports.store.findThreadKeys([messageId]) : [];
  if (!key) {
    ports.log.error('the relay refused a mail that belongs to no case', { sentMailId: mail.id, detail });
    return;
  }
  const recipients = mail.recipients.map((address) => ({ address, status: '5.0.0' }));
  await recordUndelivered({ caseId: key.caseId, messageId: key.messageId, recipients, detail }, ports);
}
