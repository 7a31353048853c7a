import { DomainError } from '../core/errors.ts';
import { caseIdOfPage, type Page } from '../core/page/page.ts';
import type { Ports } from '../ports/ports.ts';
import type { Signer } from '../ports/signer.ts';
import { requirePage } from './require-case.ts';

const purpose = 'ack-link';

/** A token that lets one person acknowledge one page until `expiresAt` (epoch ms), and nothing else. */
export function ackLinkToken(
  input: { pageId: string; userId: string; expiresAt: number },
  signer: Signer,
): string {
  const claim = `${input.pageId}.${input.userId}.${Math.floor(input.expiresAt / 1000).toString(36)}`;
  return `${claim}.${signer.mac(purpose, claim)}`;
}

/**
 * Whose link it is, and the page as it is now. Reading changes nothing.
 * @throws DomainError `ack-link.invalid`, `ack-link.expired`, `page.missing`
 */
export async function readAckLink(
  token: string,
  ports: Pick<Ports, 'store' | 'signer' | 'clock'>,
): Promise<{ pageId: string; userId: string; page: Page }> {
  const [pageId = '', userId = '', expires = '', mac = '', ...rest] = token.split('.');
  const claim = `${pageId}.${userId}.${expires}`;
  const isOurs =
    rest.length === 0 && caseIdOfPage(pageId) !== null && ports.signer.verify(purpose, claim, mac);
  if (!isOurs)
    throw new DomainError(
      'invalid',
      'ack-link.invalid',
      'This link is not one of ours or was cut off: open the console and acknowledge there.',
    );
  if (ports.clock.now() > Number.parseInt(expires, 36) * 1000)
    throw new DomainError(
      'invalid',
      'ack-link.expired',
      'This link has expired: open the console and acknowledge there.',
    );
  return { pageId, userId, page: await requirePage(pageId, ports) };
}
