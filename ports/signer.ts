/** Keyed MACs. The key never leaves the adapter. */
export interface Signer {
  /** 26 lower-case base32 characters (130 bits) of HMAC-SHA-256 over purpose and text. */
  mac(purpose: string, text: string): string;
  /** Compares in constant time; false for anything that `mac` did not make. */
  verify(purpose: string, text: string, mac: string): boolean;
}
