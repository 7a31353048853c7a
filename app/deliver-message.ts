import type { Delivery, Message } from '../core/case/message.ts';
import { type DomainError, isDomainError } from '../core/errors.ts';
import { textToHtml } from '../core/mail/html-body.ts';
import { consultReplyAddress, replyAddress } from '../core/mail/threading.ts';
import { toEpochMs, toInstant } from '../core/time/instant.ts';
import type { Write } from '../ports/case-store.ts';
import type { Ports } from '../ports/ports.ts';
import type { Body } from './agent-message.ts';
import { recordUndelivered } from './record-undelivered.ts';
import type { ChangePorts } from './unit-of-work.ts';

/**
 * Sends a queued message. The same message always gives the same bytes and the same Message-ID, so a repeat
 * after a crash can be recognised by whoever gets it.
 * @throws DomainError `mail.unavailable` when the provider could not take it now; the outbox tries again
 */
export async function deliverMessage(
  input: { caseId: string; messageId: string },
  ports: ChangePorts & Pick<Ports, 'blobs' | 'mimeWriter' | 'mailer' | 'signer' | 'mailDomain'>,
): Promise<void> {
  const message = await ports.store.getMessage(input.caseId, input.messageId);
  if (!message?.from || message.delivery?.state !== 'queued') return;
  const envelope = { from: message.from.address, to: message.to.map(({ address }) => address) };
  try {
    const raw = await composeRaw(message, ports);
    if (message.rawKey) await ports.blobs.put(message.rawKey, raw, 'message/rfc822');
    const { providerMessageId } = await ports.mailer.send({ ...envelope, raw });
    await ports.store.commit(sentWrites(message, providerMessageId, toInstant(ports.clock.now())));
  } catch (error) {
    if (!isUndeliverable(error)) throw error;
    await recordUndelivered(
      {
        caseId: message.caseId,
        messageId: message.id,
        recipients: envelope.to.map((address) => ({ address, status: '5.0.0' })),
        detail: error.message,
      },
      ports,
    );
  }
}

/** Refused by the provider, or no mail at all (an address that is none): tried again it would hold up the others. */
function isUndeliverable(error: unknown): error is DomainError {
  return isDomainError(error, 'mail.rejected') || isDomainError(error, 'mail.header');
}

function sentWrites(message: Message, providerMessageId: string, at: string): Write[] {
  const delivery: Delivery = { state: 'sent', at, providerMessageId, detail: null };
  const { caseId, id: messageId } = message;
  const writes: Write[] = [{ kind: 'delivery', caseId, messageId, delivery }];
  // SES gives mail a Message-ID of its own: answers will refer to that one.
  for (const rfcMessageId of new Set([providerMessageId, message.rfcMessageId]))
    if (rfcMessageId) writes.push({ kind: 'thread-key', rfcMessageId, caseId, messageId });
  return writes;
}

async function composeRaw(
  message: Message,
  ports: Pick<Ports, 'blobs' | 'mimeWriter' | 'signer' | 'mailDomain'>,
): Promise<Uint8Array> {
  const text = message.bodyKey ? await wholeText(message.bodyKey, ports) : message.text;
  const mac = (purpose: string, value: string) => ports.signer.mac(purpose, value);
  return ports.mimeWriter.compose({
    from: message.from ?? { address: '', name: '' },
    to: message.to,
    replyTo:
      message.consultId === undefined
        ? replyAddress(message.caseId, ports.mailDomain, mac)
        : consultReplyAddress(message.caseId, message.consultId, ports.mailDomain, mac),
    subject: message.subject,
    text,
    html: textToHtml(text),
    messageId: message.rfcMessageId ?? '',
    ...(message.inReplyTo ? { inReplyTo: message.inReplyTo } : {}),
    references: message.references,
    date: toEpochMs(message.at),
    ...(message.author.kind === 'system' ? { autoSubmitted: 'auto-replied' as const } : {}),
  });
}

async function wholeText(bodyKey: string, ports: Pick<Ports, 'blobs'>): Promise<string> {
  const body = JSON.parse(new TextDecoder().decode(await ports.blobs.get(bodyKey))) as Body;
  return body.text;
}
