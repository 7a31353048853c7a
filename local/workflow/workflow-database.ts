import { DatabaseSync } from 'node:sqlite';
import { DomainError } from '../../core/errors.ts';

const SCHEMA_VERSION = 1;
const SCHEMA = `
  CREATE TABLE definitions (hash TEXT PRIMARY KEY, definition TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE executions (
    id TEXT PRIMARY KEY,
    workflow TEXT NOT NULL,
    name TEXT NOT NULL,
    definition TEXT NOT NULL,
    secret TEXT NOT NULL,
    started_by TEXT,
    status TEXT NOT NULL,
    input TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    stopped_at INTEGER,
    output TEXT,
    error TEXT,
    cause TEXT,
    wake_at INTEGER,
    state TEXT,
    UNIQUE (workflow, name)
  );
  CREATE INDEX executions_by_wake ON executions (wake_at) WHERE wake_at IS NOT NULL;
  CREATE INDEX executions_by_start ON executions (workflow, started_at DESC, id DESC);
  CREATE INDEX executions_by_status ON executions (workflow, status, started_at DESC, id DESC);
  CREATE INDEX executions_by_stop ON executions (stopped_at) WHERE stopped_at IS NOT NULL;
  CREATE TABLE tasks (id TEXT PRIMARY KEY, execution_id TEXT NOT NULL, effect TEXT) WITHOUT ROWID;
  CREATE INDEX tasks_by_execution ON tasks (execution_id);
  CREATE TABLE history (
    execution_id TEXT NOT NULL, id INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (execution_id, id)
  ) WITHOUT ROWID;
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** The caller owns the file: a second process that opens it is told so, instead of paging everyone twice. */
export function openWorkflowDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (version !== 0 && version !== SCHEMA_VERSION) {
      throw new DomainError(
        'invalid',
        'workflow.database-version',
        `${path}: written by another version (schema ${version}, this one reads ${SCHEMA_VERSION}); run the version that wrote it`,
      );
    }
    // The write takes the exclusive lock now, so that a second process fails at start and not at its first use.
    const opening = version === 0 ? SCHEMA : `PRAGMA user_version = ${SCHEMA_VERSION};`;
    database.exec(`BEGIN IMMEDIATE; ${opening} COMMIT;`);
    return database;
  } catch (cause) {
    database.close();
    if (cause instanceof Error && /database is locked/.test(cause.message)) {
      throw new DomainError(
        'conflict',
        'workflow.database-in-use',
        `${path}: another running process holds the workflow database; stop it first`,
        { cause },
      );
    }
    throw cause;
  }
}
