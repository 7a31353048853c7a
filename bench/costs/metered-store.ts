import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { StoreServer } from '../../local/store/store-server.ts';
import type { TableMeter } from './table-meter.ts';

/** The store behind a door that counts what passes: the desk runs on it as it is. */
export async function meteredStore(server: StoreServer, meter: TableMeter): Promise<StoreServer> {
  const door = createServer((incoming, outgoing) => {
    void (async () => {
      const body = await buffer(incoming);
      const target = String(incoming.headers['x-amz-target']);
      const answer = await fetch(server.endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': target,
          'x-amz-date': String(incoming.headers['x-amz-date'] ?? '20260101T000000Z'),
          authorization: String(incoming.headers.authorization),
        },
        body: new Uint8Array(body),
      });
      const text = await answer.text();
      // A refused write costs units too, but refusals are rare and none is part of what is measured.
      if (answer.ok)
        meter.count({
          operation: target.slice(target.indexOf('.') + 1),
          request: JSON.parse(body.toString('utf8')) as Record<string, unknown>,
          answer: JSON.parse(text) as Record<string, unknown>,
        });
      outgoing.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' });
      outgoing.end(text);
    })().catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
      outgoing.destroy();
    });
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const { port } = door.address() as AddressInfo;
  return {
    ...server,
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      door.closeAllConnections();
      await new Promise((resolve) => door.close(resolve));
      await server.stop();
    },
  };
}
