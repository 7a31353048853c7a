import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoCaseStore } from '../adapters/dynamodb/dynamo-case-store.ts';
import { createDocumentClient, createDynamoClient } from '../adapters/dynamodb/dynamo-client.ts';
import { ensureTable } from '../adapters/dynamodb/ensure-table.ts';
import { dynoxideProgram, startDynoxide } from '../local/store/start-dynoxide.ts';
import type { StoreServer } from '../local/store/store-server.ts';
import { benchIds } from './store/bench-mail.ts';
import { measureCeiling } from './store/ceiling.ts';
import { measureQueue } from './store/queue.ts';

const usage = `node bench/store.ts [--seconds 3] [--open-cases 1000,10000] [--full]
  --full adds the queue at 100,000 open cases (a minute or two to fill)`;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    'open-cases': { type: 'string', default: '1000,10000' },
    full: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(usage);
else {
  await withStore('transactions', (bench) => measureCeiling(bench, Number(values.seconds) * 1_000));
  const counts = values['open-cases'].split(',').map(Number);
  await withStore('queue', (bench) => measureQueue(bench, values.full ? [...counts, 100_000] : counts));
}

export interface StoreBench {
  readonly server: StoreServer;
  readonly documents: ReturnType<typeof createDocumentClient>;
  readonly tableName: string;
  readonly store: DynamoCaseStore;
}

/** A new store on disk, as the desk has it. */
async function withStore(name: string, run: (bench: StoreBench) => Promise<void>): Promise<void> {
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
    await run({ server, documents, tableName, store });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
