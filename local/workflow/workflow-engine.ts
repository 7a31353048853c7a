import type { DatabaseSync } from 'node:sqlite';
import type { DomainError } from '../../core/errors.ts';
import type { Clock, Timers } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Log } from '../../ports/log.ts';
import type { EngineEvent } from './advance.ts';
import {
  type ExecutionReference,
  executionArn,
  type Partition,
  readStateMachineArn,
  stateMachineArn,
} from './arn.ts';
import { checkExecutionName } from './execution-name.ts';
import { ExecutionRunner } from './execution-runner.ts';
import type { ExecutionFacts, ExecutionStatus } from './execution-state.ts';
import type { HistoryEvent } from './history-event.ts';
import type { Json } from './json.ts';
import {
  CLOSED_RETENTION_MS,
  MAX_CAUSE_LENGTH,
  MAX_ERROR_LENGTH,
  MAX_PAYLOAD_BYTES,
  MAX_TOKEN_LENGTH,
} from './limits.ts';
import type { LoadedWorkflow } from './load-workflow.ts';
import { firstState } from './step.ts';
import type { StartEffect, WorkflowInvoke } from './task-runner.ts';
import { isTokenOf, readTaskToken } from './task-token.ts';
import { openWorkflowDatabase } from './workflow-database.ts';
import { workflowError } from './workflow-error.ts';
import { type ExecutionCursor, type ExecutionRow, inputOf, WorkflowStore } from './workflow-store.ts';

export interface WorkflowEngineOptions {
  databasePath: string;
  clock: Clock;
  timers: Timers;
  /** 0 <= n < 1: seeds each execution's jitter, $random and $uuid. */
  random: () => number;
  ids: Ids;
  definitions: ReadonlyMap<string, LoadedWorkflow>;
  invoke: WorkflowInvoke;
  log: Pick<Log, 'error'>;
  /** Only the shape of the ARNs comes from them. */
  region?: string;
  account?: string;
}

export interface StartedExecution {
  executionArn: string;
  startedAt: number;
  /** True when the same name with the same input was running already. */
  wasRunning: boolean;
}
export type Execution = Omit<ExecutionRow, 'secret' | 'startedBy'>;

interface NewExecution {
  workflow: string;
  name: string;
  input: Json;
  /** The task that starts it, by whose id a start made again is known. */
  startedBy: string | null;
}

/** Step Functions on one machine: docs/workflows.md says what it implements and what it refuses. */
export class WorkflowEngine {
  readonly partition: Partition;
  readonly definitions: ReadonlyMap<string, LoadedWorkflow>;
  readonly openedAt: number;
  readonly log: Pick<Log, 'error'>;
  readonly #options: WorkflowEngineOptions;
  readonly #database: DatabaseSync;
  readonly #store: WorkflowStore;
  readonly #runner: ExecutionRunner;

  constructor(options: WorkflowEngineOptions) {
    const { region = 'us-east-1', account = '000000000000', clock, timers, log, invoke } = options;
    this.partition = { region, account };
    this.definitions = options.definitions;
    this.openedAt = clock.now();
    this.log = log;
    this.#options = options;
    this.#database = openWorkflowDatabase(options.databasePath);
    this.#store = new WorkflowStore(this.#database);
    this.#runner = new ExecutionRunner({
      database: this.#database,
      store: this.#store,
      clock,
      timers,
      log,
      invoke,
      startChild: (effect) => this.#startChild(effect),
      factsOf: (row) => this.#factsOf(row),
    });
  }

  /** Takes up every execution where the last process left it, killed or stopped. */
  start(): Promise<void> {
    return this.#runner.start(this.definitions.values());
  }

  /** Waits for the invocations in flight and stores what they came to. A killed process loses nothing either. */
  async stop(): Promise<void> {
    await this.#runner.stop();
    if (this.#database.isOpen) this.#database.close();
  }

  /** Resolves when no invocation is in flight and nothing is due now. Never call it from an invoked function. */
  idle(): Promise<void> {
    return this.#runner.idle();
  }

  startExecution(request: {
    workflow: string;
    name?: string | undefined;
    input: Json;
  }): Promise<StartedExecution> {
    return this.#begin({ ...request, name: request.name ?? this.#options.ids.ulid(), startedBy: null });
  }

  async sendTaskSuccess(token: string, output: Json): Promise<void> {
    if (Buffer.byteLength(JSON.stringify(output)) > MAX_PAYLOAD_BYTES) {
      throw workflowError('InvalidOutput', `output: larger than ${MAX_PAYLOAD_BYTES} bytes`);
    }
    await this.#answer(token, (taskId, at) => ({ kind: 'task-succeeded', taskId, output, at }));
  }

  async sendTaskFailure(
    token: string,
    { error = '', cause = '' }: { error?: string | undefined; cause?: string | undefined } = {},
  ): Promise<void> {
    if (error.length > MAX_ERROR_LENGTH || cause.length > MAX_CAUSE_LENGTH) {
      throw workflowError(
        'ValidationException',
        `error: at most ${MAX_ERROR_LENGTH} characters, cause: at most ${MAX_CAUSE_LENGTH}`,
      );
    }
    await this.#answer(token, (taskId, at) => ({ kind: 'task-failed', taskId, error, cause, at }));
  }

  async sendTaskHeartbeat(token: string): Promise<void> {
    await this.#answer(token, (taskId, at) => ({ kind: 'task-heartbeat', taskId, at }));
  }

  /** Stopping a closed execution changes nothing. */
  async stopExecution(
    reference: ExecutionReference,
    reason: { error?: string | undefined; cause?: string | undefined } = {},
  ): Promise<{ stoppedAt: number }> {
    this.#runner.mustRun();
    const { id } = this.#existing(reference);
    const at = this.#options.clock.now();
    await this.#runner.advance(id, {
      kind: 'stop',
      error: reason.error ?? null,
      cause: reason.cause ?? null,
      at,
    });
    return { stoppedAt: this.#existing(reference).stoppedAt ?? at };
  }

  describeExecution(reference: ExecutionReference): Execution {
    return describe(this.#existing(reference));
  }

  /** Newest first. `next` is the cursor of the following page, absent on the last. */
  listExecutions(
    workflow: string,
    query: {
      status?: ExecutionStatus | undefined;
      after?: ExecutionCursor | undefined;
      limit?: number | undefined;
    } = {},
  ): { executions: Execution[]; next?: ExecutionCursor } {
    const { limit = 100, status, after } = query;
    const rows = this.#store.list(workflow, { status, after, limit: limit + 1 });
    const executions = rows.slice(0, limit).map(describe);
    const last = executions.at(-1);
    if (rows.length <= limit || !last) return { executions };
    return { executions, next: { startedAt: last.startedAt, id: last.id } };
  }

  /** `next` is the id of the last event of the page, to be given as `after`; absent on the last page. */
  getExecutionHistory(
    reference: ExecutionReference,
    query: { after?: number | undefined; limit?: number | undefined; reverse?: boolean | undefined } = {},
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
    throw workflowError(
      'ExecutionDoesNotExist',
      `Execution Does Not Exist: '${this.executionArn(reference)}'`,
    );
  }

  #begin(request: NewExecution): Promise<StartedExecution> {
    return this.#runner.serially(`start ${request.workflow} ${request.name}`, () => this.#insert(request));
  }

  async #insert({ workflow, name, input, startedBy }: NewExecution): Promise<StartedExecution> {
    this.#runner.mustRun();
    const loaded = this.definitions.get(workflow);
    if (!loaded) throw workflowError('StateMachineDoesNotExist', `there is no workflow "${workflow}"`);
    checkExecutionName(name);
    const text = JSON.stringify(input);
    if (Buffer.byteLength(text) > MAX_PAYLOAD_BYTES) {
      throw workflowError('InvalidExecutionInput', `input: larger than ${MAX_PAYLOAD_BYTES} bytes`);
    }
    const { clock, ids, random } = this.#options;
    const row: ExecutionRow = {
      id: ids.ulid(),
      workflow,
      name,
      definition: loaded.hash,
      secret: `${ids.secret()}.${random()}`,
      startedBy,
      status: 'RUNNING',
      input: text,
      startedAt: clock.now(),
      stoppedAt: null,
      output: null,
      error: null,
      cause: null,
    };
    const earlier = this.#earlier(row);
    if (earlier) {
      return { executionArn: this.executionArn(earlier), startedAt: earlier.startedAt, wasRunning: true };
    }
    await this.#runner.insert(row, loaded.machine, firstState(loaded.machine, this.#factsOf(row)));
    return { executionArn: this.executionArn(row), startedAt: row.startedAt, wasRunning: false };
  }

  /** The execution that this start repeats; throws when the name is taken by another. */
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

  async #startChild({ stateMachineArn: arn, name, input, taskId }: StartEffect): Promise<Json> {
    const workflow = readStateMachineArn(this.partition, arn);
    if (workflow === undefined) {
      throw workflowError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
    }
    const started = await this.#begin({ workflow, name, input, startedBy: taskId });
    return { ExecutionArn: started.executionArn, StartDate: new Date(started.startedAt).toISOString() };
  }

  async #answer(token: string, eventOf: (taskId: string, at: number) => EngineEvent): Promise<void> {
    this.#runner.mustRun();
    const ids = token.length <= MAX_TOKEN_LENGTH ? readTaskToken(token) : undefined;
    const row = ids && this.#store.byId(ids.executionId);
    if (!ids || !row || !isTokenOf(row.secret, ids.taskId, token)) {
      throw workflowError('InvalidToken', 'Invalid Token: not a task token of a known execution');
    }
    if (!this.#store.hasTask(ids.taskId)) throw taskTimedOut();
    const wasDelivered = await this.#runner.advance(row.id, eventOf(ids.taskId, this.#options.clock.now()));
    if (!wasDelivered) throw taskTimedOut();
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
}

function taskTimedOut(): DomainError {
  return workflowError('TaskTimedOut', 'Task Timed Out: the task was answered, timed out or was abandoned');
}

function describe({ secret: _secret, startedBy: _startedBy, ...execution }: ExecutionRow): Execution {
  return execution;
}
