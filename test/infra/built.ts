import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** What `code` exports once it is bundled as the Lambdas are, with these plugins and replacements. */
export async function built<Exports>(
  code: string,
  options: Pick<BuildOptions, 'plugins' | 'alias'> = {},
): Promise<Exports> {
  const folder = mkdtempSync(join(tmpdir(), 'harborwatch-built-'));
  try {
    const outfile = join(folder, 'index.mjs');
    await build({
      stdin: { contents: code, resolveDir: root, loader: 'ts' },
      outfile,
      bundle: true,
      minify: true,
      platform: 'node',
      target: 'node24',
      format: 'esm',
      mainFields: ['module', 'main'],
      banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
      logLevel: 'silent',
      ...options,
    });
    return (await import(pathToFileURL(outfile).href)) as Exports;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
