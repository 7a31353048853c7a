import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Files that a Lambda carries because they hang on what it uses, and never calls: each of their functions is
 * put to one that throws, naming itself, so that a mistake here is loud and not silent.
 */
export function leftOut(filter: RegExp): Plugin {
  return {
    name: 'left-out',
    setup(build) {
      build.onLoad({ filter }, async ({ path }) => ({
        contents: throwingExports(await readFile(path, 'utf8')),
        loader: 'js',
      }));
    },
  };
}

/** The same exports, none of which works. Exported for its test. */
export function throwingExports(source: string): string {
  const declared = [...source.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(
    ([, name = '']) => name,
  );
  const renamed = [...source.matchAll(/^export \{ \w+ as (\w+) \};/gm)].map(([, name = '']) => name);
  const lines = [...declared, ...renamed].map((name) => `export const ${name} = leave("${name}");`);
  return `const leave = (name) => () => { throw new Error(name + " is left out of this bundle: see infra/bundle.ts"); };\n${lines.join('\n')}`;
}
