import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { consoleDist } from './console-dist.ts';

const budgetBytes = 300_000;

test('the first load of the console is under 300 KB of gzip', () => {
  const dist = consoleDist();
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file ?? '');
  expect(files.some((file) => file.endsWith('.js'))).toBe(true);
  expect(files.some((file) => file.endsWith('.css'))).toBe(true);
  const sizes = files.map((file) => gzipSync(readFileSync(join(dist, file))).length);
  const sum = sizes.reduce((total, size) => total + size, gzipSync(page).length);
  expect(sum).toBeLessThan(budgetBytes);
});

test('no validator is in the first load: it would try to make code from text, which our policy forbids', () => {
  const dist = consoleDist();
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const script = /src="\/(assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
  expect(readFileSync(join(dist, script), 'utf8')).not.toMatch(/ZodType|invalid_union/);
});
