import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { DeskProcess } from '../../test/fault/desk-process.ts';
import { cpuMsOf, descendantOf, memoryMbOf } from '../store/process-cpu.ts';
import { fillQueue } from './fill-queue.ts';

/** A desk in its own process on a new data folder, watched from outside. */
export class RunningDesk implements AsyncDisposable {
  readonly smtpPort: number;
  readonly #desk: DeskProcess;
  readonly #folder: string;
  readonly #queue: DatabaseSync;
  readonly #storePid: number;

  private constructor(desk: DeskProcess, folder: string, smtpPort: number) {
    this.#desk = desk;
    this.#folder = folder;
    this.smtpPort = smtpPort;
    this.#queue = new DatabaseSync(join(folder, 'data', 'queue.db'), { readOnly: true });
    this.#storePid = descendantOf(desk.pid, 'dynoxide');
  }

  static async start(
    env: Record<string, string> = {},
    nodeArguments: readonly string[] = [],
    queuedMails = 0,
  ): Promise<RunningDesk> {
    const folder = mkdtempSync(join(tmpdir(), 'harborwatch-bench-desk-'));
    if (queuedMails > 0) await fillQueue(join(folder, 'data'), queuedMails);
    const desk = new DeskProcess({
      dataFolder: join(folder, 'data'),
      env: { HARBORWATCH_MAIL_DOMAIN: 'bench.example', ...env },
      nodeArguments,
    });
    const { smtpPort } = await desk.ready();
    return new RunningDesk(desk, folder, smtpPort);
  }

  /** Mails that were answered with 250 and are not yet committed to the store. */
  queued(): number {
    return Number(this.#queue.prepare("SELECT count(*) AS n FROM message WHERE queue = 'intake'").get()?.n);
  }

  cpuMs(): { desk: number; store: number } {
    return { desk: cpuMsOf(this.#desk.pid), store: cpuMsOf(this.#storePid) };
  }

  memoryMb(): { desk: number; store: number } {
    return { desk: memoryMbOf(this.#desk.pid), store: memoryMbOf(this.#storePid) };
  }

  /** When the last queued mail was in the store, epoch ms. */
  async drained(): Promise<number> {
    while (this.queued() > 0) await wait(10);
    return Date.now();
  }

  /** Until nothing that follows from the mails (answers, pushes) costs any more. */
  async quiet(): Promise<void> {
    for (let before = -1; ; ) {
      const { desk } = this.cpuMs();
      if (desk - before <= 20) return;
      before = desk;
      await wait(500);
    }
  }

  /** Resolves when `mails` have been answered with 250. */
  load(mails: number, clients: number, run: string): Promise<{ startedAt: number; endedAt: number }> {
    const script = join(import.meta.dirname, 'send-load.ts');
    const child = spawn(
      process.execPath,
      [script, String(this.smtpPort), String(mails), String(clients), run],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        if (code === 0) resolve(JSON.parse(text) as { startedAt: number; endedAt: number });
        else reject(new Error(`the load ended with ${code}`));
      });
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#queue.close();
    this.#desk.signal('SIGTERM');
    const { stderr } = await this.#desk.ended;
    if (stderr) console.error(stderr.split('\n').slice(0, 5).join('\n'));
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
