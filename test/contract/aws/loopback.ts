import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AwsEndpoint } from '../../../local/aws/endpoint.ts';

export const credentials = { accessKeyId: 'local-key', secretAccessKey: 'local-secret' };
export const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Serves an endpoint under a path prefix, as the local host does, and returns the client's options for it. */
export async function serve(endpoint: AwsEndpoint, prefix = '/aws/service') {
  const server = createServer((request, response) => {
    request.url = (request.url ?? '').slice(prefix.length) || '/';
    endpoint(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    server,
    port,
    client: {
      endpoint: `http://127.0.0.1:${port}${prefix}`,
      region: 'us-east-1',
      credentials,
      maxAttempts: 1,
    },
  };
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'harborwatch-aws-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
