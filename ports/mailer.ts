export interface OutgoingMail {
  readonly from: string;
  readonly to: readonly string[];
  /** RFC 5322, complete. */
  readonly raw: Uint8Array;
}

/** Hands a raw mail to the provider. Resolves when the provider has taken it. */
export interface Mailer {
  /** `providerMessageId`: the Message-ID (with angle brackets) that the recipient will see. */
  send(mail: OutgoingMail): Promise<{ providerMessageId: string }>;
}
