import { createHmac } from 'node:crypto';
import type { QueryScope, StatesVariable } from './evaluate.ts';
import type { ExecutionFacts, ExecutionState, Frame, Pause } from './execution-state.ts';
import { detailsKeyOf, type HistoryEvent } from './history-event.ts';
import type { Json } from './json.ts';
import { MAX_HISTORY_EVENTS } from './limits.ts';
import { taskToken } from './task-token.ts';

export type EngineEvent = { at: number } & (
  | { kind: 'wake' }
  | { kind: 'task-succeeded'; taskId: string; output: Json }
  /** The function of a token task has returned; the task goes on until its token comes back. */
  | { kind: 'task-submitted'; taskId: string; output: Json }
  | { kind: 'task-failed'; taskId: string; error: string; cause: string }
  | { kind: 'task-heartbeat'; taskId: string }
  | { kind: 'stop'; error: string | null; cause: string | null }
);

export type Effect =
  | { kind: 'invoke'; taskId: string; functionName: string; payload: Json; token: string | null }
  | { kind: 'start-execution'; taskId: string; stateMachineArn: string; name: string; input: Json }
  /** Nothing is left to invoke, but the token is still good. */
  | { kind: 'await-token'; taskId: string }
  | { kind: 'forget'; taskId: string };

/** Room is kept for the event that says so. */
export class HistoryFullError extends Error {}

/** What one advance reads and collects: the draft of the state, the instant, the effects and the history. */
export class Advance {
  readonly facts: ExecutionFacts;
  readonly state: ExecutionState;
  readonly event: EngineEvent;
  readonly effects: Effect[] = [];
  readonly history: HistoryEvent[] = [];
  /** Whether a frame took the event: a completion of a task that is no longer waited for is not. */
  delivered = false;

  constructor(facts: ExecutionFacts, state: ExecutionState, event: EngineEvent) {
    this.facts = facts;
    this.state = state;
    this.event = event;
  }

  get now(): number {
    return this.event.at;
  }

  record(frame: Frame, type: string, details: { [key: string]: Json } | null = null): number {
    if (this.state.lastEventId >= MAX_HISTORY_EVENTS - 1) throw new HistoryFullError();
    return this.append(frame, type, details);
  }

  /** The last event of an execution, for which there is always room. */
  recordEnd(type: string, details: { [key: string]: Json }): void {
    this.append(this.state.root, type, details);
  }

  private append(frame: Frame, type: string, details: { [key: string]: Json } | null): number {
    const id = this.state.lastEventId + 1;
    this.state.lastEventId = id;
    this.history.push({
      id,
      previousEventId: frame.previousEventId,
      at: this.now,
      type,
      detailsKey: details === null ? null : detailsKeyOf(type),
      details: details ?? {},
    });
    frame.previousEventId = id;
    return id;
  }

  nextTaskId(): string {
    this.state.tasks += 1;
    return `${this.facts.executionId}.${this.state.tasks}`;
  }

  tokenOf(taskId: string): string {
    return taskToken(this.facts.secret, taskId);
  }

  readonly draw = (): number => {
    this.state.draws += 1;
    return this.digest(`draw ${this.state.draws}`).readUIntBE(0, 6) / 2 ** 48;
  };

  readonly uuid = (): string => {
    this.state.draws += 1;
    return this.uuidOf(`uuid ${this.state.draws}`);
  };

  /** Version 4 by its bits, from the execution's own seed by its making. */
  uuidOf(subject: string): string {
    const bytes = this.digest(subject).subarray(0, 16);
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  private digest(subject: string): Buffer {
    return createHmac('sha256', this.facts.secret).update(subject).digest();
  }

  scope(frame: Frame, outer: Record<string, Json>, extra: Partial<StatesVariable> = {}): QueryScope {
    return {
      now: this.now,
      draw: this.draw,
      uuid: this.uuid,
      stateName: frame.stateName,
      states: { input: frame.input, context: this.context(frame), ...extra },
      variables: { ...outer, ...frame.variables },
    };
  }

  private context(frame: Frame): Json {
    const { facts } = this;
    const token = frame.pause?.kind === 'task' ? frame.pause.token : null;
    return {
      Execution: {
        Id: facts.executionArn,
        Input: facts.input,
        Name: facts.executionName,
        StartTime: new Date(facts.startedAt).toISOString(),
        RedriveCount: 0,
      },
      StateMachine: { Id: facts.stateMachineArn, Name: facts.stateMachineName },
      State: {
        Name: frame.stateName,
        EnteredTime: new Date(frame.enteredAt ?? this.now).toISOString(),
        RetryCount: frame.retryCount,
      },
      ...(token === null ? {} : { Task: { Token: token } }),
      ...(frame.mapItem === null
        ? {}
        : { Map: { Item: { Index: frame.mapItem.index, Value: frame.mapItem.value } } }),
    };
  }

  /** Lets go of whatever a pause was waiting for: no task below it is invoked or awaited any more. */
  abandon(pause: Pause | null): void {
    if (pause?.kind === 'task') this.effects.push({ kind: 'forget', taskId: pause.taskId });
    if (pause?.kind === 'children') for (const child of pause.running) this.abandon(child.frame.pause);
  }
}
