import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'esbuild';

/**
 * Modules that hold nothing but words, such as the rules of triage, packed: a quarter of the receiving Lambda
 * was such text, and it unpacks in a millisecond or two. A module that exports anything but data stays as it is.
 */
export function packedData(filter: RegExp): Plugin {
  return {
    name: 'packed-data',
    setup(build) {
      build.onLoad({ filter }, async ({ path }) => {
        const data: Readonly<Record<string, unknown>> = { ...(await import(pathToFileURL(path).href)) };
        const contents = packed(data);
        return contents === null ? undefined : { contents, loader: 'js' };
      });
    },
  };
}

/** A module with the same exports; null when they are more than JSON can say. Exported for its test. */
export function packed(data: Readonly<Record<string, unknown>>): string | null {
  const json = JSON.stringify(data);
  if (!isDeepStrictEqual(JSON.parse(json), data)) return null;
  const text = brotliCompressSync(json).toString('base64');
  const names = Object.keys(data).map((name) => `export const ${name} = data.${name};`);
  return `import { brotliDecompressSync } from 'node:zlib';
const data = JSON.parse(brotliDecompressSync(Buffer.from('${text}', 'base64')).toString());
${names.join('\n')}`;
}
