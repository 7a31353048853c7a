import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../bin/harborwatch');

export interface DeskProcessOptions {
  readonly dataFolder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Instead of `bin/harborwatch start`. */
  readonly command?: readonly [string, ...string[]];
  /** For node itself, such as `--cpu-prof`. */
  readonly nodeArguments?: readonly string[];
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `harborwatch start` as a user runs it: its own process, free ports, an environment of its own. */
export class DeskProcess {
  readonly #child: ChildProcess;
  readonly ended: Promise<Ended>;
  stdout = '';
  stderr = '';
  #hear: (() => void)[] = [];

  constructor({ dataFolder, env = {}, command, nodeArguments = [] }: DeskProcessOptions) {
    const [file, ...args] = command ?? [process.execPath, ...nodeArguments, program, 'start'];
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(?:HARBORWATCH_|npm_|NODE_|VITEST)/.test(name),
    );
    this.#child = spawn(file, args, {
      cwd: join(import.meta.dirname, '../..'),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...Object.fromEntries(inherited),
        HARBORWATCH_DATA: dataFolder,
        HARBORWATCH_HTTP_PORT: '0',
        HARBORWATCH_SMTP_PORT: '0',
        HARBORWATCH_LOG_LEVEL: 'warn',
        ...env,
      },
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.stdout += chunk.toString('utf8');
      for (const resolve of this.#hear.splice(0)) resolve();
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString('utf8');
    });
    this.ended = new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      this.#child.once('close', (code, signal) => {
        for (const hear of this.#hear.splice(0)) hear();
        resolve({ code, signal, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('the desk was not spawned');
    return this.#child.pid;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Where it listens, as soon as it says so. */
  async ready(): Promise<{ url: string; smtpPort: number; password: string }> {
    while (!this.stdout.includes('Stop with Ctrl+C')) {
      if (!this.isRunning) {
        const { code, signal, stdout, stderr } = await this.ended;
        throw new Error(`the desk ended (${code ?? signal}) before it was ready:\n${stdout}${stderr}`);
      }
      await new Promise<void>((resolve) => this.#hear.push(resolve));
    }
    const found = (pattern: RegExp) => pattern.exec(this.stdout)?.[1] ?? '';
    return {
      url: found(/Console and API\s+(\S+)/),
      smtpPort: Number(found(/smtp:\/\/[^:]+:(\d+)/)),
      password: found(/Password\s+(\S+)/),
    };
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended;
  }
}
