import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoCaseStore } from '../adapters/dynamodb/dynamo-case-store.ts';
import { createDocumentClient, createDynamoClient } from '../adapters/dynamodb/dynamo-client.ts';
import { ensureTable } from '../adapters/dynamodb/ensure-table.ts';
import { systemRetry } from '../adapters/dynamodb/retry.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { dynoxideProgram, startDynoxide } from '../local/store/start-dynoxide.ts';
import type { StoreServer } from '../local/store/store-server.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';

export type WrapClient = (client: DynamoDBDocumentClient) => DynamoDBDocumentClient;

/** A DynamoDB of a test file's own, with an empty table at a call. */
export interface TestDynamo {
  readonly endpoint: string;
  /** A store on a new, empty table; `wrap` stands between the store and the server. */
  newStore(clock: Clock, ids: Pick<Ids, 'ulid'>, wrap?: WrapClient): Promise<DynamoCaseStore>;
  newTable(): Promise<Table>;
  stop(): Promise<void>;
}

/** The embedded server in memory: call once a test file, in `beforeAll`. */
export async function startTestDynamo(): Promise<TestDynamo> {
  const program = dynoxideProgram();
  if (program === null) throw new Error('the embedded DynamoDB is not installed: run `npm ci` on Linux x64');
  return testDynamoOn(await startDynoxide(program, null));
}

export function testDynamoOn(server: StoreServer): TestDynamo {
  const client = createDynamoClient({ endpoint: server.endpoint });
  const documents = createDocumentClient(client);
  let tables = 0;
  const newTableName = async () => {
    const tableName = `desk-${++tables}`;
    await ensureTable(client, tableName);
    return tableName;
  };
  return {
    endpoint: server.endpoint,
    newStore: async (clock, ids, wrap = (client) => client) =>
      new DynamoCaseStore({ client: wrap(documents), tableName: await newTableName(), clock, ids }),
    newTable: async () => new Table(documents, await newTableName(), systemRetry),
    stop: async () => {
      client.destroy();
      await server.stop();
    },
  };
}
