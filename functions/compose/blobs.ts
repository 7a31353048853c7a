import { S3Client } from '@aws-sdk/client-s3';
import type * as z from 'zod/mini';
import { S3BlobStore } from '../../adapters/s3/s3-blob-store.ts';
import type { BlobStore } from '../../ports/blob-store.ts';
import type { bucketEnv } from './env.ts';

export function composeBlobs({ MAIL_BUCKET }: z.infer<typeof bucketEnv>): BlobStore {
  return new S3BlobStore(new S3Client({}), MAIL_BUCKET);
}
