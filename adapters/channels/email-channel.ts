import { createHash } from 'node:crypto';
import { DomainError } from '../../core/errors.ts';
import { textToHtml } from '../../core/mail/html-body.ts';
import { pageReplyAddress } from '../../core/mail/threading.ts';
import { toEpochMs } from '../../core/time/instant.ts';
import type { Notice, NoticeChannel } from '../../ports/notice-channel.ts';
import type { Ports } from '../../ports/ports.ts';

/** Tells by e-mail. An answer to a page acknowledges it, at an address signed for this page and person. */
export class EmailChannel implements NoticeChannel {
  readonly channel = 'email';
  readonly #ports: Pick<Ports, 'mimeWriter' | 'mailer' | 'signer' | 'config' | 'mailDomain'>;

  constructor(ports: Pick<Ports, 'mimeWriter' | 'mailer' | 'signer' | 'config' | 'mailDomain'>) {
    this.#ports = ports;
  }

  async send(notice: Notice): Promise<{ providerId: string; delivered: boolean }> {
    const { mimeWriter, mailer, mailDomain } = this.#ports;
    const { about, address, key, title, at } = notice;
    if (!address)
      throw new DomainError('invalid', 'notice.no-address', `${nameOf(notice)} has no e-mail address.`);
    const { config } = await this.#ports.config.current();
    const from = { address: `${config.desk.supportAddress}@${mailDomain}`, name: config.desk.name };
    const replyTo = this.#replyTo(notice);
    const text = replyTo ? `${notice.text}\n\nYou can also answer this mail with the word ACK.` : notice.text;
    const raw = await mimeWriter.compose({
      from,
      to: [{ address, name: '' }],
      ...(replyTo && { replyTo }),
      subject: title,
      text,
      html: textToHtml(text),
      messageId: `<${about}.${hash(key)}@${mailDomain}>`,
      date: toEpochMs(at),
      autoSubmitted: 'auto-generated',
      headers: { 'X-Priority': '1 (Highest)', Importance: 'high' },
    });
    const { providerMessageId } = await mailer.send({ from: from.address, to: [address], raw });
    return { providerId: providerMessageId, delivered: false };
  }

  #replyTo({ about, code, userId }: Notice): string | null {
    if (about !== 'page' || userId === null) return null;
    const { signer, mailDomain } = this.#ports;
    return pageReplyAddress(code, userId, mailDomain, (purpose, value) => signer.mac(purpose, value));
  }
}

function nameOf({ userId, contactId }: Notice): string {
  return userId ?? `the department ${contactId}`;
}

/** The same notice always has the same Message-ID, so that a repeat after a crash shows as the same mail. */
function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
