import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { toInstant } from '../../core/time/instant.ts';
import { DeskProcess } from '../../test/fault/desk-process.ts';
import { cpuMsOf, descendantOf } from '../store/process-cpu.ts';
import { type StorePorts, storePorts } from './desk-store.ts';

export interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
}

/** The real desk in its own process, on data that was laid out for it, watched from outside. */
export class ClockDesk {
  readonly #process: DeskProcess;
  readonly #storePid: number;
  readonly #ports: StorePorts;
  /** From the start of the process until the desk says that it runs: by then every execution has its timer. */
  readonly readyMs: number;

  private constructor(process: DeskProcess, readyMs: number) {
    this.#process = process;
    this.readyMs = readyMs;
    this.#storePid = descendantOf(process.pid, 'dynoxide');
    this.#ports = storePorts(endpointOf(this.#storePid));
  }

  static async start(
    folders: { readonly data: string; readonly config: string },
    nodeArguments: readonly string[] = [],
  ): Promise<ClockDesk> {
    const startedAt = performance.now();
    const desk = new DeskProcess({
      dataFolder: folders.data,
      env: { HARBORWATCH_CONFIG: folders.config, HARBORWATCH_LOG_LEVEL: 'error' },
      nodeArguments: [
        '--expose-gc',
        '--import',
        join(import.meta.dirname, 'report-memory.ts'),
        ...nodeArguments,
      ],
    });
    await desk.ready();
    return new ClockDesk(desk, performance.now() - startedAt);
  }

  get pid(): number {
    return this.#process.pid;
  }

  /** When the outbox is empty all executions that were promised have been started. */
  async armed(): Promise<void> {
    while ((await this.#ports.store.listOutbox(1)).length > 0) await wait(500);
  }

  /** When no mark that is past is left. */
  async caughtUp(): Promise<void> {
    for (;;) {
      const { items } = await this.#ports.store.listOverdueMarks(toInstant(Date.now()), { limit: 1 });
      if (items.length === 0) return;
      await wait(250);
    }
  }

  cpuMs(): { desk: number; store: number } {
    return { desk: cpuMsOf(this.#process.pid), store: cpuMsOf(this.#storePid) };
  }

  async memory(): Promise<Memory> {
    const before = this.#process.stderr.length;
    this.#process.signal('SIGUSR2');
    for (;;) {
      const found = /^memory (\{.*\})$/m.exec(this.#process.stderr.slice(before));
      if (found?.[1]) return JSON.parse(found[1]) as Memory;
      await wait(20);
    }
  }

  kill(): Promise<void> {
    return this.#process.kill();
  }

  async stop(): Promise<void> {
    this.#process.signal('SIGTERM');
    const { stderr } = await this.#process.ended;
    const said = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('memory '));
    if (said.length > 0)
      console.error(`the desk said ${said.length} lines, first: ${said[0]?.slice(0, 400)}`);
  }
}

function endpointOf(storePid: number): string {
  const words = readFileSync(`/proc/${storePid}/cmdline`, 'utf8').split('\0');
  const port = words[words.indexOf('--port') + 1];
  return `http://127.0.0.1:${port}`;
}
