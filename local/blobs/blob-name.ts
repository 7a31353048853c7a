import { createHash } from 'node:crypto';

/** Longest file name of the common file systems, in bytes, with room for a suffix. */
const MAX_NAME_BYTES = 200;
// No percent-encoded byte reads like these.
const EMPTY = '%_';
const ROOT = '%-';

export interface BlobName {
  readonly folder: string;
  readonly file: string;
  /** False where the name is a hash: the key is then kept in the blob's sidecar. */
  readonly reversible: boolean;
}

/**
 * Where a key's blob lies. The part up to the last slash names one folder, the rest one file; every byte
 * but letters, digits, `_`, `-` and inner dots is percent-encoded, so that no key leaves the folder, hides
 * or meets another key.
 */
export function toBlobName(key: string): BlobName {
  const slash = key.lastIndexOf('/');
  const folder = slash === -1 ? { name: ROOT, reversible: true } : encode(key.slice(0, slash));
  const file = encode(key.slice(slash + 1));
  return { folder: folder.name, file: file.name, reversible: folder.reversible && file.reversible };
}

/** The key of a reversible name. */
export function toKey(folder: string, file: string): string {
  return folder === ROOT ? decode(file) : `${decode(folder)}/${decode(file)}`;
}

/** False where no key with the prefix can lie in the folder. */
export function mayHold(folder: string, prefix: string): boolean {
  if (folder === ROOT || folder.startsWith('~')) return true;
  const start = `${decode(folder)}/`;
  return start.startsWith(prefix) || prefix.startsWith(start);
}

function encode(part: string): { name: string; reversible: boolean } {
  if (part === '') return { name: EMPTY, reversible: true };
  let name = '';
  for (const byte of Buffer.from(part, 'utf8')) {
    const char = String.fromCharCode(byte);
    const plain = /[\w-]/.test(char) || (char === '.' && name !== '');
    name += plain ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  if (name.length <= MAX_NAME_BYTES) return { name, reversible: true };
  return { name: `~${createHash('sha256').update(part).digest('hex')}`, reversible: false };
}

function decode(name: string): string {
  return name === EMPTY ? '' : decodeURIComponent(name);
}
