import { Advance, type Effect, type EngineEvent, HistoryFullError } from './advance.ts';
import { type ExecutionFacts, type ExecutionState, newFrame } from './execution-state.ts';
import { type HistoryEvent, inputDetails, outputDetails } from './history-event.ts';
import { MAX_HISTORY_EVENTS } from './limits.ts';
import { type Outcome, runFrame } from './run-frame.ts';
import type { StateMachine } from './state-machine.ts';

export interface Step {
  state: ExecutionState;
  effects: Effect[];
  history: HistoryEvent[];
  delivered: boolean;
}

export function firstState(machine: StateMachine, facts: ExecutionFacts): ExecutionState {
  return {
    status: 'RUNNING',
    deadlineAt:
      machine.TimeoutSeconds === undefined ? null : facts.startedAt + machine.TimeoutSeconds * 1_000,
    root: newFrame(machine.StartAt, facts.input, 0),
    lastEventId: 0,
    tasks: 0,
    draws: 0,
    output: null,
    error: null,
    cause: null,
  };
}

/**
 * The interpreter: what an execution becomes by one event, and what is to be done about it. The same
 * arguments give the same result; nothing is changed but what is returned. A promise only because jsonata
 * evaluates in promises.
 */
export async function step(
  machine: StateMachine,
  facts: ExecutionFacts,
  state: ExecutionState,
  event: EngineEvent,
): Promise<Step> {
  const advance = new Advance(facts, structuredClone(state), event);
  if (advance.state.status === 'RUNNING') await advanceRunning(advance, machine);
  return {
    state: advance.state,
    effects: advance.effects,
    history: advance.history,
    delivered: advance.delivered,
  };
}

async function advanceRunning(advance: Advance, machine: StateMachine): Promise<void> {
  const { state, facts, event } = advance;
  if (state.lastEventId === 0) {
    advance.record(state.root, 'ExecutionStarted', inputDetails(facts.input));
  }
  if (event.kind === 'stop') {
    advance.delivered = true;
    end(advance, 'ABORTED', { error: event.error, cause: event.cause });
    return;
  }
  if (state.deadlineAt !== null && state.deadlineAt <= advance.now) {
    end(advance, 'TIMED_OUT', { error: 'States.Timeout', cause: null });
    return;
  }
  try {
    settle(advance, await runFrame(advance, machine.States, state.root, {}));
  } catch (thrown) {
    if (!(thrown instanceof HistoryFullError)) throw thrown;
    const cause = `The execution reached the maximum number of history events (${MAX_HISTORY_EVENTS}).`;
    end(advance, 'FAILED', { error: 'States.Runtime', cause });
  }
}

function settle(advance: Advance, outcome: Outcome): void {
  if (outcome.kind === 'failed') end(advance, 'FAILED', outcome);
  if (outcome.kind !== 'succeeded') return;
  advance.state.status = 'SUCCEEDED';
  advance.state.output = outcome.output;
  advance.recordEnd('ExecutionSucceeded', outputDetails(outcome.output));
}

const END_EVENTS = {
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  ABORTED: 'ExecutionAborted',
} as const;

function end(
  advance: Advance,
  status: keyof typeof END_EVENTS,
  { error, cause }: { error: string | null; cause: string | null },
): void {
  const { state } = advance;
  advance.abandon(state.root.pause);
  state.root.pause = null;
  Object.assign(state, { status, error, cause } satisfies Partial<ExecutionState>);
  advance.recordEnd(END_EVENTS[status], {
    ...(error === null ? {} : { error }),
    ...(cause === null ? {} : { cause }),
  });
}
