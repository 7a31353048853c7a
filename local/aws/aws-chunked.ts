const MAX_LINE_BYTES = 16 * 1024;

export class MalformedChunk extends Error {
  constructor(what: string) {
    super(`The aws-chunked body is malformed: ${what}.`);
    this.name = 'MalformedChunk';
  }
}

/**
 * Decodes an aws-chunked body (docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html):
 * chunks of `hex-size[;chunk-signature=…]`, a zero chunk, then trailers, which go into `trailers` by
 * lower-case name. Signatures are not checked.
 */
export async function* decodeAwsChunked(
  body: AsyncIterable<Uint8Array>,
  trailers: Map<string, string>,
): AsyncGenerator<Uint8Array> {
  const input = new LineReader(body);
  for (;;) {
    const line = await input.line();
    const size = /^([0-9a-f]{1,8})(;|$)/i.exec(line)?.[1];
    if (size === undefined) throw new MalformedChunk('a chunk has no size');
    if (Number.parseInt(size, 16) === 0) break;
    yield* input.bytes(Number.parseInt(size, 16));
    if ((await input.line()) !== '') throw new MalformedChunk('a chunk is longer than its size');
  }
  for (let line = await input.line(true); line !== ''; line = await input.line(true)) {
    const colon = line.indexOf(':');
    if (colon < 1) throw new MalformedChunk('a trailer has no name');
    trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
}

class LineReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #held = Buffer.alloc(0);

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#source = body[Symbol.asyncIterator]();
  }

  /** Without its line end. `endIsEmpty`: the end of the body reads as an empty line. */
  async line(endIsEmpty = false): Promise<string> {
    for (;;) {
      const end = this.#held.indexOf('\r\n');
      if (end !== -1) {
        const line = this.#held.subarray(0, end).toString('latin1');
        this.#held = this.#held.subarray(end + 2);
        return line;
      }
      if (this.#held.length > MAX_LINE_BYTES) throw new MalformedChunk('a line is too long');
      if (await this.#more()) continue;
      if (endIsEmpty && this.#held.length === 0) return '';
      throw new MalformedChunk('it ends too early');
    }
  }

  async *bytes(size: number): AsyncGenerator<Uint8Array> {
    for (let left = size; left > 0; ) {
      if (this.#held.length === 0 && !(await this.#more())) throw new MalformedChunk('it ends too early');
      const part = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done === true) return false;
    this.#held = Buffer.concat([this.#held, next.value]);
    return true;
  }
}
