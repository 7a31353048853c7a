export interface Reception {
  readonly id: string;
  /** Envelope sender; '' is the null sender. */
  readonly from: string;
  readonly recipients: readonly string[];
  readonly helo: string;
  readonly remoteAddress: string;
  /** As RFC 3848 names it: SMTP, ESMTP, ESMTPS, UTF8SMTP … */
  readonly protocol: string;
  readonly hostName: string;
  /** Epoch ms. */
  readonly at: number;
}

/** Return-Path and Received of RFC 5321 section 4.4, which the final server puts on top of a mail. */
export function traceHeaders(reception: Reception): string {
  const forOne =
    reception.recipients.length === 1 ? `\r\n\tfor <${plain(reception.recipients[0] ?? '')}>` : '';
  return (
    `Return-Path: <${plain(reception.from)}>\r\n` +
    `Received: from ${plain(reception.helo) || 'unknown'} ([${plain(reception.remoteAddress)}])\r\n` +
    `\tby ${plain(reception.hostName)} with ${reception.protocol} id ${reception.id}${forOne};\r\n` +
    `\t${new Date(reception.at).toUTCString().replace('GMT', '+0000')}\r\n`
  );
}

/** A client chose these words: nothing in them may end the header. */
function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u0020\u007f<>()]/g, '').slice(0, 320);
}
