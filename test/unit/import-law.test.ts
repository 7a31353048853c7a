import { expect, test } from 'vitest';
import { breachesOf } from '../import-law.ts';

test.each([
  ['core/case/a.ts', "import { x } from '../../app/b.ts';", 'core may not import app/b.ts'],
  ['core/case/a.ts', "import { createHash } from 'node:crypto';", 'core may not import node:crypto'],
  ['core/case/a.ts', 'export const at = Date.now();', 'reads the clock'],
  ['core/case/a.ts', 'export async function f() {}', 'is asynchronous'],
  ['app/a.ts', "import type { T } from '../adapters/ses/b.ts';", 'app may not import adapters/ses/b.ts'],
  ['app/a.ts', "export { x } from '../local/b.ts';", 'app may not import local/b.ts'],
  [
    'functions/api/a.ts',
    "import { S3Client } from '@aws-sdk/client-s3';",
    'only adapters import @aws-sdk/client-s3',
  ],
  ['console/src/a.tsx', "const x = await import('../../app/b.ts');", 'console may not import app/b.ts'],
])('%s with %j is a breach', (file, source, breach) => {
  expect(breachesOf(file, source).join()).toContain(breach);
});

test.each([
  ['core/case/a.ts', "import { z } from 'zod';\n// the async world and Date.now() are outside"],
  ['app/a.ts', "import type { Ports } from '../ports/ports.ts';"],
  ['adapters/ses/a.ts', "import { SESClient } from '@aws-sdk/client-ses';"],
])('%s with %j is within the law', (file, source) => {
  expect(breachesOf(file, source)).toEqual([]);
});
