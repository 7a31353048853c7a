import { appendFile, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

const mostBytes = 10 * 1024 * 1024;

/**
 * The events of one machine's bus, one JSON object a line, for people and programs that follow the file. Beyond
 * 10 MB it begins anew and the one before it is kept beside it, so that `tail -F` misses nothing.
 */
export class EventFile {
  readonly path: string;
  readonly #oldPath: string;
  readonly #mostBytes: number;
  #bytes: number;
  /** Appends take turns: a rotation must not come between a look at the size and the write. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, bytes: number, most: number) {
    this.path = join(folder, 'events.jsonl');
    this.#oldPath = join(folder, 'events.old.jsonl');
    this.#bytes = bytes;
    this.#mostBytes = most;
  }

  static async open(folder: string, most: number = mostBytes): Promise<EventFile> {
    const file = new EventFile(folder, 0, most);
    file.#bytes = await endedLines(file.path);
    return file;
  }

  /** Resolves when all of them are in the file. */
  append(events: readonly object[]): Promise<void> {
    const turn = this.#last.then(() => this.#append(events));
    // Whoever comes next has its own fate; this one's is told to its caller.
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #append(events: readonly object[]): Promise<void> {
    const text = events.map((event) => `${JSON.stringify(event)}\n`).join('');
    const bytes = Buffer.byteLength(text);
    if (this.#bytes > 0 && this.#bytes + bytes > this.#mostBytes) {
      await rename(this.path, this.#oldPath);
      this.#bytes = 0;
    }
    // Names of staff and the standing of cases: nobody else's business on this machine.
    await appendFile(this.path, text, { mode: 0o600 });
    this.#bytes += bytes;
  }
}

/** How long the file is; a line that a crash cut off is ended first, so that the next one stands by itself. */
async function endedLines(path: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (found === null || found.size === 0) return 0;
  const file = await open(path, 'r+');
  try {
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, found.size - 1);
    if (buffer.toString('latin1') === '\n') return found.size;
    await file.write('\n', found.size);
    return found.size + 1;
  } finally {
    await file.close();
  }
}
