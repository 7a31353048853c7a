import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { DomainError } from '../core/errors.ts';

const RETRY_EVERY_MS = 100;
/** SQLITE_BUSY: sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;

/**
 * One process per data folder. The lock is an open exclusive transaction on an otherwise empty SQLite file:
 * the kernel drops it with the process, however that ends, so it is never stale.
 */
export class DataLock {
  readonly #db: DatabaseSync;

  private constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Waits up to `patienceMs` for a former process that is ending; then `data.locked` names the holder. */
  static async take(folder: string, patienceMs = 3_000): Promise<DataLock> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (let waited = 0; ; waited += RETRY_EVERY_MS) {
      const db = tryLock(join(folder, 'lock.db'));
      if (db !== null) {
        writeFileSync(pidFile(folder), `${process.pid}\n`);
        return new DataLock(db);
      }
      if (waited >= patienceMs) throw locked(folder);
      await wait(RETRY_EVERY_MS);
    }
  }

  release(): void {
    if (this.#db.isOpen) this.#db.close();
  }
}

function tryLock(file: string): DatabaseSync | null {
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return null;
    throw error;
  }
}

function pidFile(folder: string): string {
  return join(folder, 'lock.pid');
}

function locked(folder: string): DomainError {
  const pid = readPid(folder);
  return new DomainError(
    'conflict',
    'data.locked',
    `Harborwatch is already running on ${folder}${pid}; stop it or set HARBORWATCH_DATA to another folder.`,
  );
}

function readPid(folder: string): string {
  try {
    return ` (process ${readFileSync(pidFile(folder), 'utf8').trim()})`;
  } catch (error) {
    // The holder has the lock but has not yet written who it is.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
