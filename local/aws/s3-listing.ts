import type { BlobFolder } from '../blobs/blob-folder.ts';
import { S3Error } from './s3-error.ts';
import { document, element } from './xml.ts';

const S3_XMLNS = 'http://s3.amazonaws.com/doc/2006-03-01/';
const MAX_KEYS = 1_000;

/** ListObjectsV2: docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export async function listObjects(
  bucket: string,
  blobs: BlobFolder,
  query: URLSearchParams,
): Promise<string> {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const limit = readMaxKeys(query.get('max-keys'));
  const token = query.get('continuation-token');
  const after = token === null ? (query.get('start-after') ?? '') : readToken(token);
  const write = query.get('encoding-type') === 'url' ? encodeURIComponent : (text: string) => text;

  const entries = group(await blobs.keys(prefix), prefix, delimiter).filter((entry) =>
    isAfter(entry.name, after),
  );
  const page = entries.slice(0, limit);
  const truncated = entries.length > page.length;
  const last = page.at(-1);

  let content =
    element('Name', bucket) +
    element('Prefix', write(prefix)) +
    (delimiter === '' ? '' : element('Delimiter', write(delimiter))) +
    element('MaxKeys', limit) +
    element('KeyCount', page.length) +
    element('IsTruncated', truncated) +
    (query.has('encoding-type') ? element('EncodingType', 'url') : '') +
    (token === null ? '' : element('ContinuationToken', token)) +
    (query.has('start-after') ? element('StartAfter', write(query.get('start-after') ?? '')) : '') +
    (truncated && last !== undefined ? element('NextContinuationToken', toToken(last.name)) : '');
  for (const entry of page) {
    if (entry.common) content += `<CommonPrefixes>${element('Prefix', write(entry.name))}</CommonPrefixes>`;
    else content += await describe(blobs, entry.name, write);
  }
  return document('ListBucketResult', S3_XMLNS, content);
}

async function describe(blobs: BlobFolder, key: string, write: (text: string) => string): Promise<string> {
  const blob = await blobs.stat(key);
  // Deleted since it was listed: S3 may still show such a key, or not.
  if (blob === null) return '';
  const fields =
    element('Key', write(key)) +
    element('LastModified', new Date(blob.modifiedAt).toISOString()) +
    element('ETag', `"${blob.md5}"`) +
    element('Size', blob.size) +
    element('StorageClass', 'STANDARD');
  return `<Contents>${fields}</Contents>`;
}

interface Entry {
  readonly name: string;
  readonly common: boolean;
}

/** Keys that share a prefix up to the first delimiter after `prefix` become one entry. */
function group(keys: readonly string[], prefix: string, delimiter: string): Entry[] {
  const entries: Entry[] = [];
  for (const key of keys) {
    const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const entry =
      cut === -1
        ? { name: key, common: false }
        : { name: key.slice(0, cut + delimiter.length), common: true };
    if (!entry.common || entries.at(-1)?.name !== entry.name) entries.push(entry);
  }
  return entries;
}

function isAfter(name: string, after: string): boolean {
  return after === '' || Buffer.compare(Buffer.from(name), Buffer.from(after)) > 0;
}

function readMaxKeys(text: string | null): number {
  if (text === null) return MAX_KEYS;
  if (!/^\d+$/.test(text))
    throw new S3Error('InvalidArgument', { ArgumentName: 'max-keys', ArgumentValue: text });
  return Math.min(Number(text), MAX_KEYS);
}

function toToken(name: string): string {
  return Buffer.from(`1${name}`).toString('base64url');
}

function readToken(token: string): string {
  const text = Buffer.from(token, 'base64url').toString();
  if (!text.startsWith('1') || toToken(text.slice(1)) !== token)
    throw new S3Error('InvalidArgument', { ArgumentName: 'continuation-token', ArgumentValue: token });
  return text.slice(1);
}
