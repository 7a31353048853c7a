import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { S3BlobStore } from '../../../adapters/s3/s3-blob-store.ts';
import { requireAccessKey } from '../../../local/aws/access-key-guard.ts';
import { createS3Endpoint } from '../../../local/aws/s3-endpoint.ts';
import { BlobFolder } from '../../../local/blobs/blob-folder.ts';
import { serve, silent, temporaryFolder } from './loopback.ts';

async function openS3(maxObjectBytes?: number) {
  const folder = join(temporaryFolder(), 'blobs');
  const blobs = new BlobFolder(folder);
  await blobs.open();
  const endpoint = createS3Endpoint({
    buckets: new Map([['desk', blobs]]),
    log: silent,
    ...(maxObjectBytes === undefined ? {} : { maxObjectBytes }),
  });
  const served = await serve(endpoint);
  const s3 = new S3Client({ ...served.client, forcePathStyle: true });
  return { s3, blobs, folder, ...served };
}

const Bucket = 'desk';

describe('the S3 endpoint, by the real client', () => {
  test('stores and returns bytes, type, ETag and time', async () => {
    const { s3 } = await openS3();
    const Body = Buffer.from([0, 1, 2, 255, 13, 10, 0]);
    const put = await s3.send(
      new PutObjectCommand({ Bucket, Key: 'raw/a.eml', Body, ContentType: 'text/x-mail' }),
    );
    expect(put.ETag).toBe(`"${createHash('md5').update(Body).digest('hex')}"`);
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'raw/a.eml' }));
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toEqual(Body);
    expect(got).toMatchObject({ ContentType: 'text/x-mail', ETag: put.ETag, ContentLength: 7 });
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'raw/a.eml' }));
    expect(head).toMatchObject({ ContentType: 'text/x-mail', ETag: put.ETag, ContentLength: 7 });
    expect(head.LastModified?.getFullYear()).toBeGreaterThan(2020);
  });

  test('decodes a stream sent in aws-chunks with a trailing CRC32', async () => {
    const { s3 } = await openS3();
    const bytes = Buffer.alloc(700_000, 'harbor\r\n');
    const Body = Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)]);
    await s3.send(new PutObjectCommand({ Bucket, Key: 'big', Body, ContentLength: bytes.length }));
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'big' }));
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(bytes)).toBe(true);
  });

  test.each([
    'raw/2026/a.eml',
    '../../etc/passwd',
    '/absolute',
    'a//b',
    'ends/',
    'with space+plus%25',
    'ünïcödé/😀',
    '.hidden',
    'x'.repeat(1_024),
    'a\u0001b',
    '~tilde',
    'con:*?"<>|\\',
  ])('keeps the key %j apart from every other, inside its folder', async (Key) => {
    const { s3, folder } = await openS3();
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: `this is ${Key}` }));
    await s3.send(new PutObjectCommand({ Bucket, Key: 'another', Body: 'another' }));
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(await got.Body?.transformToString()).toBe(`this is ${Key}`);
    const listed = await s3.send(new ListObjectsV2Command({ Bucket, EncodingType: 'url' }));
    expect(listed.Contents?.map((object) => decodeURIComponent(object.Key ?? '')).sort()).toEqual(
      [Key, 'another'].sort(),
    );
    expect(readdirSync(dirname(folder))).toEqual(['blobs']);
    await s3.send(new DeleteObjectCommand({ Bucket, Key }));
    await expect(s3.send(new GetObjectCommand({ Bucket, Key }))).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test('takes a body of several megabytes, for which the client first asks to go on', async () => {
    const { s3 } = await openS3();
    const Body = Buffer.alloc(5 * 1024 * 1024, 'harbor');
    const { ETag } = await s3.send(new PutObjectCommand({ Bucket, Key: 'large', Body }));
    expect(ETag).toBe(`"${createHash('md5').update(Body).digest('hex')}"`);
  });

  test('serves ranges', async () => {
    const { s3 } = await openS3();
    await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: '0123456789' }));
    const get = async (Range: string) => {
      const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'k', Range }));
      return [await got.Body?.transformToString(), got.ContentRange];
    };
    expect(await get('bytes=2-4')).toEqual(['234', 'bytes 2-4/10']);
    expect(await get('bytes=7-')).toEqual(['789', 'bytes 7-9/10']);
    expect(await get('bytes=-3')).toEqual(['789', 'bytes 7-9/10']);
    expect(await get('bytes=8-100')).toEqual(['89', 'bytes 8-9/10']);
    expect(await get('lines=1-2')).toEqual(['0123456789', undefined]);
    await expect(get('bytes=10-')).rejects.toMatchObject({
      name: 'InvalidRange',
      $metadata: { httpStatusCode: 416 },
    });
  });

  test('lists in pages, by prefix and up to a delimiter', async () => {
    const { s3 } = await openS3();
    for (const Key of ['raw/b', 'raw/a', 'raw/sub/1', 'raw/sub/2', 'other', 'raw/ä'])
      await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
    const keys: string[] = [];
    let pages = 0;
    for await (const page of paginateListObjectsV2({ client: s3, pageSize: 2 }, { Bucket, Prefix: 'raw/' })) {
      pages += 1;
      keys.push(...(page.Contents ?? []).map(({ Key }) => Key ?? ''));
    }
    expect([keys, pages]).toEqual([['raw/a', 'raw/b', 'raw/sub/1', 'raw/sub/2', 'raw/ä'], 3]);
    const top = await s3.send(
      new ListObjectsV2Command({ Bucket, Prefix: 'raw/', Delimiter: '/', StartAfter: 'raw/a' }),
    );
    expect(top.Contents?.map(({ Key, Size }) => [Key, Size])).toEqual([
      ['raw/b', 5],
      ['raw/ä', 6],
    ]);
    expect(top).toMatchObject({ CommonPrefixes: [{ Prefix: 'raw/sub/' }], KeyCount: 3, IsTruncated: false });
    await expect(
      s3.send(new ListObjectsV2Command({ Bucket, ContinuationToken: 'rubbish' })),
    ).rejects.toMatchObject({
      name: 'InvalidArgument',
    });
  });

  test('names its errors as S3 does', async () => {
    const { s3 } = await openS3(10);
    const Key = 'k';
    await expect(s3.send(new GetObjectCommand({ Bucket, Key }))).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(s3.send(new HeadObjectCommand({ Bucket, Key }))).rejects.toMatchObject({ name: 'NotFound' });
    await expect(s3.send(new GetObjectCommand({ Bucket: 'nope', Key }))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
    await expect(s3.send(new PutObjectCommand({ Bucket, Key, Body: 'more than ten' }))).rejects.toMatchObject(
      {
        name: 'EntityTooLarge',
        $metadata: { httpStatusCode: 400 },
      },
    );
    await expect(
      s3.send(new PutObjectCommand({ Bucket, Key: 'x'.repeat(1_025), Body: 'x' })),
    ).rejects.toMatchObject({
      name: 'KeyTooLongError',
    });
    await expect(
      s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x', IfNoneMatch: '*' })),
    ).rejects.toMatchObject({
      name: 'NotImplemented',
    });
    await expect(s3.send(new DeleteObjectCommand({ Bucket, Key }))).resolves.toBeDefined();
  });

  test('refuses bytes that do not match their checksum, and keeps none of them', async () => {
    const { s3, blobs } = await openS3();
    const put = new PutObjectCommand({ Bucket, Key: 'k', Body: 'hello', ChecksumCRC32: 'AAAAAA==' });
    await expect(s3.send(put)).rejects.toMatchObject({ name: 'BadDigest' });
    expect(await blobs.keys()).toEqual([]);
  });

  test('refuses a body that ends within a chunk', async () => {
    const { port, blobs } = await openS3();
    const body = '5\r\nhel';
    const reply = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('data', (data) => {
        resolve(data.toString());
        socket.destroy();
      });
      socket.write(
        'PUT /aws/service/desk/k HTTP/1.1\r\nHost: x\r\nContent-Encoding: aws-chunked\r\n' +
          `X-Amz-Decoded-Content-Length: 5\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
    });
    expect(reply).toMatch(/^HTTP\/1\.1 400[\s\S]*<Code>IncompleteBody<\/Code>/);
    expect(await blobs.keys()).toEqual([]);
  });

  test('lets nobody in who does not know the access key', async () => {
    const { blobs } = await openS3();
    const endpoint = createS3Endpoint({ buckets: new Map([[Bucket, blobs]]), log: silent });
    const { client } = await serve(requireAccessKey('local-key', endpoint));
    await new S3Client({ ...client, forcePathStyle: true }).send(
      new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }),
    );
    const stranger = { accessKeyId: 'stranger', secretAccessKey: 'x' };
    const s3 = new S3Client({ ...client, credentials: stranger, forcePathStyle: true });
    await expect(s3.send(new GetObjectCommand({ Bucket, Key: 'k' }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
  });
});

describe('the S3 blob store over the endpoint', () => {
  test('returns what was put and names what is missing', async () => {
    const { s3 } = await openS3();
    const store = new S3BlobStore(s3, Bucket);
    await store.put('cases/1/body.txt', Buffer.from('text'), 'text/plain; charset=utf-8');
    expect(Buffer.from(await store.get('cases/1/body.txt')).toString()).toBe('text');
    await store.put('empty', new Uint8Array(), 'text/plain');
    expect(await store.get('empty')).toHaveLength(0);
    await expect(store.get('cases/2')).rejects.toMatchObject({ kind: 'missing', code: 'blob.missing' });
  });
});
