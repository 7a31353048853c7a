import type { Advance } from './advance.ts';
import { beginMap, beginParallel, resumeChildren } from './children-state.ts';
import { evaluateTemplate, type QueryScope } from './evaluate.ts';
import type { Frame } from './execution-state.ts';
import { inputDetails, outputDetails } from './history-event.ts';
import { isJsonObject, type Json, sizeInBytes } from './json.ts';
import { MAX_VARIABLES_BYTES } from './limits.ts';
import { maxAttempts, retryDelayMs } from './retry-delay.ts';
import { errorMatches, StateError } from './state-error.ts';
import type { ChoiceState, FailState, State, States } from './state-machine.ts';
import { beginTask, refuseOversize, resumeTask } from './task-state.ts';
import { waitUntil } from './wait-until.ts';

export type Outcome =
  | { kind: 'open' }
  | { kind: 'succeeded'; output: Json }
  | { kind: 'failed'; error: string; cause: string };

/** What one turn in a state came to: it waits, it is left with what it produced, or it ends the path. */
type Turn = { kind: 'open' } | Leaving | { kind: 'failed'; error: string; cause: string };
interface Leaving {
  kind: 'leave';
  scope: QueryScope;
  /** The state's output when it has no Output field. */
  value: Json;
  output?: Json | undefined;
  assign?: Record<string, Json> | undefined;
  next?: string | undefined;
}
const OPEN = { kind: 'open' } as const;

/** Runs one path until it waits for something or ends. Changes `frame` in place. */
export async function runFrame(
  advance: Advance,
  states: States,
  frame: Frame,
  outer: Record<string, Json>,
): Promise<Outcome> {
  for (;;) {
    const state = states[frame.stateName];
    if (!state) throw new Error(`the definition has no state '${frame.stateName}'`);
    if (frame.enteredAt === null) {
      frame.enteredAt = advance.now;
      advance.record(frame, `${state.Type}StateEntered`, {
        name: frame.stateName,
        ...inputDetails(frame.input),
      });
    }
    const turn = await guardedTurn(advance, state, frame, outer);
    if (turn.kind !== 'moved') return turn;
  }
}

type Guarded = Outcome | { kind: 'moved' };

async function guardedTurn(
  advance: Advance,
  state: State,
  frame: Frame,
  outer: Record<string, Json>,
): Promise<Guarded> {
  try {
    const turn = await takeTurn(advance, state, frame, outer);
    return turn.kind === 'leave' ? await leave(advance, state, frame, turn) : turn;
  } catch (thrown) {
    if (!(thrown instanceof StateError)) throw thrown;
    return recover(advance, state, frame, outer, thrown);
  }
}

async function takeTurn(
  advance: Advance,
  state: State,
  frame: Frame,
  outer: Record<string, Json>,
): Promise<Turn> {
  if (frame.pause?.kind === 'retry') {
    if (frame.pause.until > advance.now) return OPEN;
    frame.pause = null;
  }
  switch (state.Type) {
    case 'Pass':
    case 'Succeed':
      return leaving(state, advance.scope(frame, outer), frame.input);
    case 'Choice':
      return choose(state, advance.scope(frame, outer), frame.input);
    case 'Fail':
      return fail(state, advance.scope(frame, outer));
    case 'Wait': {
      const scope = advance.scope(frame, outer);
      frame.pause ??= { kind: 'timer', until: await waitUntil(state, scope) };
      if (frame.pause.kind === 'timer' && frame.pause.until > advance.now) return OPEN;
      return leaving(state, scope, frame.input);
    }
    case 'Task': {
      const turn =
        frame.pause?.kind === 'task'
          ? resumeTask(advance, frame, state, frame.pause)
          : await beginTask(advance, frame, state, outer);
      if (turn.kind === 'open') return OPEN;
      return leaving(state, advance.scope(frame, outer, { result: turn.result }), turn.result);
    }
    case 'Parallel':
    case 'Map': {
      if (frame.pause?.kind !== 'children') {
        frame.pause =
          state.Type === 'Map'
            ? await beginMap(advance, frame, state, outer)
            : await beginParallel(advance, frame, state, outer);
      }
      const result = await resumeChildren(
        advance,
        frame,
        state,
        frame.pause,
        outer,
        (branch, child, variables) => runFrame(advance, branch.States, child, variables),
      );
      if (result === null) return OPEN;
      return leaving(state, advance.scope(frame, outer, { result }), result);
    }
  }
}

interface Producer {
  Output?: Json | undefined;
  Assign?: Record<string, Json> | undefined;
  Next?: string | undefined;
}

function leaving(producer: Producer, scope: QueryScope, value: Json): Leaving {
  return {
    kind: 'leave',
    scope,
    value,
    output: producer.Output,
    assign: producer.Assign,
    next: producer.Next,
  };
}

async function choose(state: ChoiceState, scope: QueryScope, input: Json): Promise<Leaving> {
  for (const [index, rule] of state.Choices.entries()) {
    const field = `Choices[${index}]/Condition`;
    const holds = await evaluateTemplate(rule.Condition, field, scope);
    if (typeof holds !== 'boolean') {
      throw new StateError(
        'States.QueryEvaluationError',
        `The field '${field}' of the state '${scope.stateName}' must be true or false, got ${JSON.stringify(holds)}`,
      );
    }
    if (holds) return leaving(rule, scope, input);
  }
  if (state.Default === undefined) {
    throw new StateError(
      'States.NoChoiceMatched',
      `No rule of the state '${scope.stateName}' holds and it has no Default`,
    );
  }
  return leaving({ Output: state.Output, Assign: state.Assign, Next: state.Default }, scope, input);
}

async function fail(state: FailState, scope: QueryScope): Promise<Turn> {
  const text = async (template: string | undefined, field: string) => {
    if (template === undefined) return '';
    const value = await evaluateTemplate(template, field, scope);
    if (typeof value === 'string') return value;
    throw new StateError(
      'States.QueryEvaluationError',
      `The field '${field}' of the state '${scope.stateName}' must be a string, got ${JSON.stringify(value)}`,
    );
  };
  return { kind: 'failed', error: await text(state.Error, 'Error'), cause: await text(state.Cause, 'Cause') };
}

/** Output and Assign see the variables as they were: neither sees what the other makes. */
async function leave(advance: Advance, state: State, frame: Frame, leaving: Leaving): Promise<Guarded> {
  const { scope } = leaving;
  const assigned = await evaluateTemplate(leaving.assign ?? {}, 'Assign', scope);
  const output =
    leaving.output === undefined ? leaving.value : await evaluateTemplate(leaving.output, 'Output', scope);
  refuseOversize(output, `The output of the state '${frame.stateName}'`);
  if (isJsonObject(assigned)) keepVariables(frame, assigned);

  const details: { [key: string]: Json } = { name: frame.stateName, ...outputDetails(output) };
  if (leaving.assign !== undefined) {
    details['assignedVariables'] = Object.fromEntries(
      Object.entries(isJsonObject(assigned) ? assigned : {}).map(([name, value]) => [
        name,
        JSON.stringify(value),
      ]),
    );
  }
  frame.pause = null;
  advance.record(frame, `${state.Type}StateExited`, details);
  if (leaving.next === undefined) return { kind: 'succeeded', output };
  Object.assign(frame, {
    stateName: leaving.next,
    input: output,
    enteredAt: null,
    retryCount: 0,
    retriersUsed: [],
  } satisfies Partial<Frame>);
  return { kind: 'moved' };
}

function keepVariables(frame: Frame, assigned: { [key: string]: Json }): void {
  refuseOversize(assigned, `What the state '${frame.stateName}' assigns`);
  const variables = { ...frame.variables, ...assigned };
  if (sizeInBytes(variables) > MAX_VARIABLES_BYTES) {
    throw new StateError(
      'States.DataLimitExceeded',
      `The variables are larger than ${MAX_VARIABLES_BYTES} bytes`,
    );
  }
  frame.variables = variables;
}

async function recover(
  advance: Advance,
  state: State,
  frame: Frame,
  outer: Record<string, Json>,
  failure: StateError,
): Promise<Guarded> {
  if (failure.error === 'States.QueryEvaluationError') noteEvaluation(advance, frame, failure);
  advance.abandon(frame.pause);
  frame.pause = null;
  const failed = { kind: 'failed', error: failure.error, cause: failure.errorCause } as const;
  if (state.Type !== 'Task' && state.Type !== 'Parallel' && state.Type !== 'Map') return failed;

  const retrierIndex = (state.Retry ?? []).findIndex((retrier) =>
    errorMatches(retrier.ErrorEquals, failure.error),
  );
  const retrier = state.Retry?.[retrierIndex];
  const used = frame.retriersUsed[retrierIndex] ?? 0;
  if (retrier && used < maxAttempts(retrier)) {
    for (let index = frame.retriersUsed.length; index < retrierIndex; index += 1)
      frame.retriersUsed[index] = 0;
    frame.retriersUsed[retrierIndex] = used + 1;
    frame.retryCount += 1;
    frame.pause = { kind: 'retry', until: advance.now + retryDelayMs(retrier, used, advance.draw) };
    return OPEN;
  }
  const catcher = state.Catch?.find((candidate) => errorMatches(candidate.ErrorEquals, failure.error));
  if (!catcher) return failed;
  const errorOutput = { Error: failure.error, Cause: failure.errorCause };
  try {
    return await leave(
      advance,
      state,
      frame,
      leaving(catcher, advance.scope(frame, outer, { errorOutput }), errorOutput),
    );
  } catch (thrown) {
    if (!(thrown instanceof StateError)) throw thrown;
    if (thrown.error === 'States.QueryEvaluationError') noteEvaluation(advance, frame, thrown);
    return { kind: 'failed', error: thrown.error, cause: thrown.errorCause };
  }
}

function noteEvaluation(advance: Advance, frame: Frame, failure: StateError): void {
  advance.record(frame, 'EvaluationFailed', {
    error: failure.error,
    cause: failure.errorCause,
    state: frame.stateName,
  });
}
