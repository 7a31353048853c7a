import type { Message, StoredAttachment } from '../core/case/message.ts';
import { inspectAttachment } from '../core/mail/attachment-policy.ts';
import { toInstant } from '../core/time/instant.ts';
import { storeBody } from './agent-message.ts';
import type { ReadMail } from './read-mail.ts';
import type { ReceiveMailPorts } from './receive-mails.ts';

/** How many addresses of a mail with thousands are kept on the message; the raw mail has them all. */
const addressLimit = 100;
const subjectLimit = 500;

/** The message that a mail becomes. Its attachments stay in the raw mail and are read from there when asked for. */
export async function inboundMessage(
  read: ReadMail,
  { caseId, isPrivate }: { caseId: string; isPrivate: boolean },
  ports: ReceiveMailPorts,
): Promise<Message> {
  const { mail, problems, html } = read.received;
  const id = ports.ids.ulid();
  const body = await storeBody(
    { caseId, messageId: id, text: mail.text, reply: mail.reply, quoted: mail.quoted, html },
    ports,
  );
  return {
    caseId,
    id,
    kind: 'inbound',
    at: toInstant(ports.clock.now()),
    author: { kind: 'customer', address: mail.from.address },
    from: mail.from,
    to: mail.to.slice(0, addressLimit),
    cc: mail.cc.slice(0, addressLimit),
    subject: mail.subject.slice(0, subjectLimit),
    ...body,
    attachments: await storedAttachments(read, ports),
    rawKey: read.job.rawKey,
    rfcMessageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references.slice(-20),
    verdict: keptVerdict(read),
    automated: mail.automated,
    isPrivate,
    problems: problems.slice(0, 20),
    delivery: null,
  };
}

/** The signals that explain a verdict; a hostile mail full of them must not outgrow its item. */
function keptVerdict({ assessment }: ReadMail): Message['verdict'] {
  return { ...assessment.verdict, signals: assessment.verdict.signals.slice(0, 100) };
}

async function storedAttachments(read: ReadMail, ports: ReceiveMailPorts): Promise<StoredAttachment[]> {
  const { config } = await ports.config.current();
  const isInfected = read.job.verdicts?.virus === 'FAIL';
  return read.received.attachments.slice(0, 200).map((attachment, index): StoredAttachment => {
    const verdict = inspectAttachment(attachment, config.mail.attachments);
    const reason = isInfected ? 'the mail was found to carry a virus' : verdict.reason;
    const { name, contentType, size, sha256, inline } = attachment;
    return {
      id: String(index),
      name: (name ?? `attachment-${index + 1}`).slice(0, 255),
      contentType,
      size,
      sha256,
      inline,
      state: reason ? 'quarantined' : 'ok',
      reason,
    };
  });
}
