/** Whole objects by key. `get` throws DomainError `blob.missing`. Durable when `put` resolves. */
export interface BlobStore {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  get(key: string): Promise<Uint8Array>;
}
