import { DatabaseSync } from 'node:sqlite';

/**
 * Opens a database whose commits survive a power cut: write-ahead log, fsync at every commit.
 * One process owns it (see data-lock.ts), so it never waits for another writer's lock.
 */
export function openDatabase(file: string, schema: string): DatabaseSync {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  db.exec(schema);
  return db;
}
