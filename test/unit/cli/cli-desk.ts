import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandIo } from '../../../cli/command-io.ts';
import { createApiHandler } from '../../../functions/api/handler.ts';
import { startHttpServer } from '../../../local/http/http-server.ts';
import { namedTokens } from '../../fakes/api-client.ts';
import type { FakePorts } from '../../fakes/fake-ports.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The API on loopback over fake ports, and commands that find it as the operator. */
export async function cliDesk<Fakes extends FakePorts>(ports: Fakes) {
  const data = await mkdtemp(join(tmpdir(), 'cli-'));
  await writeFile(join(data, 'operator-token'), 'token-operator\n');
  const server = await startHttpServer({
    ...ports,
    host: '127.0.0.1',
    port: 0,
    api: createApiHandler(ports, { tokens: namedTokens, sentMail: null }),
    auth: { fetch: () => new Response(null, { status: 404 }) },
    consoleFolder: data,
    onSocketUpgrade: (_request, socket) => void socket.destroy(),
  });
  return {
    ports,
    data,
    async run(command: (args: string[], io: CommandIo) => Promise<number>, ...args: string[]): Promise<Ran> {
      let [out, err] = ['', ''];
      const code = await command(args, {
        stdin: (async function* () {})(),
        stdout: { write: (text) => (out += text) },
        stderr: { write: (text) => (err += text) },
        env: { HARBORWATCH_URL: server.url, HARBORWATCH_DATA: data },
      });
      return { code, out, err };
    },
    async [Symbol.asyncDispose]() {
      await server.close(100);
      await rm(data, { recursive: true, force: true });
    },
  };
}
