/** Keyed MACs and signed links. The key never leaves the adapter. */
export interface Signer {
  /** 26 lower-case base32 characters (130 bits) of HMAC-SHA-256 over purpose and text. */
  mac(purpose: string, text: string): string;
}
