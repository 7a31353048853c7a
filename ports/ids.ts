/** The only source of randomness for identifiers. */
export interface Ids {
  /** `HW-` and 8 characters of Crockford base32, random. */
  caseId(): string;
  /** A ULID: 26 characters, sorts by creation time. */
  ulid(): string;
  /** 32 random bytes, base64url: unguessable. */
  secret(): string;
}
