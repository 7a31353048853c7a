import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { DomainError } from '../../core/errors.ts';
import type { PageChannel, PageNotice } from '../../ports/page-channel.ts';
import type { Ports } from '../../ports/ports.ts';

const timeoutMs = 5_000;

/**
 * Pages a URL of the person's own by Standard Webhooks (standardwebhooks.com): `webhook-id` is the same for
 * every repeat of one attempt; any 2xx means accepted; redirects are not followed.
 */
export class WebhookPageChannel implements PageChannel {
  readonly channel = 'webhook';
  readonly #ports: Pick<Ports, 'config' | 'clock'>;
  readonly #fetch: typeof fetch;

  constructor(ports: Pick<Ports, 'config' | 'clock'>, fetchUrl: typeof fetch = fetch) {
    this.#ports = ports;
    this.#fetch = fetchUrl;
  }

  async send(notice: PageNotice): Promise<{ providerId: string; delivered: boolean }> {
    const { url, secret } = await this.#contact(notice);
    const id = `msg_${createHash('sha256').update(notice.attempt.key).digest('hex').slice(0, 32)}`;
    const now = new Date(this.#ports.clock.now());
    const body = JSON.stringify(payload(notice, now));
    const response = await this.#post(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Harborwatch',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(id, now, body),
      },
      body,
    });
    await response.body?.cancel();
    if (!response.ok)
      throw unavailable(`the webhook of ${notice.attempt.userId} answered ${response.status}, not 2xx`);
    return { providerId: id, delivered: true };
  }

  async #contact({ attempt }: PageNotice): Promise<{ url: string; secret: string }> {
    const { config } = await this.#ports.config.current();
    const user = config.users.find(({ id }) => id === attempt.userId);
    const contact = user?.contacts.find(({ id }) => id === attempt.contactId);
    if (contact?.channel !== 'webhook')
      throw new DomainError(
        'missing',
        'page.contact-gone',
        `${attempt.userId} has no webhook contact ${attempt.contactId} any more.`,
      );
    return contact;
  }

  async #post(url: string, init: RequestInit): Promise<Response> {
    try {
      return await this.#fetch(url, init);
    } catch (error) {
      throw unavailable('the webhook could not be reached', error);
    }
  }
}

function payload({ code, page, attempt, title, text, ackUrl, caseUrl }: PageNotice, now: Date): object {
  return {
    type: 'page.notified.v1',
    timestamp: now.toISOString(),
    data: {
      code,
      category: page.category,
      round: attempt.number + 1,
      user: attempt.userId,
      title,
      text,
      ackUrl,
      caseUrl,
    },
  };
}

function unavailable(message: string, cause?: unknown): DomainError {
  return new DomainError('unavailable', 'page.channel-unavailable', message, { cause });
}
