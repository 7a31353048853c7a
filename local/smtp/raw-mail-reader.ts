import type { Readable } from 'node:stream';
import { MailTooBig } from './smtp-refusal.ts';

const PREFIX_BYTES = 256 * 1024;

/** Reads one mail: our trace headers, then its bytes as they came. Keeps the first 256 KB of the mail itself. */
export class RawMailReader implements AsyncIterable<Uint8Array> {
  /** True when the whole mail was read, false when reading ended before. */
  readonly ended: Promise<boolean>;
  readonly #stream: Readable;
  readonly #trace: string;
  readonly #maxBytes: number;
  #end: (complete: boolean) => void = () => undefined;
  #kept: Uint8Array[] = [];
  #keptBytes = 0;
  #bytes = 0;

  constructor(stream: Readable, trace: string, maxBytes: number) {
    this.#stream = stream;
    this.#trace = trace;
    this.#maxBytes = maxBytes;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  get prefix(): Uint8Array {
    return Buffer.concat(this.#kept, this.#keptBytes);
  }

  /** What is stored, trace headers and all, where the prefix is the whole mail; else null. */
  get whole(): Uint8Array | null {
    return this.#keptBytes === this.#bytes ? Buffer.concat([Buffer.from(this.#trace), ...this.#kept]) : null;
  }

  /** For a mail whose storing failed before its end was reached. */
  stop(): void {
    this.#end(false);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    yield Buffer.from(this.#trace);
    // The stream stays open after an error: what follows must be read past before an answer is heard.
    for await (const chunk of this.#stream.iterator({
      destroyOnReturn: false,
    }) as AsyncIterable<Uint8Array>) {
      this.#bytes += chunk.byteLength;
      if (this.#bytes > this.#maxBytes) throw new MailTooBig();
      this.#keep(chunk);
      yield chunk;
    }
    this.#end(true);
  }

  #keep(chunk: Uint8Array): void {
    const part = chunk.subarray(0, PREFIX_BYTES - this.#keptBytes);
    if (part.byteLength === 0) return;
    this.#kept.push(part);
    this.#keptBytes += part.byteLength;
  }
}
