import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { BlobFolder } from '../../../local/blobs/blob-folder.ts';
import { toBlobName, toKey } from '../../../local/blobs/blob-name.ts';
import { type FileSystem, nodeFileSystem } from '../../../local/blobs/file-system.ts';

async function openBlobs(files: Partial<FileSystem> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'harborwatch-blobs-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const blobs = new BlobFolder(root, { ...nodeFileSystem, ...files });
  await blobs.open();
  return { root, blobs };
}

const keys = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }).filter((key) => key.isWellFormed());

test('no key leaves its folder or hides, and every reversible name leads back to its key', () => {
  fc.assert(
    fc.property(keys, (key) => {
      const { folder, file, reversible } = toBlobName(key);
      for (const name of [folder, file]) {
        expect(name).toMatch(/^[\w~%-][\w~%.-]*$/);
        expect(name.length).toBeLessThanOrEqual(200);
      }
      if (reversible) expect(toKey(folder, file)).toBe(key);
    }),
  );
});

test('no two keys share a name', () => {
  fc.assert(
    fc.property(keys, keys, (one, other) => {
      fc.pre(one !== other);
      const names = [toBlobName(one), toBlobName(other)].map(({ folder, file }) => `${folder}/${file}`);
      expect(names[0]).not.toBe(names[1]);
    }),
  );
});

test('replaces a blob whole, with its type', async () => {
  const { blobs, root } = await openBlobs();
  await blobs.put('a/b', Buffer.from('one'), 'text/plain');
  await blobs.put('a/b', Buffer.from('two!'));
  expect((await blobs.read('a/b'))?.toString()).toBe('two!');
  expect(await blobs.stat('a/b')).toMatchObject({ size: 4, contentType: 'application/octet-stream' });
  await blobs.put('a/b', Buffer.from('three'), 'text/html');
  const again = new BlobFolder(root);
  await again.open();
  expect(await again.stat('a/b')).toMatchObject({ size: 5, contentType: 'text/html' });
  await again.delete('a/b');
  expect(await again.stat('a/b')).toBeNull();
  expect(readdirSync(join(root, '.meta'))).toEqual([]);
});

test('clears what a killed process had half written', async () => {
  const { root } = await openBlobs();
  mkdirSync(join(root, '.tmp'), { recursive: true });
  writeFileSync(join(root, '.tmp', 'half'), 'x');
  await new BlobFolder(root).open();
  expect(readdirSync(join(root, '.tmp'))).toEqual([]);
});

test('keeps the old bytes when the new ones cannot be written', async () => {
  let broken = false;
  const { blobs, root } = await openBlobs({
    open: async (...args: Parameters<typeof open>) => {
      const handle = await open(...args);
      if (broken && args[1] === 'wx') handle.sync = () => Promise.reject(new Error('EIO'));
      return handle;
    },
  });
  await blobs.put('k', Buffer.from('old'));
  broken = true;
  await expect(blobs.put('k', Buffer.from('new'))).rejects.toThrow('EIO');
  expect((await blobs.read('k'))?.toString()).toBe('old');
  expect(readdirSync(join(root, '.tmp'))).toEqual([]);
});

test('syncs a folder after each rename, once for those that wait together', async () => {
  let syncs = 0;
  const { blobs } = await openBlobs({
    open: async (...args: Parameters<typeof open>) => {
      const handle = await open(...args);
      const sync = handle.sync.bind(handle);
      if (args[1] === 'r') {
        handle.sync = () => {
          syncs += 1;
          return sync();
        };
      }
      return handle;
    },
  });
  await blobs.put('raw/0', Buffer.from('x'));
  syncs = 0;
  await blobs.put('raw/1', Buffer.from('x'));
  expect(syncs).toBe(1);
  await Promise.all(Array.from({ length: 32 }, (_, index) => blobs.put(`raw/${index}`, Buffer.from('x'))));
  expect(syncs).toBeLessThan(32);
});
