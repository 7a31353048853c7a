import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'esbuild';

type Exports = Readonly<Record<string, unknown>>;

/** What a module becomes. */
export interface Packed {
  /** Goes beside the bundle as JSON, compressed. */
  readonly data: unknown;
  /** What is left of the module: code in which `unpack()` reads the data. */
  readonly code: string;
}

/**
 * Modules that are data for the most part, such as the rules of triage, as a compressed file beside the bundle: a
 * quarter of the receiving Lambda was such text, and within code it would be a third larger, in base64.
 * Each is run while bundling; `pack` says what to keep of its exports, null for what must stay as it is.
 */
export function packedModules(filter: RegExp, pack: (exports: Exports) => Packed | null): Plugin {
  return {
    name: 'packed-modules',
    setup(build) {
      build.onLoad({ filter }, async ({ path }) => {
        const packed = pack({ ...((await import(pathToFileURL(path).href)) as Exports) });
        if (packed === null) return undefined;
        const file = join(dirname(path), `${basename(path, extname(path))}.br`);
        return {
          contents: `${unpacking(file)}\n${packed.code}`,
          loader: 'js',
          resolveDir: dirname(path),
          pluginData: compressed(packed.data, path),
        };
      });
      build.onResolve({ filter: /^packed:/ }, ({ path, pluginData }) => ({
        path: path.slice('packed:'.length),
        namespace: 'packed',
        pluginData,
      }));
      build.onLoad({ filter: /.*/, namespace: 'packed' }, ({ pluginData }) => ({
        contents: pluginData as Uint8Array,
        loader: 'file',
      }));
    },
  };
}

function unpacking(file: string): string {
  return `import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import file from ${JSON.stringify(`packed:${file}`)};
const unpack = () => JSON.parse(brotliDecompressSync(readFileSync(new URL(file, import.meta.url))).toString());`;
}

function compressed(data: unknown, path: string): Uint8Array {
  const json = JSON.stringify(data);
  if (!isDeepStrictEqual(JSON.parse(json), data)) throw new Error(`${path} holds more than JSON can say`);
  return brotliCompressSync(json);
}
