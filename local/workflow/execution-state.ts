import type { Json } from './json.ts';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** What never changes during an execution. */
export interface ExecutionFacts {
  /** Unique even when the name is used again after 90 days. */
  executionId: string;
  executionArn: string;
  executionName: string;
  stateMachineArn: string;
  stateMachineName: string;
  input: Json;
  startedAt: number;
  /** The seed of everything random in the execution: tokens, jitter, $random, $uuid. */
  secret: string;
}

/** The persisted tree of frames. Plain JSON: it is stored between two advances and nothing else is. */
export interface ExecutionState {
  status: ExecutionStatus;
  deadlineAt: number | null;
  root: Frame;
  lastEventId: number;
  tasks: number;
  draws: number;
  output: Json;
  error: string | null;
  cause: string | null;
}

/** One path through one set of states: the whole machine, a branch of a Parallel or an iteration of a Map. */
export interface Frame {
  stateName: string;
  input: Json;
  /** Null until the state is entered. */
  enteredAt: number | null;
  retryCount: number;
  /** Retries used, by the index of the retrier. They start over in the next state. */
  retriersUsed: number[];
  /** Variables of this scope only; those of outer scopes are read through the parents. */
  variables: Record<string, Json>;
  mapItem: { index: number; value: Json } | null;
  previousEventId: number;
  pause: Pause | null;
}

export type Pause =
  | { kind: 'timer'; until: number }
  | { kind: 'retry'; until: number }
  | TaskPause
  | ChildrenPause;

export interface TaskPause {
  kind: 'task';
  taskId: string;
  token: string | null;
  /** Null when the task has no TimeoutSeconds. Reached, not passed: at this instant it has timed out. */
  deadlineAt: number | null;
  heartbeatMs: number | null;
  heartbeatAt: number | null;
}

export interface ChildrenPause {
  kind: 'children';
  /** Inputs of the children that have not started, in order. Empty for a Parallel. */
  waiting: Json[];
  running: { index: number; frame: Frame }[];
  outputs: Json[];
  started: number;
  concurrency: number;
}

export function newFrame(startAt: string, input: Json, previousEventId: number): Frame {
  return {
    stateName: startAt,
    input,
    enteredAt: null,
    retryCount: 0,
    retriersUsed: [],
    variables: {},
    mapItem: null,
    previousEventId,
    pause: null,
  };
}

/** The instant at which the execution must be advanced even if nothing happens; null when only an event moves it. */
export function nextWakeAt(state: ExecutionState): number | null {
  if (state.status !== 'RUNNING') return null;
  return earliest([state.deadlineAt, frameWakeAt(state.root)]);
}

function frameWakeAt(frame: Frame): number | null {
  const { pause } = frame;
  if (pause === null) return null;
  if (pause.kind === 'timer' || pause.kind === 'retry') return pause.until;
  if (pause.kind === 'task') return earliest([pause.deadlineAt, pause.heartbeatAt]);
  return earliest(pause.running.map((child) => frameWakeAt(child.frame)));
}

function earliest(instants: (number | null)[]): number | null {
  return instants.reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null);
}
