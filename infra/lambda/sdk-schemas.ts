import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import { withLiteralKeys } from './literal-keys.ts';
import { withoutPlainErrors } from './plain-errors.ts';

/** The generated schemas of the SDK's clients, with nothing in them that keeps what we never call. */
export const sdkSchemas: Plugin = {
  name: 'sdk-schemas',
  setup(build) {
    build.onLoad({ filter: /@aws-sdk[/\\].*[/\\]schemas[/\\]schemas_\d+\.js$/ }, async ({ path }) => ({
      contents: withLiteralKeys(withoutPlainErrors(await readFile(path, 'utf8'), await errorsOf(path))),
      loader: 'js',
    }));
  },
};

async function errorsOf(schemas: string): Promise<string> {
  const path = join(dirname(schemas), '../models/errors.js');
  return existsSync(path) ? readFile(path, 'utf8') : '';
}
