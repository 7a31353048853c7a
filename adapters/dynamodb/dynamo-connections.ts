import { toEpochMs } from '../../core/time/instant.ts';
import type { Connection, Connections } from '../../ports/connections.ts';
import { connectionKey, connectionsPartition } from './keys.ts';
import { toItem } from './operation.ts';
import { readItem } from './read-item.ts';
import type { Table } from './table.ts';

/** API Gateway closes every WebSocket after two hours; a record that outlives that is of no use. */
const keptSeconds = 3 * 3600;

/** Few hundred consoles at most, in one partition: `list` is one query. */
export class DynamoConnections implements Connections {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async save(connection: Connection): Promise<void> {
    const ttl = Math.floor(toEpochMs(connection.connectedAt) / 1000) + keptSeconds;
    const key = connectionKey(connection.connectionId);
    const spec = { key, entity: 'connection', data: connection, attributes: { ttl }, commitId: '' };
    await this.#table.put({ Item: toItem(spec) });
  }

  async remove(connectionId: string): Promise<void> {
    await this.#table.delete(connectionKey(connectionId));
  }

  async list(): Promise<readonly Connection[]> {
    const connections: Connection[] = [];
    for await (const item of this.#table.queryAll({ partition: connectionsPartition }))
      connections.push(readItem<Connection>(item, 'connection'));
    return connections;
  }
}
