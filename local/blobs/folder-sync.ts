import type { FileSystem } from './file-system.ts';

/** Makes renames durable: fsyncs a folder, once for all the callers that ask while a sync is under way. */
export class FolderSync {
  readonly #files: FileSystem;
  readonly #running = new Map<string, Promise<void>>();
  readonly #next = new Map<string, Promise<void>>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  sync(folder: string): Promise<void> {
    const running = this.#running.get(folder);
    if (running === undefined) return this.#start(folder);
    const next = this.#next.get(folder);
    if (next !== undefined) return next;
    // The sync under way may have begun before the caller's rename: share the one after it.
    const after = running
      .catch(() => undefined)
      .then(() => {
        this.#next.delete(folder);
        return this.#start(folder);
      });
    this.#next.set(folder, after);
    return after;
  }

  #start(folder: string): Promise<void> {
    const run = this.#fsync(folder).finally(() => {
      if (this.#running.get(folder) === run) this.#running.delete(folder);
    });
    this.#running.set(folder, run);
    return run;
  }

  async #fsync(folder: string): Promise<void> {
    const handle = await this.#files.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}
