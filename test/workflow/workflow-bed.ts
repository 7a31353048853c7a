import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualClock } from '../../local/clock/virtual-clock.ts';
import type { HistoryEvent } from '../../local/workflow/history-event.ts';
import type { Json } from '../../local/workflow/json.ts';
import type { LoadedWorkflow } from '../../local/workflow/load-workflow.ts';
import { WorkflowEngine } from '../../local/workflow/workflow-engine.ts';

export const MIDNIGHT = Date.UTC(2026, 10, 22);

/** Virtual days need no real disk; what survives a crash is tested elsewhere. */
const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export interface Call {
  functionName: string;
  payload: Json;
  invocationId: string;
  at: number;
}
export interface CrashedBed {
  folder: string;
  now: number;
  ids: number;
  /** Invocation ids of all calls made before. */
  calls: string[];
}
const DATABASE_FILES = ['workflows.db', 'workflows.db-wal'];
export type TaskFunction = (payload: Json, call: Call) => unknown;

/** An engine on virtual time with functions that a test gives, restartable on the same database. */
export class WorkflowBed implements AsyncDisposable {
  readonly clock: VirtualClock;
  readonly calls: Call[] = [];
  readonly logged: string[] = [];
  readonly #folder = mkdtempSync(join(MEMORY, 'workflow-bed-'));
  readonly #definitions: ReadonlyMap<string, LoadedWorkflow>;
  readonly #functions: Record<string, TaskFunction>;
  readonly #random: () => number;
  #ids = 0;
  engine: WorkflowEngine;

  constructor(
    definitions: ReadonlyMap<string, LoadedWorkflow>,
    functions: Record<string, TaskFunction>,
    random = () => 0.5,
    crashed?: CrashedBed,
  ) {
    this.clock = new VirtualClock(crashed?.now ?? MIDNIGHT);
    if (crashed) {
      this.#ids = crashed.ids;
      for (const file of DATABASE_FILES) {
        const from = join(crashed.folder, file);
        if (existsSync(from)) copyFileSync(from, join(this.#folder, file));
      }
    }
    this.#definitions = definitions;
    this.#functions = functions;
    this.#random = random;
    this.engine = this.#open();
  }

  get databasePath(): string {
    return join(this.#folder, 'workflows.db');
  }

  #open(): WorkflowEngine {
    const { clock } = this;
    return new WorkflowEngine({
      databasePath: this.databasePath,
      clock,
      timers: clock,
      random: this.#random,
      ids: {
        caseId: () => 'HW-00000000',
        ulid: () => `01${String(++this.#ids).padStart(24, '0')}`,
        secret: () => `secret-${++this.#ids}`,
      },
      definitions: this.#definitions,
      invoke: async (functionName, payload, { invocationId }) => {
        const call = { functionName, payload, invocationId, at: clock.now() - MIDNIGHT };
        this.calls.push(call);
        const run = this.#functions[functionName];
        if (!run) throw new Error(`the test gives no function ${functionName}`);
        return run(payload, call);
      },
      log: { error: (message) => void this.logged.push(message) },
    });
  }

  async start(): Promise<void> {
    await this.engine.start();
  }

  async restart(): Promise<void> {
    await this.engine.stop();
    this.engine = this.#open();
    await this.engine.start();
  }

  /** What a kill at this moment would leave: the files as they are, the committed and nothing else. */
  crash(): CrashedBed {
    const folder = mkdtempSync(join(MEMORY, 'workflow-crash-'));
    for (const file of DATABASE_FILES) {
      const from = join(this.#folder, file);
      if (existsSync(from)) copyFileSync(from, join(folder, file));
    }
    return {
      folder,
      now: this.clock.now(),
      ids: this.#ids,
      calls: this.calls.map((call) => call.invocationId),
    };
  }

  /** `settle` may do more than wait: a test restarts the engine in it. */
  async forward(ms: number, settle: () => Promise<void> = () => this.engine.idle()): Promise<void> {
    await this.clock.advanceTo(this.clock.now() + ms, settle);
  }

  history(workflow: string, name: string): HistoryEvent[] {
    const events: HistoryEvent[] = [];
    let after: number | undefined;
    do {
      const page = this.engine.getExecutionHistory({ workflow, name }, { after, limit: 1_000 });
      events.push(...page.events);
      after = page.next;
    } while (after !== undefined);
    return events;
  }

  path(workflow: string, name: string): string[] {
    return this.history(workflow, name)
      .filter(({ type }) => type.endsWith('StateEntered'))
      .map(({ details }) => details['name'] as string);
  }

  callsOf(functionName: string): Call[] {
    return this.calls.filter((call) => call.functionName === functionName);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.engine.stop();
    rmSync(this.#folder, { recursive: true });
  }
}
