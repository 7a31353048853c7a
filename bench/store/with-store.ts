import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoCaseStore } from '../../adapters/dynamodb/dynamo-case-store.ts';
import { createDocumentClient, createDynamoClient } from '../../adapters/dynamodb/dynamo-client.ts';
import { ensureTable } from '../../adapters/dynamodb/ensure-table.ts';
import { dynoxideProgram, startDynoxide } from '../../local/store/start-dynoxide.ts';
import type { StoreServer } from '../../local/store/store-server.ts';
import { benchIds } from './bench-mail.ts';

export interface StoreBench {
  readonly server: StoreServer;
  readonly documents: ReturnType<typeof createDocumentClient>;
  readonly tableName: string;
  readonly store: DynamoCaseStore;
}

/** A new store on disk, as the desk has it. */
export async function withStore<T>(name: string, run: (bench: StoreBench) => Promise<T>): Promise<T> {
  const program = dynoxideProgram();
  if (program === null) throw new Error('the embedded store exists for Linux on x64 only');
  const folder = mkdtempSync(join(tmpdir(), 'harborwatch-bench-'));
  const server = await startDynoxide(program, join(folder, 'desk.db'));
  try {
    const client = createDynamoClient({ endpoint: server.endpoint });
    const tableName = `bench-${name}`;
    await ensureTable(client, tableName);
    const documents = createDocumentClient(client);
    const clock = { now: () => Date.now() };
    const store = new DynamoCaseStore({ client: documents, tableName, clock, ids: benchIds });
    return await run({ server, documents, tableName, store });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
