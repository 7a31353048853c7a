import { createHash } from 'node:crypto';
import { DomainError } from '../../core/errors.ts';
import { textToHtml } from '../../core/mail/html-body.ts';
import { pageReplyAddress } from '../../core/mail/threading.ts';
import { toEpochMs } from '../../core/time/instant.ts';
import type { PageChannel, PageNotice } from '../../ports/page-channel.ts';
import type { Ports } from '../../ports/ports.ts';

/** Pages by e-mail. The reply address is signed for this page and person: an answer to it can acknowledge. */
export class EmailPageChannel implements PageChannel {
  readonly channel = 'email';
  readonly #ports: Pick<Ports, 'mimeWriter' | 'mailer' | 'signer' | 'config' | 'mailDomain'>;

  constructor(ports: Pick<Ports, 'mimeWriter' | 'mailer' | 'signer' | 'config' | 'mailDomain'>) {
    this.#ports = ports;
  }

  async send({
    attempt,
    page,
    title,
    text,
  }: PageNotice): Promise<{ providerId: string; delivered: boolean }> {
    const { mimeWriter, mailer, signer, mailDomain } = this.#ports;
    if (!attempt.address)
      throw new DomainError('invalid', 'page.no-address', `${attempt.userId} has no e-mail address to page.`);
    const { config } = await this.#ports.config.current();
    const from = { address: `${config.desk.supportAddress}@${mailDomain}`, name: config.desk.name };
    const mac = (purpose: string, value: string) => signer.mac(purpose, value);
    const body = `${text}\n\nYou can also answer this mail with the word ACK.`;
    const raw = await mimeWriter.compose({
      from,
      to: [{ address: attempt.address, name: '' }],
      replyTo: pageReplyAddress(page.id, attempt.userId, mailDomain, mac),
      subject: title,
      text: body,
      html: textToHtml(body),
      messageId: `<page.${hash(attempt.key)}@${mailDomain}>`,
      date: toEpochMs(attempt.dispatchedAt),
      autoSubmitted: 'auto-generated',
      headers: { 'X-Priority': '1 (Highest)', Importance: 'high' },
    });
    const { providerMessageId } = await mailer.send({ from: from.address, to: [attempt.address], raw });
    return { providerId: providerMessageId, delivered: false };
  }
}

/** The same attempt always has the same Message-ID, so that a repeat after a crash shows as the same mail. */
function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
