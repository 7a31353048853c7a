import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { StoreDeath } from './store-server.ts';

/**
 * The shell starts the server and holds one end of a pipe whose other end is ours. When we go, even by
 * kill -9, the pipe closes and the watcher ends the server, so that no orphan holds the file. When the
 * server ends, so does the shell, with its exit code.
 */
const guardScript = `
exec 3<&0
"$@" </dev/null 1>&2 3<&- &
server=$!
echo "$server"
( read -r _ <&3; kill "$server"; sleep 3; kill -9 "$server" ) 2>/dev/null &
watcher=$!
exec 3<&-
wait "$server"
code=$?
kill "$watcher" 2>/dev/null
exit "$code"
`;
const outputKept = 4_000;
const stopMs = 5_000;

export interface SupervisedProcess {
  readonly pid: number;
  readonly died: Promise<StoreDeath>;
  /** What it wrote so far, its end at least. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts `command`; it never outlives this process. Resolves with its process id. */
export async function superviseProcess(command: string, args: readonly string[]): Promise<SupervisedProcess> {
  // A process group of its own: Ctrl-C must reach the desk only, which still needs its store to finish.
  const shell = spawn('/bin/sh', ['-c', guardScript, 'harborwatch-store', command, ...args], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  shell.stderr.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-outputKept);
  });
  // A write to the pipe of a shell that has ended is no news: `died` tells it.
  shell.stdin.on('error', () => undefined);
  let stopping = false;
  const ended = endOf(shell);
  const died = new Promise<StoreDeath>((resolve) => {
    void ended.then(({ code, signal }) => {
      if (!stopping) resolve({ code, signal, output });
    });
  });
  const [line] = (await once(shell.stdout.setEncoding('utf8'), 'data')) as [string];
  return {
    pid: Number(line),
    died,
    output: () => output,
    stop: async () => {
      stopping = true;
      shell.stdin.end();
      const timer = setTimeout(() => shell.kill('SIGKILL'), stopMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

function endOf(shell: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  return new Promise((resolve) => {
    shell.once('error', () => resolve({ code: null, signal: null }));
    shell.once('exit', (code, signal) => resolve({ code, signal }));
  });
}
