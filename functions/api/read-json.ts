import { DomainError } from '../../core/errors.ts';

/** Bytes of the largest request body. */
export const bodyLimit = 1_000_000;

/**
 * The bytes of a body.
 * @throws DomainError `request.too-large`
 */
export async function readBody(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) throw tooLarge();
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > bodyLimit) throw tooLarge();
  return bytes;
}

export function tooLarge(): DomainError {
  return new DomainError('invalid', 'request.too-large', `The body is larger than ${bodyLimit} bytes.`);
}

/**
 * A JSON body as RFC 8259 has it: UTF-8, no byte order mark. Null when there is no body at all.
 * @throws DomainError `request.not-json`, `request.malformed-json`, `request.too-large`
 */
export async function readJson(request: Request): Promise<{ value: unknown } | null> {
  const bytes = await readBody(request);
  if (bytes.byteLength === 0) return null;
  const mediaType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json')
    throw new DomainError(
      'invalid',
      'request.not-json',
      'content-type: send the body as JSON, with the header content-type: application/json.',
    );
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) };
  } catch (error) {
    throw new DomainError(
      'invalid',
      'request.malformed-json',
      `body: this is not JSON in UTF-8 (${syntaxOnly(error)}).`,
      { cause: error },
    );
  }
}

/** Where it went wrong, without the piece of the body that V8 quotes. */
function syntaxOnly(error: unknown): string {
  const position = /at position \d+( \(line \d+ column \d+\))?/.exec(
    error instanceof Error ? error.message : '',
  );
  return position?.[0] ?? 'it ends too early or holds bytes that are not UTF-8';
}
