import type { BlobStore } from '../ports/blob-store.ts';

const rememberedBytes = 16 * 1024 * 1024;

/**
 * A mail is read seconds after it was accepted, mostly: what has just been stored need not come back over
 * HTTP. Blobs never change, so what is remembered is what is stored; each is given out once, and the oldest
 * are forgotten first.
 */
export class RememberedBlobs implements BlobStore {
  readonly #stored: BlobStore;
  readonly #recent = new Map<string, Uint8Array>();
  #bytes = 0;

  constructor(stored: BlobStore) {
    this.#stored = stored;
  }

  /** `bytes` are durable under `key`. */
  remember(key: string, bytes: Uint8Array): void {
    if (bytes.byteLength > rememberedBytes) return;
    this.#forget(key);
    this.#recent.set(key, bytes);
    this.#bytes += bytes.byteLength;
    for (const oldest of this.#recent.keys()) {
      if (this.#bytes <= rememberedBytes) break;
      this.#forget(oldest);
    }
  }

  put(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    return this.#stored.put(key, bytes, contentType);
  }

  get(key: string): Promise<Uint8Array> {
    const bytes = this.#recent.get(key);
    this.#forget(key);
    return bytes ? Promise.resolve(bytes) : this.#stored.get(key);
  }

  #forget(key: string): void {
    this.#bytes -= this.#recent.get(key)?.byteLength ?? 0;
    this.#recent.delete(key);
  }
}
