import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { DomainError } from '../../core/errors.ts';
import type { Notice, NoticeChannel } from '../../ports/notice-channel.ts';
import type { Ports } from '../../ports/ports.ts';

const timeoutMs = 5_000;

/**
 * Tells a URL of the person's own by Standard Webhooks (standardwebhooks.com): `webhook-id` is the same for
 * every repeat of one notice; any 2xx means accepted; redirects are not followed.
 */
export class WebhookChannel implements NoticeChannel {
  readonly channel = 'webhook';
  readonly #ports: Pick<Ports, 'config' | 'clock'>;
  readonly #fetch: typeof fetch;

  constructor(ports: Pick<Ports, 'config' | 'clock'>, fetchUrl: typeof fetch = fetch) {
    this.#ports = ports;
    this.#fetch = fetchUrl;
  }

  async send(notice: Notice): Promise<{ providerId: string; delivered: boolean }> {
    const { url, secret } = await this.#contact(notice);
    const id = `msg_${createHash('sha256').update(notice.key).digest('hex').slice(0, 32)}`;
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
      throw unavailable(`the webhook of ${notice.userId} answered ${response.status}, not 2xx`);
    return { providerId: id, delivered: true };
  }

  async #contact({ userId, contactId }: Notice): Promise<{ url: string; secret: string }> {
    const { config } = await this.#ports.config.current();
    const user = config.users.find(({ id }) => id === userId);
    const contact = user?.contacts.find(({ id }) => id === contactId);
    if (contact?.channel !== 'webhook')
      throw new DomainError(
        'missing',
        'notice.contact-gone',
        `${userId} has no webhook contact ${contactId} any more.`,
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

function payload(notice: Notice, now: Date): object {
  const { about, code, facts, userId, title, text, ackUrl, caseUrl } = notice;
  return {
    type: `${about}.notified.v1`,
    timestamp: now.toISOString(),
    data: { code, ...facts, user: userId, title, text, ackUrl, caseUrl },
  };
}

function unavailable(message: string, cause?: unknown): DomainError {
  return new DomainError('unavailable', 'notice.channel-unavailable', message, { cause });
}
