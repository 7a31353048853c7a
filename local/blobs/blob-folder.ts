import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type BlobName, mayHold, toBlobName, toKey } from './blob-name.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { FolderSync } from './folder-sync.ts';

export interface BlobStat {
  readonly key: string;
  readonly size: number;
  /** Lower-case hex MD5 of the bytes. */
  readonly md5: string;
  readonly contentType: string;
  /** Epoch ms. */
  readonly modifiedAt: number;
}

interface Sidecar {
  readonly key: string;
  readonly contentType: string;
}

const WRITE_BUFFER_BYTES = 256 * 1024;
const TEMPORARY = '.tmp';
const SIDECARS = '.meta';
const typeByExtension: Readonly<Record<string, string>> = {
  eml: 'message/rfc822',
  json: 'application/json',
  txt: 'text/plain',
};

function sidecarName(folder: string, file: string): string {
  return `${createHash('sha256').update(`${folder}/${file}`).digest('hex')}.json`;
}

/** The type that needs no sidecar. */
function usualType(key: string): string {
  return typeByExtension[key.slice(key.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/**
 * Blobs as plain files below one folder. A `put` that resolves survives a power cut; one that rejects has
 * left nothing behind. Readers see the old bytes or the new ones, never a mixture.
 */
export class BlobFolder {
  readonly #root: string;
  readonly #files: FileSystem;
  readonly #folders: FolderSync;
  readonly #made = new Set<string>();
  readonly #sidecars = new Set<string>();
  readonly #md5 = new Map<string, { size: number; mtimeMs: number; md5: string }>();

  constructor(root: string, files: FileSystem = nodeFileSystem) {
    this.#root = root;
    this.#files = files;
    this.#folders = new FolderSync(files);
  }

  /** Creates the folder and clears what a killed process had half written. Call once, before any `put`. */
  async open(): Promise<void> {
    await this.#files.rm(join(this.#root, TEMPORARY), { recursive: true, force: true });
    for (const folder of [TEMPORARY, SIDECARS]) await this.#make(join(this.#root, folder));
    for (const file of await this.#files.readdir(join(this.#root, SIDECARS))) this.#sidecars.add(file);
  }

  async put(
    key: string,
    content: Uint8Array | AsyncIterable<Uint8Array>,
    contentType: string = usualType(key),
  ): Promise<{ size: number; md5: string }> {
    const name = toBlobName(key);
    const folder = join(this.#root, name.folder);
    const temporary = join(this.#root, TEMPORARY, randomUUID());
    try {
      await this.#make(folder);
      const written = await this.#write(temporary, content);
      await this.#describe(key, contentType, name);
      await this.#files.rename(temporary, join(folder, name.file));
      await this.#folders.sync(folder);
      return written;
    } catch (error) {
      await this.#files.rm(temporary, { force: true });
      throw error;
    }
  }

  /** Null when there is no such blob. */
  async stat(key: string): Promise<BlobStat | null> {
    const { folder, file } = toBlobName(key);
    const path = join(this.#root, folder, file);
    try {
      const { size, mtimeMs } = await this.#files.stat(path);
      const [md5, sidecar] = await Promise.all([
        this.#digest(path, size, mtimeMs),
        this.#sidecar(folder, file),
      ]);
      return { key, size, md5, contentType: sidecar?.contentType ?? usualType(key), modifiedAt: mtimeMs };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** The bytes from `start` to `end`, both inclusive; null when there is no such blob. */
  async read(key: string, range?: { start: number; end: number }): Promise<Buffer | null> {
    try {
      const bytes = await this.#files.readFile(this.#path(key));
      return range === undefined ? bytes : bytes.subarray(range.start, range.end + 1);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    const { folder, file } = toBlobName(key);
    const path = join(this.#root, folder, file);
    try {
      await this.#files.rm(path);
      await this.#removeSidecar(sidecarName(folder, file));
      await this.#folders.sync(join(this.#root, folder));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  /** All keys that start with `prefix`, in the order of their UTF-8 bytes. */
  async keys(prefix = ''): Promise<string[]> {
    const found: string[] = [];
    for (const folder of await this.#files.readdir(this.#root, { withFileTypes: true })) {
      if (!folder.isDirectory() || folder.name.startsWith('.') || !mayHold(folder.name, prefix)) continue;
      for (const file of await this.#files.readdir(join(this.#root, folder.name))) {
        const key = await this.#keyOf(folder.name, file);
        if (key?.startsWith(prefix) === true) found.push(key);
      }
    }
    return found.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  }

  #path(key: string): string {
    const name = toBlobName(key);
    return join(this.#root, name.folder, name.file);
  }

  async #keyOf(folder: string, file: string): Promise<string | null> {
    if (!folder.startsWith('~') && !file.startsWith('~')) return toKey(folder, file);
    return (await this.#sidecar(folder, file))?.key ?? null;
  }

  async #write(
    path: string,
    content: Uint8Array | AsyncIterable<Uint8Array>,
  ): Promise<{ size: number; md5: string }> {
    const hash = createHash('md5');
    let size = 0;
    const handle = await this.#files.open(path, 'wx');
    try {
      for await (const chunk of inBuffers(content)) {
        hash.update(chunk);
        size += chunk.byteLength;
        await handle.writeFile(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { size, md5: hash.digest('hex') };
  }

  /** Written before the blob is in place, so that a blob is never found without its description. */
  async #describe(key: string, contentType: string, name: BlobName): Promise<void> {
    const id = sidecarName(name.folder, name.file);
    if (name.reversible && contentType === usualType(key)) return this.#removeSidecar(id);
    const temporary = join(this.#root, TEMPORARY, randomUUID());
    const sidecar: Sidecar = { key, contentType };
    await this.#write(temporary, Buffer.from(JSON.stringify(sidecar)));
    await this.#files.rename(temporary, join(this.#root, SIDECARS, id));
    await this.#folders.sync(join(this.#root, SIDECARS));
    this.#sidecars.add(id);
  }

  async #removeSidecar(id: string): Promise<void> {
    if (!this.#sidecars.delete(id)) return;
    await this.#files.rm(join(this.#root, SIDECARS, id), { force: true });
  }

  async #sidecar(folder: string, file: string): Promise<Sidecar | null> {
    const id = sidecarName(folder, file);
    if (!this.#sidecars.has(id)) return null;
    return JSON.parse(await this.#files.readFile(join(this.#root, SIDECARS, id), 'utf8')) as Sidecar;
  }

  async #digest(path: string, size: number, mtimeMs: number): Promise<string> {
    const known = this.#md5.get(path);
    if (known?.size === size && known.mtimeMs === mtimeMs) return known.md5;
    const md5 = createHash('md5')
      .update(await this.#files.readFile(path))
      .digest('hex');
    if (this.#md5.size >= 10_000) this.#md5.clear();
    this.#md5.set(path, { size, mtimeMs, md5 });
    return md5;
  }

  async #make(folder: string): Promise<void> {
    if (this.#made.has(folder)) return;
    await this.#files.mkdir(folder, { recursive: true });
    await this.#folders.sync(this.#root);
    this.#made.add(folder);
  }
}

/** Small chunks are joined, so that a small blob costs one write. */
async function* inBuffers(content: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) {
    yield content;
    return;
  }
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    waiting.push(chunk);
    bytes += chunk.byteLength;
    if (bytes < WRITE_BUFFER_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  yield Buffer.concat(waiting);
}
