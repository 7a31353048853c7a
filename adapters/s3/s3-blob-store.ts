import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { DomainError } from '../../core/errors.ts';
import type { BlobStore } from '../../ports/blob-store.ts';

/** Names of S3 errors that mean that there is nothing under a key. */
const MISSING = new Set(['NoSuchKey', 'NotFound']);

export class S3BlobStore implements BlobStore {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  async put(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    try {
      await this.#s3.send(
        new PutObjectCommand({ Bucket: this.#bucket, Key: key, Body: bytes, ContentType: contentType }),
      );
    } catch (error) {
      throw unavailable('could not be stored', key, error);
    }
  }

  async get(key: string): Promise<Uint8Array> {
    try {
      const { Body } = await this.#s3.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      if (error instanceof Error && MISSING.has(error.name))
        throw new DomainError('missing', 'blob.missing', `There is no blob under the key "${key}".`, {
          cause: error,
        });
      throw unavailable('could not be read', key, error);
    }
  }
}

function unavailable(what: string, key: string, cause: unknown): DomainError {
  return new DomainError('unavailable', 'blob.unavailable', `The blob "${key}" ${what}: try again.`, {
    cause,
  });
}
