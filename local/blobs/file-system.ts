import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';

/** The calls that a BlobFolder makes; a test replaces some to see a disk fail. */
export interface FileSystem {
  readonly mkdir: typeof mkdir;
  readonly open: typeof open;
  readonly readdir: typeof readdir;
  readonly readFile: typeof readFile;
  readonly rename: typeof rename;
  readonly rm: typeof rm;
  readonly stat: typeof stat;
}

export const nodeFileSystem: FileSystem = { mkdir, open, readdir, readFile, rename, rm, stat };
