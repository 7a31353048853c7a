import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * The SDK's generated schemas write `{ [_hH]: … }` with `_hH` a constant of the same file. A computed key may
 * have side effects for all that a bundler knows, so it keeps the schemas of every operation. With the same
 * key written out, it drops those that we never call: 60 KB of the S3 client alone.
 */
export const literalKeys: Plugin = {
  name: 'literal-keys',
  setup(build) {
    build.onLoad({ filter: /@aws-sdk[/\\].*[/\\]schemas[/\\]schemas_\d+\.js$/ }, async ({ path }) => ({
      contents: withLiteralKeys(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};

/** Exported for its test. */
export function withLiteralKeys(source: string): string {
  const constants = new Map(
    [...source.matchAll(/^const (_\w+) = ("(?:[^"\\]|\\.)*");$/gm)].map(([, name = '', text = '']) => [
      name,
      text,
    ]),
  );
  return source.replace(/\[(_\w+)\]:/g, (whole, name: string) => {
    const text = constants.get(name);
    return text === undefined ? whole : `${text}:`;
  });
}
