/** Who a bearer token speaks for. `roles` are the token's own; the desk's configuration has the last word. */
export interface VerifiedToken {
  readonly userId: string;
  readonly roles: readonly string[];
}

/**
 * Proves a bearer token: signature, issuer, audience, expiry.
 * @throws DomainError `auth.token-invalid`, `auth.token-expired` (forbidden), `auth.keys-unavailable` (unavailable)
 */
export interface TokenVerifier {
  verify(token: string): Promise<VerifiedToken>;
}
