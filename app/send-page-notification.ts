import { DomainError } from '../core/errors.ts';
import type { Attempt } from '../core/page/attempt.ts';
import type { Page } from '../core/page/page.ts';
import type { PlannedTarget } from '../core/page/plan-attempt.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Notice } from '../ports/notice-channel.ts';
import type { Ports } from '../ports/ports.ts';
import { ackLinkToken } from './ack-link.ts';
import { requirePage } from './require-case.ts';

/** How long an ack link works: well beyond any round, short enough that a forwarded mail goes stale. */
const ackLinkLifeMs = 24 * 3600_000;

export interface SendPageNotificationInput {
  readonly pageId: string;
  readonly attempt: number;
  readonly target: PlannedTarget & { readonly key: string };
}

/**
 * Notifies one person on one channel. The attempt is recorded before anything leaves; a repeat after a
 * crash re-sends under the same key only while no provider is known to have taken it.
 * A channel that cannot reach the person (no console open, contact removed) is noted and `not-reached`.
 * @throws DomainError `page.missing`, or the channel's `unavailable` error, for the workflow to try again
 */
export async function sendPageNotification(
  input: SendPageNotificationInput,
  ports: Pick<Ports, 'store' | 'clock' | 'config' | 'channels' | 'signer' | 'publicUrl' | 'log'>,
): Promise<{ outcome: 'accepted' | 'accepted-before' | 'page-closed' | 'not-reached' }> {
  const page = await requirePage(input.pageId, ports);
  if (page.state !== 'open') return { outcome: 'page-closed' };
  const { target } = input;
  const { config } = await ports.config.current();
  const contact = config.users
    .find((user) => user.id === target.userId)
    ?.contacts.find((candidate) => candidate.id === target.contactId);
  const channel = contact && ports.channels.get(contact.channel);
  const address = contact ? addressOf(contact, target.userId) : '';
  const { attempt } = await ports.store.beginAttempt(newAttempt(page, input, address, ports.clock.now()));
  if (attempt.acceptedAt) return { outcome: 'accepted-before' };
  try {
    if (!contact || !channel)
      throw new DomainError(
        'missing',
        'notice.contact-gone',
        `${target.userId} has no contact ${target.contactId} on a channel of this desk any more.`,
      );
    const { providerId, delivered } = await channel.send(pageNotice(page, attempt, ports));
    const at = toInstant(ports.clock.now());
    await ports.store.updateAttempt(page.id, attempt.key, {
      acceptedAt: at,
      deliveredAt: delivered ? at : null,
      failedAt: null,
      error: null,
      providerId,
    });
    // A mail that bounces is known by its Message-ID: then the attempt failed, whatever the provider said.
    if (target.channel === 'email' && providerId)
      await ports.store.commit([
        { kind: 'thread-key', rfcMessageId: providerId, caseId: page.caseId, messageId: attempt.key },
      ]);
    return { outcome: 'accepted' };
  } catch (error) {
    const reason = error instanceof DomainError ? error.message : 'the channel failed; see the log';
    ports.log.warn('page notification failed', { attemptKey: attempt.key, error });
    await ports.store.updateAttempt(page.id, attempt.key, {
      failedAt: toInstant(ports.clock.now()),
      error: reason,
    });
    // Only what may pass is worth another try; the workflow repeats what is thrown.
    if (error instanceof DomainError && error.kind !== 'unavailable') return { outcome: 'not-reached' };
    throw error;
  }
}

/** What the channels need to know of the person's contact; the console is reached by user id. */
function addressOf(contact: { channel: string; address?: string; url?: string }, userId: string): string {
  return contact.address ?? contact.url ?? userId;
}

function newAttempt(page: Page, input: SendPageNotificationInput, address: string, nowMs: number): Attempt {
  const { target } = input;
  return {
    key: target.key,
    pageId: page.id,
    caseId: page.caseId,
    number: input.attempt,
    why: target.why,
    userId: target.userId,
    contactId: target.contactId,
    channel: target.channel,
    address,
    dispatchedAt: toInstant(nowMs),
    acceptedAt: null,
    deliveredAt: null,
    seenAt: null,
    ackedAt: null,
    failedAt: null,
    error: null,
    providerId: null,
  };
}

/** A code, a category and links: a pager or a lock screen shows it to whoever stands near. */
function pageNotice(
  page: Page,
  attempt: Attempt,
  ports: Pick<Ports, 'signer' | 'publicUrl' | 'clock'>,
): Notice {
  const expiresAt = ports.clock.now() + ackLinkLifeMs;
  const token = ackLinkToken({ id: page.id, userId: attempt.userId, expiresAt }, ports.signer);
  const caseUrl = `${ports.publicUrl}/cases/${page.caseId}`;
  const ackUrl = `${ports.publicUrl}/ack/${token}`;
  const title = `EMERGENCY ${page.id}: ${page.category}`;
  const text = [
    `A person may be at risk (${page.category}).`,
    `Page ${page.id}, opened ${page.openedAt}, notification round ${attempt.number + 1}.`,
    '',
    `Acknowledge: ${ackUrl}`,
    `Case: ${caseUrl}`,
    '',
    'Until somebody acknowledges, this page goes on to others and comes again.',
  ].join('\n');
  return {
    about: 'page',
    key: attempt.key,
    code: page.id,
    caseId: page.caseId,
    userId: attempt.userId,
    contactId: attempt.contactId,
    address: attempt.address,
    at: attempt.dispatchedAt,
    title,
    text,
    facts: { category: page.category, round: attempt.number + 1 },
    ackUrl,
    caseUrl,
  };
}
