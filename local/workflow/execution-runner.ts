import type { DatabaseSync } from 'node:sqlite';
import { DomainError } from '../../core/errors.ts';
import type { Clock, Timers } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { GroupCommit } from '../sqlite/group-commit.ts';
import type { Effect, EngineEvent } from './advance.ts';
import type { ExecutionFacts, ExecutionState } from './execution-state.ts';
import type { Json } from './json.ts';
import { CLOSED_RETENTION_MS } from './limits.ts';
import type { LoadedWorkflow } from './load-workflow.ts';
import { SerialQueue } from './serial-queue.ts';
import type { StateMachine } from './state-machine.ts';
import { type Step, step } from './step.ts';
import { type StartEffect, TaskRunner, type WorkflowInvoke } from './task-runner.ts';
import { WakeTimer } from './wake-timer.ts';
import type { ExecutionRow, WorkflowStore } from './workflow-store.ts';

export interface RunnerDependencies {
  database: DatabaseSync;
  store: WorkflowStore;
  clock: Clock;
  timers: Timers;
  log: Pick<Log, 'error'>;
  invoke: WorkflowInvoke;
  startChild: (effect: StartEffect) => Promise<Json>;
  factsOf: (row: ExecutionRow) => ExecutionFacts;
}

const DUE_BATCH = 256;
const RETRY_AFTER_STORAGE_FAILURE_MS = 1_000;
const SWEEP_EVERY_MS = 3_600_000;
const SWEEP_BATCH = 500;

/** Moves executions: one event at a time through each, read, step, commit, and only then act. */
export class ExecutionRunner {
  readonly #needs: RunnerDependencies;
  readonly #commits: GroupCommit;
  readonly #serial = new SerialQueue();
  readonly #tasks: TaskRunner;
  readonly #wake: WakeTimer;
  readonly #machines = new Map<string, StateMachine>();
  #phase: 'new' | 'running' | 'stopping' | 'stopped' = 'new';
  #dueRun: Promise<void> | null = null;
  #sweptAt = Number.NEGATIVE_INFINITY;

  constructor(needs: RunnerDependencies) {
    this.#needs = needs;
    this.#commits = new GroupCommit(needs.database);
    this.#wake = new WakeTimer(needs.clock, needs.timers, () => this.#runDue());
    this.#tasks = new TaskRunner({
      invoke: needs.invoke,
      startChild: needs.startChild,
      complete: (executionId, event) => this.#complete(executionId, event),
      now: () => needs.clock.now(),
      log: needs.log,
    });
  }

  /** What is due goes first, so that a task that timed out meanwhile is not invoked again. */
  async start(definitions: Iterable<LoadedWorkflow>): Promise<void> {
    if (this.#phase !== 'new') throw new Error('the workflow engine was started before; make a new one');
    this.#phase = 'running';
    const { store } = this.#needs;
    await this.#commits.run(() => {
      for (const { hash, definition } of definitions) store.keepDefinition(hash, definition);
    });
    await this.#runDue();
    let after = '';
    for (;;) {
      const batch = store.outstanding(after, DUE_BATCH);
      for (const { executionId, effect } of batch) this.#dispatch(executionId, [effect]);
      const last = batch.at(-1);
      if (!last) return;
      after = last.effect.taskId;
    }
  }

  async stop(): Promise<void> {
    if (this.#phase === 'stopped') return;
    this.#phase = 'stopping';
    this.#wake.disarm();
    for (let busy = this.#busy(); busy.length > 0; busy = this.#busy()) await Promise.race(busy);
    this.#phase = 'stopped';
  }

  async idle(): Promise<void> {
    for (;;) {
      if (this.#phase === 'running') await this.#runDue();
      const busy = this.#busy();
      if (busy.length > 0) await Promise.race(busy);
      else if (this.#phase !== 'running' || !this.#hasDue()) return;
    }
  }

  mustRun(): void {
    if (this.#phase === 'running') return;
    throw new DomainError(
      'unavailable',
      'workflow.not-running',
      `the workflow engine is ${this.#phase}; it answers only between start() and stop()`,
    );
  }

  /** Work on something that is not yet an execution, one after another under one key. */
  serially<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    return this.#serial.run(key, work);
  }

  /** The first advance and the row itself are one transaction; a closed namesake past its time gives way. */
  async insert(row: ExecutionRow, machine: StateMachine, state: ExecutionState): Promise<void> {
    const { store, factsOf } = this.#needs;
    const first = await this.#stepSafely(machine, factsOf(row), state, { kind: 'wake', at: row.startedAt });
    await this.#commits.run(() => {
      const closed = store.find(row);
      if (closed) store.remove(closed.id);
      store.insert(row);
      store.apply(row.id, first, row.startedAt);
    });
    this.#afterCommit(row.id, first);
  }

  /** False when the execution has closed, or when no task waits for the event any more. */
  advance(executionId: string, event: EngineEvent): Promise<boolean> {
    const { store, factsOf } = this.#needs;
    return this.#serial.run(executionId, async () => {
      const state = store.state(executionId);
      const row = store.byId(executionId);
      if (state === null || !row) return false;
      const next = await this.#stepSafely(this.#machineOf(row.definition), factsOf(row), state, event);
      await this.#commits.run(() => store.apply(executionId, next, event.at));
      this.#afterCommit(executionId, next);
      return next.delivered;
    });
  }

  /** A result that cannot be stored now is kept and stored later: the invocation is never made again for that. */
  async #complete(executionId: string, event: EngineEvent): Promise<void> {
    for (;;) {
      try {
        await this.advance(executionId, event);
        return;
      } catch (error) {
        this.#needs.log.error('a task result could not be stored; trying again', { executionId, error });
        if (this.#phase !== 'running') return;
        await this.#pause(RETRY_AFTER_STORAGE_FAILURE_MS);
      }
    }
  }

  /** A fault in the interpreter itself ends the execution visibly: left as it is, it would be due for ever. */
  async #stepSafely(
    machine: StateMachine,
    facts: ExecutionFacts,
    state: ExecutionState,
    event: EngineEvent,
  ): Promise<Step> {
    try {
      return await step(machine, facts, state, event);
    } catch (error) {
      this.#needs.log.error('the workflow interpreter failed', { execution: facts.executionArn, error });
      const cause = `the interpreter failed: ${error instanceof Error ? error.message : String(error)}`;
      const failed: ExecutionState = { ...state, status: 'FAILED', error: 'States.Runtime', cause };
      return { state: failed, effects: [], history: [], delivered: true };
    }
  }

  #afterCommit(executionId: string, { effects }: Step): void {
    if (this.#phase !== 'running') return;
    this.#dispatch(executionId, effects);
    this.#wake.arm(this.#needs.store.nextWakeAt());
  }

  /** An effect that the same advance took back (its task is gone) is not carried out. */
  #dispatch(executionId: string, effects: readonly Effect[]): void {
    const { store } = this.#needs;
    for (const effect of effects) {
      if (effect.kind !== 'invoke' && effect.kind !== 'start-execution') continue;
      const row = store.hasTask(effect.taskId) ? store.byId(executionId) : undefined;
      if (row && this.#phase === 'running') this.#tasks.run({ executionId, executionName: row.name, effect });
    }
  }

  #runDue(): Promise<void> {
    this.#dueRun ??= this.#advanceDue().finally(() => {
      this.#dueRun = null;
    });
    return this.#dueRun;
  }

  async #advanceDue(): Promise<void> {
    const { clock, log, store } = this.#needs;
    try {
      while (this.#phase === 'running') {
        const at = clock.now();
        const due = store.due(at, DUE_BATCH);
        if (due.length === 0) break;
        await Promise.all(due.map((id) => this.advance(id, { kind: 'wake', at })));
      }
      await this.#sweep();
      if (this.#phase === 'running') this.#wake.arm(store.nextWakeAt());
    } catch (error) {
      log.error('due workflows could not be advanced; trying again', { error });
      await this.#pause(RETRY_AFTER_STORAGE_FAILURE_MS);
      if (this.#phase === 'running') this.#wake.arm(clock.now());
    }
  }

  async #sweep(): Promise<void> {
    const { clock, store } = this.#needs;
    const now = clock.now();
    if (now - this.#sweptAt < SWEEP_EVERY_MS) return;
    this.#sweptAt = now;
    while (this.#phase === 'running') {
      const old = store.closedBefore(now - CLOSED_RETENTION_MS, SWEEP_BATCH);
      if (old.length === 0) return;
      await this.#commits.run(() => {
        for (const id of old) store.remove(id);
      });
    }
  }

  #machineOf(hash: string): StateMachine {
    const known = this.#machines.get(hash);
    if (known) return known;
    const text = this.#needs.store.definition(hash);
    if (text === undefined) throw new Error(`the workflow database has no definition ${hash}`);
    const machine = JSON.parse(text) as StateMachine;
    this.#machines.set(hash, machine);
    return machine;
  }

  #busy(): Promise<unknown>[] {
    return [...this.#tasks.inFlight, ...this.#serial.running, ...(this.#dueRun ? [this.#dueRun] : [])];
  }

  #hasDue(): boolean {
    return this.#needs.store.due(this.#needs.clock.now(), 1).length > 0;
  }

  #pause(ms: number): Promise<void> {
    const { clock, timers } = this.#needs;
    return new Promise((resolve) => timers.schedule(clock.now() + ms, resolve));
  }
}
