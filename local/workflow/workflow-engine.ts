import type { DatabaseSync } from 'node:sqlite';
import { DomainError } from '../../core/errors.ts';
import type { Clock, Timers } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { EngineEvent } from './advance.ts';
import {
  type ExecutionReference,
  executionArn,
  type Partition,
  readStateMachineArn,
  stateMachineArn,
} from './arn.ts';
import { checkExecutionName } from './execution-name.ts';
import type { ExecutionFacts, ExecutionState, ExecutionStatus } from './execution-state.ts';
import { GroupCommit } from './group-commit.ts';
import type { HistoryEvent } from './history-event.ts';
import type { Json } from './json.ts';
import { CLOSED_RETENTION_MS, MAX_PAYLOAD_BYTES, MAX_TOKEN_LENGTH } from './limits.ts';
import type { LoadedWorkflow } from './load-workflow.ts';
import { SerialQueue } from './serial-queue.ts';
import type { StateMachine } from './state-machine.ts';
import { firstState, type Step, step } from './step.ts';
import { TaskRunner, type WorkflowInvoke } from './task-runner.ts';
import { isTokenOf, readTaskToken } from './task-token.ts';
import { WakeTimer } from './wake-timer.ts';
import { openWorkflowDatabase } from './workflow-database.ts';
import { workflowError } from './workflow-error.ts';
import {
  type ExecutionCursor,
  type ExecutionRow,
  inputOf,
  type RunnableEffect,
  WorkflowStore,
} from './workflow-store.ts';

export interface WorkflowLog {
  info(message: string, data?: Record<string, unknown>): void;
  error(message: string, data?: Record<string, unknown>): void;
}

export interface WorkflowEngineOptions {
  databasePath: string;
  clock: Clock;
  timers: Timers;
  /** 0 <= n < 1: seeds each execution's jitter, $random and $uuid. */
  random: () => number;
  ids: Ids;
  definitions: ReadonlyMap<string, LoadedWorkflow>;
  invoke: WorkflowInvoke;
  log: WorkflowLog;
  region?: string;
  account?: string;
}

export interface StartedExecution {
  executionArn: string;
  startedAt: number;
  /** True when the same name with the same input was running already. */
  wasRunning: boolean;
}

interface NewExecution {
  workflow: string;
  name: string;
  input: Json;
  /** The task that starts it, by whose id a start made again is known. */
  startedBy: string | null;
}

const DUE_BATCH = 256;
const RETRY_AFTER_STORAGE_FAILURE_MS = 1_000;
const SWEEP_EVERY_MS = 3_600_000;
const SWEEP_BATCH = 500;

/** Step Functions on one machine: docs/workflows.md says what it implements and what it refuses. */
export class WorkflowEngine {
  readonly partition: Partition;
  readonly definitions: ReadonlyMap<string, LoadedWorkflow>;
  readonly #options: WorkflowEngineOptions;
  readonly #database: DatabaseSync;
  readonly #store: WorkflowStore;
  readonly #commits: GroupCommit;
  readonly #serial = new SerialQueue();
  readonly #tasks: TaskRunner;
  readonly #wake: WakeTimer;
  readonly #machines = new Map<string, StateMachine>();
  #phase: 'new' | 'running' | 'stopping' | 'stopped' = 'new';
  #dueRun: Promise<void> | null = null;
  #sweptAt = Number.NEGATIVE_INFINITY;

  constructor(options: WorkflowEngineOptions) {
    const {
      region = 'us-east-1',
      account = '000000000000',
      definitions,
      databasePath,
      clock,
      timers,
    } = options;
    this.partition = { region, account };
    this.definitions = definitions;
    this.#options = options;
    this.#database = openWorkflowDatabase(databasePath);
    this.#store = new WorkflowStore(this.#database);
    this.#commits = new GroupCommit(this.#database);
    this.#wake = new WakeTimer(clock, timers, () => this.#runDue());
    this.#tasks = new TaskRunner({
      invoke: options.invoke,
      startChild: (effect) => this.#startChild(effect),
      complete: (executionId, event) => this.#advanceForSure(executionId, event),
      now: () => clock.now(),
      log: options.log,
    });
  }

  /** Takes up everything where the last process left it: what is due first, so that no timed-out task is invoked again. */
  async start(): Promise<void> {
    if (this.#phase !== 'new') throw new Error('WorkflowEngine.start: already started; make a new engine');
    this.#phase = 'running';
    await this.#commits.run(() => {
      for (const { hash, definition } of this.definitions.values())
        this.#store.keepDefinition(hash, definition);
    });
    await this.#runDue();
    let after = '';
    for (;;) {
      const batch = this.#store.outstanding(after, DUE_BATCH);
      for (const { executionId, effect } of batch) this.#dispatch(executionId, [effect]);
      const last = batch.at(-1);
      if (!last) break;
      after = last.effect.taskId;
    }
  }

  /** Waits for the invocations in flight and records what they came to. A killed process loses nothing either. */
  async stop(): Promise<void> {
    if (this.#phase === 'stopped') return;
    this.#phase = 'stopping';
    this.#wake.disarm();
    while (this.#tasks.inFlight.length > 0 || this.#serial.running.length > 0 || this.#dueRun) {
      await Promise.race([
        ...this.#tasks.inFlight,
        ...this.#serial.running,
        ...(this.#dueRun ? [this.#dueRun] : []),
      ]);
    }
    this.#phase = 'stopped';
    this.#database.close();
  }

  /** Resolves when no invocation is in flight and nothing is due now. Never call it from an invoked function. */
  async idle(): Promise<void> {
    for (;;) {
      if (this.#phase === 'running') await this.#runDue();
      const busy = [...this.#tasks.inFlight, ...this.#serial.running];
      if (busy.length > 0) await Promise.race(busy);
      else if (this.#phase !== 'running' || this.#store.due(this.#options.clock.now(), 1).length === 0)
        return;
    }
  }

  async startExecution(request: { workflow: string; name?: string; input: Json }): Promise<StartedExecution> {
    return this.#begin({ ...request, name: request.name ?? this.#options.ids.ulid(), startedBy: null });
  }

  async sendTaskSuccess(token: string, output: Json): Promise<void> {
    if (Buffer.byteLength(JSON.stringify(output)) > MAX_PAYLOAD_BYTES) {
      throw workflowError('InvalidOutput', `output: larger than ${MAX_PAYLOAD_BYTES} bytes`);
    }
    await this.#answer(token, (taskId, at) => ({ kind: 'task-succeeded', taskId, output, at }));
  }

  async sendTaskFailure(token: string, failure: { error?: string; cause?: string } = {}): Promise<void> {
    const { error = '', cause = '' } = failure;
    await this.#answer(token, (taskId, at) => ({ kind: 'task-failed', taskId, error, cause, at }));
  }

  async sendTaskHeartbeat(token: string): Promise<void> {
    await this.#answer(token, (taskId, at) => ({ kind: 'task-heartbeat', taskId, at }));
  }

  async stopExecution(
    reference: ExecutionReference,
    reason: { error?: string | undefined; cause?: string | undefined } = {},
  ): Promise<{ stoppedAt: number }> {
    const row = this.#existing(reference);
    const at = this.#options.clock.now();
    await this.#advance(row.id, {
      kind: 'stop',
      error: reason.error ?? null,
      cause: reason.cause ?? null,
      at,
    });
    return { stoppedAt: this.#existing(reference).stoppedAt ?? at };
  }

  describeExecution(reference: ExecutionReference): ExecutionRow {
    return this.#existing(reference);
  }

  /** Newest first. `next` is the cursor of the following page, absent on the last. */
  listExecutions(
    workflow: string,
    query: { status?: ExecutionStatus | undefined; after?: ExecutionCursor | undefined; limit?: number } = {},
  ): { executions: ExecutionRow[]; next?: ExecutionCursor } {
    const { limit = 100, ...rest } = query;
    const rows = this.#store.list(workflow, { ...rest, limit: limit + 1 });
    const executions = rows.slice(0, limit);
    const last = executions.at(-1);
    return rows.length > limit && last
      ? { executions, next: { startedAt: last.startedAt, id: last.id } }
      : { executions };
  }

  getExecutionHistory(
    reference: ExecutionReference,
    query: { after?: number | undefined; limit?: number; reverse?: boolean } = {},
  ): { events: HistoryEvent[]; next?: number } {
    const { limit = 100, reverse = false, after } = query;
    const found = this.#store.history(this.#existing(reference).id, { after, limit: limit + 1, reverse });
    const events = found.slice(0, limit);
    const last = events.at(-1);
    return found.length > limit && last ? { events, next: last.id } : { events };
  }

  executionArn(reference: ExecutionReference): string {
    return executionArn(this.partition, reference);
  }

  #existing(reference: ExecutionReference): ExecutionRow {
    const row = this.#store.find(reference);
    if (row) return row;
    throw workflowError('ExecutionDoesNotExist', `there is no execution ${this.executionArn(reference)}`);
  }

  #begin(request: NewExecution): Promise<StartedExecution> {
    return this.#serial.run(`start ${request.workflow} ${request.name}`, () => this.#insert(request));
  }

  async #insert(request: NewExecution): Promise<StartedExecution> {
    this.#mustRun();
    const { workflow, name, startedBy } = request;
    const loaded = this.definitions.get(workflow);
    if (!loaded) throw workflowError('StateMachineDoesNotExist', `there is no workflow "${workflow}"`);
    checkExecutionName(name);
    const input = JSON.stringify(request.input);
    if (Buffer.byteLength(input) > MAX_PAYLOAD_BYTES) {
      throw workflowError('InvalidExecutionInput', `input: larger than ${MAX_PAYLOAD_BYTES} bytes`);
    }
    const { clock, ids, random } = this.#options;
    const startedAt = clock.now();
    const row: ExecutionRow = {
      id: ids.ulid(),
      workflow,
      name,
      definition: loaded.hash,
      secret: `${ids.secret()}.${random()}`,
      startedBy,
      status: 'RUNNING',
      input,
      startedAt,
      stoppedAt: null,
      output: null,
      error: null,
      cause: null,
    };
    const facts = this.#factsOf(row);
    const known = this.#earlier(row);
    if (known) return this.#started(known, true);
    const state = firstState(loaded.machine, facts);
    const first = await this.#stepSafely(loaded.machine, facts, state, { kind: 'wake', at: startedAt });
    await this.#commits.run(() => {
      const closed = this.#store.find(row);
      if (closed) this.#store.remove(closed.id);
      this.#store.insert(row);
      this.#store.apply(row.id, first, startedAt);
    });
    this.#afterCommit(row.id, first);
    return this.#started(row, false);
  }

  /** The execution that this start is a repetition of; throws when the name is taken by another. */
  #earlier(row: ExecutionRow): ExecutionRow | undefined {
    const earlier = this.#store.find(row);
    if (!earlier) return undefined;
    if (row.startedBy !== null && earlier.startedBy === row.startedBy) return earlier;
    if (earlier.status === 'RUNNING' && earlier.input === row.input) return earlier;
    if (earlier.stoppedAt !== null && earlier.stoppedAt + CLOSED_RETENTION_MS <= row.startedAt)
      return undefined;
    throw workflowError(
      'ExecutionAlreadyExists',
      `Execution Already Exists: '${this.executionArn(row)}' (${earlier.status}); use another name`,
    );
  }

  #started(row: ExecutionRow, wasRunning: boolean): StartedExecution {
    return { executionArn: this.executionArn(row), startedAt: row.startedAt, wasRunning };
  }

  async #startChild(effect: Extract<RunnableEffect, { kind: 'start-execution' }>): Promise<Json> {
    const workflow = readStateMachineArn(this.partition, effect.stateMachineArn);
    if (workflow === undefined) {
      throw workflowError(
        'StateMachineDoesNotExist',
        `State Machine Does Not Exist: '${effect.stateMachineArn}'`,
      );
    }
    const { name, input, taskId } = effect;
    const started = await this.#begin({ workflow, name, input, startedBy: taskId });
    return { ExecutionArn: started.executionArn, StartDate: new Date(started.startedAt).toISOString() };
  }

  async #answer(token: string, eventOf: (taskId: string, at: number) => EngineEvent): Promise<void> {
    this.#mustRun();
    const ids = token.length <= MAX_TOKEN_LENGTH ? readTaskToken(token) : undefined;
    const row = ids && this.#store.byId(ids.executionId);
    if (!ids || !row || !isTokenOf(row.secret, ids.taskId, token)) {
      throw workflowError('InvalidToken', 'Invalid Token: not a task token of a known execution');
    }
    const delivered = await this.#advance(row.id, eventOf(ids.taskId, this.#options.clock.now()));
    if (!delivered) {
      throw workflowError(
        'TaskTimedOut',
        'Task Timed Out: the task has been answered, has timed out or was abandoned',
      );
    }
  }

  /** One event through one execution, in its turn: read, step, commit, and only then act. */
  #advance(executionId: string, event: EngineEvent): Promise<boolean> {
    return this.#serial.run(executionId, async () => {
      const state = this.#store.state(executionId);
      const row = this.#store.byId(executionId);
      if (state === null || !row) return false;
      const facts = this.#factsOf(row);
      const next = await this.#stepSafely(this.#machineOf(row.definition), facts, state, event);
      await this.#commits.run(() => this.#store.apply(executionId, next, event.at));
      this.#afterCommit(executionId, next);
      return next.delivered;
    });
  }

  /** For completions: a result that cannot be stored now is kept and tried again, never the invocation. */
  async #advanceForSure(executionId: string, event: EngineEvent): Promise<void> {
    for (;;) {
      try {
        await this.#advance(executionId, event);
        return;
      } catch (error) {
        this.#options.log.error('a task result could not be stored; trying again', { executionId, error });
        if (this.#phase !== 'running') return;
        await this.#pause(RETRY_AFTER_STORAGE_FAILURE_MS);
      }
    }
  }

  /** A fault in the interpreter itself ends the execution visibly: left as it is it would be due for ever. */
  async #stepSafely(
    machine: StateMachine,
    facts: ExecutionFacts,
    state: ExecutionState,
    event: EngineEvent,
  ): Promise<Step> {
    try {
      return await step(machine, facts, state, event);
    } catch (error) {
      this.#options.log.error('the workflow interpreter failed', { execution: facts.executionArn, error });
      const cause = `the interpreter failed: ${error instanceof Error ? error.message : String(error)}`;
      return {
        state: { ...state, status: 'FAILED', error: 'States.Runtime', cause },
        effects: [],
        history: [],
        delivered: true,
      };
    }
  }

  #afterCommit(executionId: string, { state, effects }: Step): void {
    if (this.#phase !== 'running') return;
    this.#dispatch(executionId, state.status === 'RUNNING' ? effects : effects.filter(isStart));
    this.#wake.arm(this.#store.nextWakeAt());
  }

  #dispatch(executionId: string, effects: Step['effects']): void {
    if (this.#phase !== 'running') return;
    const executionName = this.#store.byId(executionId)?.name ?? executionId;
    for (const effect of effects) {
      if (effect.kind === 'invoke' || effect.kind === 'start-execution') {
        this.#tasks.run({ executionId, executionName, effect });
      }
    }
  }

  #runDue(): Promise<void> {
    this.#dueRun ??= this.#advanceDue().finally(() => {
      this.#dueRun = null;
    });
    return this.#dueRun;
  }

  async #advanceDue(): Promise<void> {
    const { clock, log } = this.#options;
    try {
      while (this.#phase === 'running') {
        const at = clock.now();
        const due = this.#store.due(at, DUE_BATCH);
        if (due.length === 0) break;
        await Promise.all(due.map((id) => this.#advance(id, { kind: 'wake', at })));
      }
      await this.#sweep();
    } catch (error) {
      log.error('due workflows could not be advanced; trying again', { error });
      this.#wake.arm(clock.now() + RETRY_AFTER_STORAGE_FAILURE_MS);
      return;
    }
    if (this.#phase === 'running') this.#wake.arm(this.#store.nextWakeAt());
  }

  async #sweep(): Promise<void> {
    const now = this.#options.clock.now();
    if (now - this.#sweptAt < SWEEP_EVERY_MS || this.#phase !== 'running') return;
    this.#sweptAt = now;
    for (;;) {
      const old = this.#store.closedBefore(now - CLOSED_RETENTION_MS, SWEEP_BATCH);
      if (old.length === 0) return;
      await this.#commits.run(() => {
        for (const id of old) this.#store.remove(id);
      });
    }
  }

  #machineOf(hash: string): StateMachine {
    const known = this.#machines.get(hash);
    if (known) return known;
    const text = this.#store.definition(hash);
    if (text === undefined) throw new Error(`the workflow database has no definition ${hash}`);
    const machine = JSON.parse(text) as StateMachine;
    this.#machines.set(hash, machine);
    return machine;
  }

  #factsOf(row: ExecutionRow): ExecutionFacts {
    return {
      executionId: row.id,
      executionArn: this.executionArn(row),
      executionName: row.name,
      stateMachineArn: stateMachineArn(this.partition, row.workflow),
      stateMachineName: row.workflow,
      input: inputOf(row),
      startedAt: row.startedAt,
      secret: row.secret,
    };
  }

  #pause(ms: number): Promise<void> {
    const { clock, timers } = this.#options;
    return new Promise((resolve) => timers.schedule(clock.now() + ms, resolve));
  }

  #mustRun(): void {
    if (this.#phase === 'running') return;
    throw new DomainError(
      'unavailable',
      'workflow.not-running',
      `the workflow engine is ${this.#phase}; call start() first`,
    );
  }
}

function isStart(effect: Step['effects'][number]): boolean {
  return effect.kind === 'start-execution';
}
