/**
 * Key under which a mail counts as seen: its Message-ID (or the one made from its content) and the recipient, since
 * one mail to two of our addresses is two deliveries. Recipients compare without letter case.
 * @param messageId with angle brackets, never empty: an empty id would make strangers' mails duplicates
 */
export function dedupeKey(messageId: string, recipient: string): string {
  return `${messageId.trim()} ${recipient.trim().toLowerCase()}`;
}
