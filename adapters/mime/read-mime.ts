import PostalMime, { type Email } from 'postal-mime';

const LIMITS = { forceRfc822Attachments: true, maxNestingDepth: 100, maxHeadersSize: 4 * 1024 * 1024 };

/** The MIME tree of a message, or null, with the reason in `problems`, where it goes beyond all bounds. */
export async function readMime(bytes: Uint8Array, problems: string[]): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, LIMITS);
  } catch (error) {
    problems.push(
      `the MIME structure could not be read (${error instanceof Error ? error.message : String(error)})`,
    );
    return null;
  }
}

/** Only the fields of a header, its content types set aside; the header is bounded already. */
export function readHeader(header: Uint8Array): Promise<Email> {
  const text = Buffer.from(header)
    .toString('utf8')
    .replace(/^content-(?:type|transfer-encoding)[ \t]*:/gim, 'X-Unread-$&');
  return PostalMime.parse(text, { maxHeadersSize: 64 * 1024 * 1024 });
}
