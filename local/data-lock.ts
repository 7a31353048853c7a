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
    for (let waited = 0; ; waited += RETRY_EVERY_MS) {
      const lock = DataLock.#tryTake(folder);
      if (lock !== null) return lock;
      if (waited >= patienceMs) throw locked(folder);
      await wait(RETRY_EVERY_MS);
    }
  }

  static #tryTake(folder: string): DataLock | null {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const db = tryLock(join(folder, 'lock.db'));
      if (db !== null) writeFileSync(pidFile(folder), `${process.pid}\n`);
      return db && new DataLock(db);
    } catch (error) {
      throw unwritable(folder, error);
    }
  }

  release(): void {
    if (this.#db.isOpen) this.#db.close();
  }
}

/** The folder is the user's to mend; what is none of these is a fault of ours. */
function unwritable(folder: string, cause: unknown): unknown {
  const { code, errcode } = cause as { code?: string; errcode?: number };
  const why = reasons.get(code === 'ERR_SQLITE_ERROR' ? (errcode ?? 0) & 0xff : (code ?? ''));
  if (why === undefined) return cause;
  return new DomainError(
    'invalid',
    'data.unwritable',
    `HARBORWATCH_DATA: ${folder} ${why}, or set it to a folder that this user may write to.`,
    { cause, details: [{ field: 'HARBORWATCH_DATA', message: why }] },
  );
}

const noSpace = 'is on a full disk: make room';
const notAllowed = 'cannot be written by this user: change its owner or mode';
/** By the code of the file system, or the primary result code of SQLite (sqlite.org/rescode.html). */
const reasons: ReadonlyMap<string | number, string> = new Map<string | number, string>([
  ['EEXIST', 'is a file and no folder: move it away'],
  ['ENOTDIR', 'is below a file and not below a folder: move that away'],
  ['EACCES', notAllowed],
  ['EPERM', notAllowed],
  ['EROFS', 'is on a file system that is read-only: mount it writable'],
  ['ENOSPC', noSpace],
  ['EDQUOT', noSpace],
  [8, notAllowed],
  [13, noSpace],
  [14, notAllowed],
]);

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
