import { execFile } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DomainError } from '../core/errors.ts';
import type { Log } from '../ports/log.ts';

/**
 * The folder with the built console; builds it first where it is missing or older than its sources.
 * @throws DomainError `console.not-built` when it cannot be built (`npm ci --omit=dev` leaves out the builder)
 */
export async function buildConsole(consoleFolder: string, log: Log): Promise<string> {
  const dist = join(consoleFolder, 'dist');
  const index = join(dist, 'index.html');
  if (existsSync(index) && statSync(index).mtimeMs >= newestSource(consoleFolder)) return dist;
  log.info('building the console (once, some seconds)');
  try {
    // In a process of its own: a bundler leaves hundreds of megabytes behind, and the desk runs for months.
    const vite = join(dirname(fileURLToPath(import.meta.resolve('vite/package.json'))), 'bin', 'vite.js');
    await promisify(execFile)(process.execPath, [vite, 'build', consoleFolder, '--logLevel', 'error']);
    return dist;
  } catch (cause) {
    throw new DomainError(
      'unavailable',
      'console.not-built',
      'the console could not be built: run `npm ci` (with its dev dependencies) and `npm run build:console`',
      { cause },
    );
  }
}

function newestSource(consoleFolder: string): number {
  const sources = globSync(['src/**/*', 'index.html', 'vite.config.ts', '../core/**/*.ts'], {
    cwd: consoleFolder,
  });
  return Math.max(...sources.map((file) => statSync(join(consoleFolder, file)).mtimeMs));
}
