import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { requireAccessKey } from './aws/access-key-guard.ts';
import type { AwsEndpoint } from './aws/endpoint.ts';

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>/<service>` */
  endpointOf(service: string): string;
  /** Made anew at each start: no other program on this machine knows them. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  close(): Promise<void>;
}

/** The AWS services that the adapters call, on a loopback port of the desk's own, for this process only. */
export async function startLoopbackServer(
  endpoints: Readonly<Record<string, AwsEndpoint>>,
): Promise<LoopbackServer> {
  const credentials = {
    accessKeyId: `HW${randomBytes(16).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(32).toString('base64'),
  };
  const guarded = new Map(
    Object.entries(endpoints).map(([name, endpoint]) => [
      name,
      requireAccessKey(credentials.accessKeyId, endpoint),
    ]),
  );
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const [, service = '', rest = ''] = /^\/([a-z0-9]+)(.*)$/s.exec(request.url ?? '') ?? [];
    const endpoint = guarded.get(service);
    if (!endpoint) {
      response.writeHead(404).end();
      return;
    }
    request.url = rest.startsWith('/') ? rest : `/${rest}`;
    endpoint(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    credentials,
    endpointOf: (service) => `http://127.0.0.1:${port}/${service}`,
    close: () => closeServer(server),
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
