import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { GroupCommit } from '../../../local/sqlite/group-commit.ts';
import { openDatabase } from '../../../local/sqlite/open-database.ts';

const FULL = 2;
const NORMAL = 1;

function open() {
  const folder = mkdtempSync(join(tmpdir(), 'group-commit-'));
  const db = openDatabase(join(folder, 'x.db'), 'CREATE TABLE t (v)');
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });
  const group = new GroupCommit(db);
  const write = () => {
    db.prepare('INSERT INTO t VALUES (1)').run();
    return Number(db.prepare('PRAGMA synchronous').get()?.synchronous);
  };
  return { group, write };
}

test('a write is synced unless it says that its loss does no harm', async () => {
  const { group, write } = open();
  expect(await group.run(write)).toBe(FULL);
  expect(await group.runUnsynced(write)).toBe(NORMAL);
  expect(await group.run(write)).toBe(FULL);
});

test('one write of a group that must last makes the whole group last', async () => {
  const { group, write } = open();
  await group.runUnsynced(write);
  expect(await Promise.all([group.runUnsynced(write), group.run(write), group.runUnsynced(write)])).toEqual([
    FULL,
    FULL,
    FULL,
  ]);
  expect(group.commits).toBe(2);
});
