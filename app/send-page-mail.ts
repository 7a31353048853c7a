import { isDomainError } from '../core/errors.ts';
import { textToHtml } from '../core/mail/html-body.ts';
import { toEpochMs } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { deskAddress } from './desk-address.ts';

/** Tells somebody on call what became of their answer to a page. */
export async function sendPageMail(
  input: { id: string; at: string; to: string; subject: string; text: string; pageId: string },
  ports: Pick<Ports, 'config' | 'mimeWriter' | 'mailer' | 'mailDomain' | 'log'>,
): Promise<void> {
  const { config } = await ports.config.current();
  const from = deskAddress(config, ports);
  try {
    const raw = await ports.mimeWriter.compose({
      from,
      to: [{ address: input.to, name: '' }],
      subject: input.subject,
      text: input.text,
      html: textToHtml(input.text),
      messageId: `<page-mail.${input.id.toLowerCase()}@${ports.mailDomain}>`,
      date: toEpochMs(input.at),
      autoSubmitted: 'auto-replied',
    });
    await ports.mailer.send({ from: from.address, to: [input.to], raw });
  } catch (error) {
    if (!isDomainError(error, 'mail.rejected') && !isDomainError(error, 'mail.header')) throw error;
    ports.log.warn('an answer about a page could not be delivered', { pageId: input.pageId, error });
  }
}
