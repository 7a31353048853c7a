import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** The folder of the built console; builds it where it is missing. */
export async function builtConsole(): Promise<string> {
  const root = join(import.meta.dirname, '../console');
  const folder = join(root, 'dist');
  if (!existsSync(join(folder, 'index.html')))
    await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'error' });
  return folder;
}
