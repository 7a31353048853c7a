import { isIP } from 'node:net';
import { DomainError } from '../../core/errors.ts';

/**
 * The name in a Host header, when it may speak to this machine. A page of an attacker whose name resolves
 * to 127.0.0.1 carries its own name here: that is how it is told apart (DNS rebinding).
 * @throws DomainError `request.misdirected`
 */
export function allowedHost(hostHeader: string | undefined, ours: readonly string[]): string {
  const name = hostName(hostHeader ?? '');
  if (name !== null && (isLoopback(name) || ours.includes(name))) return name;
  throw new DomainError(
    'invalid',
    'request.misdirected',
    'This desk does not answer to that host name: use http://127.0.0.1 or http://localhost, or start it with the public address that you use.',
  );
}

/** A browser names the page that opens a WebSocket; one of another site has no business here. */
export function requireOwnOrigin(origin: string | undefined, ours: readonly string[]): void {
  if (origin === undefined) return;
  allowedHost(URL.canParse(origin) ? new URL(origin).host : undefined, ours);
}

function hostName(header: string): string | null {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i.exec(header);
  return match?.[1]?.toLowerCase().replace(/^\[|\]$/g, '') ?? null;
}

function isLoopback(name: string): boolean {
  if (name === 'localhost' || name.endsWith('.localhost') || name === '::1') return true;
  return isIP(name) === 4 && name.startsWith('127.');
}
