import { isDeepStrictEqual } from 'node:util';
import type { Packed } from './packed-modules.ts';

/** A module of words and tables. One that exports anything but data stays as it is. */
export function packedWords(exports: Readonly<Record<string, unknown>>): Packed | null {
  const json = JSON.stringify(exports);
  if (!isDeepStrictEqual(JSON.parse(json), exports)) return null;
  const lines = Object.keys(exports).map((name) => `export const ${name} = data.${name};`);
  return { data: exports, code: ['const data = unpack();', ...lines].join('\n') };
}
