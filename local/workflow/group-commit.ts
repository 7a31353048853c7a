import type { DatabaseSync } from 'node:sqlite';

interface Waiting {
  work: () => unknown;
  resolve: (value: never) => void;
  reject: (reason: unknown) => void;
}

/**
 * One fsync for all the units of work that wait at the same moment. Each unit is atomic by itself, and its
 * promise resolves only when it is on disk.
 */
export class GroupCommit {
  readonly #database: DatabaseSync;
  #waiting: Waiting[] = [];

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  run<Result>(work: () => Result): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#flush());
      this.#waiting.push({ work, resolve, reject });
    });
  }

  #flush(): void {
    const group = this.#waiting;
    this.#waiting = [];
    let settle: (() => void)[];
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      settle = group.map((unit) => this.#runUnit(unit));
      this.#database.exec('COMMIT');
    } catch (reason) {
      if (this.#database.isOpen && this.#database.isTransaction) this.#database.exec('ROLLBACK');
      settle = group.map((unit) => () => unit.reject(reason));
    }
    for (const tell of settle) tell();
  }

  #runUnit({ work, resolve, reject }: Waiting): () => void {
    this.#database.exec('SAVEPOINT unit');
    try {
      const result = work();
      this.#database.exec('RELEASE unit');
      return () => resolve(result as never);
    } catch (reason) {
      // A full disk ends the whole transaction by itself: then there is no savepoint, and the group fails.
      if (!this.#database.isTransaction) throw reason;
      this.#database.exec('ROLLBACK TO unit; RELEASE unit');
      return () => reject(reason);
    }
  }
}
