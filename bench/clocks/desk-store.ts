import { join } from 'node:path';
import { DynamoCaseStore } from '../../adapters/dynamodb/dynamo-case-store.ts';
import { createDocumentClient, createDynamoClient } from '../../adapters/dynamodb/dynamo-client.ts';
import { DynamoConfigSource } from '../../adapters/dynamodb/dynamo-config-source.ts';
import { ensureTable } from '../../adapters/dynamodb/ensure-table.ts';
import { systemRetry } from '../../adapters/dynamodb/retry.ts';
import { Table } from '../../adapters/dynamodb/table.ts';
import { RandomIds } from '../../adapters/random-ids.ts';
import { LineLog } from '../../local/line-log.ts';
import { tableName } from '../../local/local-ports.ts';
import { dynoxideProgram, startDynoxide } from '../../local/store/start-dynoxide.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ports } from '../../ports/ports.ts';

export type StorePorts = Pick<Ports, 'config' | 'clock' | 'ids' | 'log'> & {
  readonly store: DynamoCaseStore;
};

const systemClock: Clock = { now: () => Date.now() };

/** The ports of the table behind a server that runs already, at an endpoint of loopback. */
export function storePorts(endpoint: string, clock: Clock = systemClock): StorePorts {
  const client = createDocumentClient(createDynamoClient({ endpoint }));
  const ids = new RandomIds(systemClock);
  const log = new LineLog(
    'warn',
    (line) => process.stderr.write(line),
    () => Date.now(),
  );
  return {
    store: new DynamoCaseStore({ client, tableName, clock, ids }),
    config: new DynamoConfigSource(new Table(client, tableName, systemRetry), systemClock, log),
    clock,
    ids,
    log,
  };
}

/** The store of a desk that does not run. */
export async function withDeskStore<T>(
  dataFolder: string,
  run: (endpoint: string) => Promise<T>,
): Promise<T> {
  const program = dynoxideProgram();
  if (program === null) throw new Error('the embedded store exists for Linux on x64 only');
  const server = await startDynoxide(program, join(dataFolder, 'desk.db'));
  try {
    await ensureTable(createDynamoClient({ endpoint: server.endpoint }), tableName);
    return await run(server.endpoint);
  } finally {
    await server.stop();
  }
}
