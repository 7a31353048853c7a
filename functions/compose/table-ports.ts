import { randomBytes } from 'node:crypto';
import type * as z from 'zod/mini';
import { DynamoCaseStore } from '../../adapters/dynamodb/dynamo-case-store.ts';
import { createDocumentClient, createDynamoClient } from '../../adapters/dynamodb/dynamo-client.ts';
import { DynamoConfigSource } from '../../adapters/dynamodb/dynamo-config-source.ts';
import { DynamoConnections } from '../../adapters/dynamodb/dynamo-connections.ts';
import { systemRetry } from '../../adapters/dynamodb/retry.ts';
import { Table } from '../../adapters/dynamodb/table.ts';
import { RandomIds } from '../../adapters/random-ids.ts';
import { systemTime } from '../../adapters/system-time.ts';
import type { Log } from '../../ports/log.ts';
import type { Ports } from '../../ports/ports.ts';
import type { tableEnv } from './env.ts';

export type TablePorts = Pick<Ports, 'store' | 'config' | 'connections' | 'clock' | 'ids'>;

/** All that lies in the table, on one client, with the clock and the ids that its writes need. */
export function composeTablePorts({ TABLE_NAME: tableName }: z.infer<typeof tableEnv>, log: Log): TablePorts {
  const clock = systemTime;
  const ids = new RandomIds(clock, randomBytes);
  const client = createDocumentClient(createDynamoClient());
  const table = new Table(client, tableName, systemRetry);
  return {
    store: new DynamoCaseStore({ client, tableName, clock, ids }),
    config: new DynamoConfigSource(table, clock, log),
    connections: new DynamoConnections(table),
    clock,
    ids,
  };
}
