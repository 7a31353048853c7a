import type { DatabaseSync } from 'node:sqlite';

interface Waiting {
  readonly run: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly survivesPowerCut: boolean;
}

type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: unknown };

/**
 * Runs the writes that wait together in one transaction, so that concurrent clients share one fsync.
 * A promise resolves only after the commit. A write that throws is undone alone; a commit that fails
 * rejects every write of its group.
 */
export class GroupCommit {
  readonly #db: DatabaseSync;
  #waiting: Waiting[] = [];
  #scheduled = false;
  #commits = 0;
  #syncs: boolean | null = null;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** How many transactions were committed so far: shows how well writes are grouped. */
  get commits(): number {
    return this.#commits;
  }

  run<T>(write: () => T): Promise<T> {
    return this.#enqueue(write, true);
  }

  /**
   * For a write whose loss does no harm: a power cut may undo it, though never out of order and never after a
   * later `run`; the end of the process, however it ends, does not. Spares an fsync.
   */
  runUnsynced<T>(write: () => T): Promise<T> {
    return this.#enqueue(write, false);
  }

  #enqueue<T>(write: () => T, survivesPowerCut: boolean): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const entry = {
        run: write,
        resolve: (value: unknown) => resolve(value as T),
        reject,
        survivesPowerCut,
      };
      this.#waiting.push(entry);
      if (this.#scheduled) return;
      this.#scheduled = true;
      // After the poll phase: every request that the sockets brought in this turn is in the group.
      setImmediate(() => this.#flush());
    });
  }

  #flush(): void {
    const group = this.#waiting;
    this.#waiting = [];
    this.#scheduled = false;
    let outcomes: Outcome[];
    try {
      outcomes = this.#commit(group);
    } catch (error) {
      for (const one of group) one.reject(error);
      return;
    }
    for (const [index, one] of group.entries()) {
      const outcome = outcomes[index] as Outcome;
      if (outcome.ok) one.resolve(outcome.value);
      else one.reject(outcome.error);
    }
  }

  #commit(group: readonly Waiting[]): Outcome[] {
    this.#sync(group.some(({ survivesPowerCut }) => survivesPowerCut));
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const outcomes = group.map((one) => this.#attempt(one));
      this.#db.exec('COMMIT');
      this.#commits += 1;
      return outcomes;
    } catch (error) {
      // A full disk makes SQLite roll back by itself: a second ROLLBACK would hide the cause.
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** In WAL mode NORMAL leaves the log to the next sync, and FULL syncs all that is before it (sqlite.org/pragma.html). */
  #sync(wanted: boolean): void {
    if (this.#syncs === wanted) return;
    this.#db.exec(`PRAGMA synchronous = ${wanted ? 'FULL' : 'NORMAL'}`);
    this.#syncs = wanted;
  }

  #attempt(one: Waiting): Outcome {
    this.#db.exec('SAVEPOINT one');
    try {
      const value = one.run();
      this.#db.exec('RELEASE one');
      return { ok: true, value };
    } catch (error) {
      if (!this.#db.isTransaction) throw error;
      this.#db.exec('ROLLBACK TO one; RELEASE one');
      return { ok: false, error };
    }
  }
}
