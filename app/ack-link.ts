import { DomainError } from '../core/errors.ts';
import { caseIdOfEscalation } from '../core/escalation/escalation.ts';
import { caseIdOfPage } from '../core/page/page.ts';
import type { Ports } from '../ports/ports.ts';
import type { Signer } from '../ports/signer.ts';

/** What a link can acknowledge. Each has a signature of its own, so that none passes for the other. */
export type AckLinkKind = 'page' | 'escalation';

const purposes: Readonly<Record<AckLinkKind, string>> = {
  page: 'ack-link',
  escalation: 'escalation-ack-link',
};

export interface AckLink {
  readonly kind: AckLinkKind;
  /** Of the page or the escalation. */
  readonly id: string;
  readonly userId: string;
}

/** A token that lets one person acknowledge one page or escalation until `expiresAt` (epoch ms), and nothing else. */
export function ackLinkToken(
  input: { readonly id: string; readonly userId: string; readonly expiresAt: number },
  signer: Signer,
): string {
  const kind = kindOf(input.id);
  if (kind === null) throw new RangeError(`${input.id} is neither a page nor an escalation`);
  const claim = `${input.id}.${input.userId}.${Math.floor(input.expiresAt / 1000).toString(36)}`;
  return `${claim}.${signer.mac(purposes[kind], claim)}`;
}

/**
 * Whose link it is, and to what. Reading changes nothing.
 * @throws DomainError `ack-link.invalid`, `ack-link.expired`
 */
export function readAckLink(token: string, ports: Pick<Ports, 'signer' | 'clock'>): AckLink {
  const [id = '', userId = '', expires = '', mac = '', ...rest] = token.split('.');
  const claim = `${id}.${userId}.${expires}`;
  const kind = kindOf(id);
  if (kind === null || rest.length > 0 || !ports.signer.verify(purposes[kind], claim, mac))
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
  return { kind, id, userId };
}

function kindOf(id: string): AckLinkKind | null {
  if (caseIdOfPage(id) !== null) return 'page';
  return caseIdOfEscalation(id) === null ? null : 'escalation';
}
