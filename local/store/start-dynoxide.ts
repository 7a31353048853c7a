import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { releaseStaleServer, removeLease, writeLease } from './server-lease.ts';
import { startServer } from './start-server.ts';
import type { StoreServer } from './store-server.ts';

/** The embedded server's program; null on a platform that it does not exist for. */
export function dynoxideProgram(): string | null {
  try {
    const manifest = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    const program = join(dirname(manifest), 'dynoxide');
    return existsSync(program) ? program : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/**
 * Starts the embedded server on a free port of loopback and waits until it answers.
 * @param file the database; null: in memory, for tests
 * @throws DomainError `store.in-use`, `store.not-started`
 */
export async function startDynoxide(program: string, file: string | null): Promise<StoreServer> {
  const path = file === null ? null : resolve(file);
  if (path !== null) await releaseStaleServer(path, program);
  const server = await startServer(program, (port) => [
    'serve',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    ...(path === null ? [] : ['--db-path', path]),
  ]);
  if (path === null) return server;
  writeLease(path, server.pid);
  const stop = async () => {
    await server.stop();
    removeLease(path);
  };
  return { ...server, stop };
}
