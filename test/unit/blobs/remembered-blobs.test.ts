import { beforeEach, expect, test } from 'vitest';
import { RememberedBlobs } from '../../../local/remembered-blobs.ts';

let fetched: string[];
let blobs: RememberedBlobs;
beforeEach(() => {
  fetched = [];
  blobs = new RememberedBlobs({
    put: async () => undefined,
    get: async (key) => {
      fetched.push(key);
      return Buffer.from(`stored ${key}`);
    },
  });
});

const text = async (key: string) => Buffer.from(await blobs.get(key)).toString();

test('what was just stored is given out once without a fetch, then fetched', async () => {
  blobs.remember('a', Buffer.from('stored a'));
  expect([await text('a'), await text('a')]).toEqual(['stored a', 'stored a']);
  expect(fetched).toEqual(['a']);
});

test('it remembers 16 MB: the oldest are fetched, and what is larger is never kept', async () => {
  const mib = 1024 * 1024;
  for (let n = 0; n < 20; n++) blobs.remember(`m${n}`, new Uint8Array(mib));
  blobs.remember('huge', new Uint8Array(17 * mib));
  for (const key of ['m0', 'm3', 'm4', 'm19', 'huge']) await blobs.get(key);
  expect(fetched).toEqual(['m0', 'm3', 'huge']);
});

test('what was given out makes room', async () => {
  const half = 8 * 1024 * 1024;
  for (const key of ['a', 'b']) blobs.remember(key, new Uint8Array(half));
  await blobs.get('a');
  blobs.remember('c', new Uint8Array(half));
  blobs.remember('c', new Uint8Array(half));
  await Promise.all(['b', 'c'].map((key) => blobs.get(key)));
  expect(fetched).toEqual([]);
});
