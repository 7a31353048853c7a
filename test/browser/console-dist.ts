import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const sources = ['console/index.html', 'console/vite.config.ts', 'console/src/**/*.*', 'core/**/*.ts'];

/** The built console: `console/dist` where it is newer than its sources, else a build of this state, made once. */
export function consoleDist(): string {
  const newestMs = Math.max(...globSync(sources).map((file) => statSync(file).mtimeMs));
  const dist = 'console/dist';
  if (existsSync(join(dist, 'index.html')) && statSync(join(dist, 'index.html')).mtimeMs > newestMs)
    return dist;
  const kept = join(tmpdir(), `harborwatch-console-${Math.round(newestMs)}`);
  if (existsSync(kept)) return kept;
  const fresh = mkdtempSync(join(tmpdir(), 'harborwatch-console-'));
  const args = ['build', 'console', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'];
  // A test run's NODE_ENV would build the slow, chatty edition of the libraries.
  const env = { ...process.env, NODE_ENV: 'production' };
  const run = spawnSync('node_modules/.bin/vite', args, { encoding: 'utf8', env });
  if (run.status !== 0) throw new Error(`vite build console failed:\n${run.stdout}${run.stderr}`);
  try {
    renameSync(fresh, kept);
  } catch (error) {
    // Another test file was faster with the same build; either serves.
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
    return fresh;
  }
  return kept;
}
