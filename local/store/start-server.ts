import { setTimeout } from 'node:timers/promises';
import { DomainError } from '../../core/errors.ts';
import { freePort } from './free-port.ts';
import type { StoreServer } from './store-server.ts';
import { type SupervisedProcess, superviseProcess } from './supervised-process.ts';

const portTries = 5;
const startMs = 20_000;

/** Starts a server on a free port; when somebody took the port meanwhile, on another one. */
export async function startServer(
  program: string,
  args: (port: number) => readonly string[],
): Promise<StoreServer> {
  for (let tried = 1; ; tried++) {
    const port = await freePort();
    const server = await superviseProcess(program, args(port));
    const endpoint = `http://127.0.0.1:${port}`;
    const output = await waitUntilAnswering(server, endpoint);
    if (output === null) return { endpoint, pid: server.pid, died: server.died, stop: () => server.stop() };
    await server.stop();
    if (tried === portTries || !/in use/i.test(output))
      throw new DomainError(
        'unavailable',
        'store.not-started',
        `the store did not start (${output.trim() || 'it said nothing'}): check the data folder and its free space`,
      );
  }
}

/** Null when it answers, else what it said. */
async function waitUntilAnswering(server: SupervisedProcess, endpoint: string): Promise<string | null> {
  let death: string | null = null;
  void server.died.then(({ output }) => {
    death = output;
  });
  for (let waited = 0; waited < startMs; waited += 10) {
    if (death !== null) return death;
    if (await answers(endpoint)) return null;
    await setTimeout(10);
  }
  return `no answer in ${startMs} ms. ${server.output()}`;
}

/** ListTables without a table is the cheapest question; any answer of the protocol will do. */
async function answers(endpoint: string): Promise<boolean> {
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.ListTables',
        'x-amz-date': '20260101T000000Z',
        authorization:
          'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=local',
      },
      body: '{}',
    });
    const body = await answer.text();
    return answer.status === 200 && body.includes('TableNames');
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
