import type { Advance } from './advance.ts';
import { evaluateTemplate } from './evaluate.ts';
import { type ChildrenPause, type Frame, newFrame } from './execution-state.ts';
import type { Json } from './json.ts';
import { MAX_INLINE_CONCURRENCY } from './limits.ts';
import type { Outcome } from './run-frame.ts';
import { StateError } from './state-error.ts';
import type { Branch, MapState, ParallelState } from './state-machine.ts';
import { refuseOversize } from './task-state.ts';

export type RunChild = (branch: Branch, frame: Frame, variables: Record<string, Json>) => Promise<Outcome>;

export async function beginParallel(
  advance: Advance,
  frame: Frame,
  state: ParallelState,
  outer: Record<string, Json>,
): Promise<ChildrenPause> {
  const scope = advance.scope(frame, outer);
  const input =
    state.Arguments === undefined ? frame.input : await evaluateTemplate(state.Arguments, 'Arguments', scope);
  refuseOversize(input, `The input of the branches of '${frame.stateName}'`);
  advance.record(frame, 'ParallelStateStarted');
  return {
    kind: 'children',
    waiting: [],
    running: state.Branches.map((branch, index) => ({
      index,
      frame: newFrame(branch.StartAt, input, frame.previousEventId),
    })),
    outputs: state.Branches.map(() => null),
    started: state.Branches.length,
    concurrency: state.Branches.length,
  };
}

export async function beginMap(
  advance: Advance,
  frame: Frame,
  state: MapState,
  outer: Record<string, Json>,
): Promise<ChildrenPause> {
  const scope = advance.scope(frame, outer);
  const items = state.Items === undefined ? frame.input : await evaluateTemplate(state.Items, 'Items', scope);
  if (!Array.isArray(items)) throw wrongField(frame, 'Items', 'an array', items);
  const limit = await evaluateTemplate(state.MaxConcurrency ?? 0, 'MaxConcurrency', scope);
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 0) {
    throw wrongField(frame, 'MaxConcurrency', 'a whole number, 0 or more', limit);
  }
  advance.record(frame, 'MapStateStarted', { length: items.length });
  return {
    kind: 'children',
    waiting: items,
    running: [],
    outputs: items.map(() => null),
    started: 0,
    concurrency: Math.min(limit === 0 ? MAX_INLINE_CONCURRENCY : limit, MAX_INLINE_CONCURRENCY),
  };
}

/** Runs every child as far as it goes; the outputs when all have ended, null while any has not. */
export async function resumeChildren(
  advance: Advance,
  frame: Frame,
  state: ParallelState | MapState,
  pause: ChildrenPause,
  outer: Record<string, Json>,
  runChild: RunChild,
): Promise<Json[] | null> {
  const variables = { ...outer, ...frame.variables };
  for (;;) {
    await startWaiting(advance, frame, state, pause, outer);
    let ended = 0;
    const running = pause.running.slice();
    for (const child of running) {
      const branch = state.Type === 'Map' ? state.ItemProcessor : state.Branches[child.index];
      if (!branch) throw new Error(`the state '${frame.stateName}' has no branch ${child.index}`);
      const outcome = await runChild(branch, child.frame, variables);
      if (outcome.kind === 'open') continue;
      pause.running.splice(pause.running.indexOf(child), 1);
      ended += 1;
      recordEnd(advance, frame, state, child, outcome);
      if (outcome.kind === 'failed') {
        advance.record(frame, `${state.Type}StateFailed`);
        throw new StateError(outcome.error, outcome.cause);
      }
      pause.outputs[child.index] = outcome.output;
    }
    if (pause.running.length === 0 && pause.waiting.length === 0) {
      advance.record(frame, `${state.Type}StateSucceeded`);
      return pause.outputs;
    }
    if (ended === 0) return null;
  }
}

async function startWaiting(
  advance: Advance,
  frame: Frame,
  state: ParallelState | MapState,
  pause: ChildrenPause,
  outer: Record<string, Json>,
): Promise<void> {
  if (state.Type !== 'Map') return;
  while (pause.running.length < pause.concurrency) {
    const value = pause.waiting.shift();
    if (value === undefined) return;
    const index = pause.started;
    pause.started += 1;
    const scope = advance.scope({ ...frame, mapItem: { index, value } }, outer);
    const input =
      state.ItemSelector === undefined
        ? value
        : await evaluateTemplate(state.ItemSelector, 'ItemSelector', scope);
    refuseOversize(input, `The input of iteration ${index} of '${frame.stateName}'`);
    advance.record(frame, 'MapIterationStarted', { name: frame.stateName, index });
    const child = newFrame(state.ItemProcessor.StartAt, input, frame.previousEventId);
    child.mapItem = { index, value };
    pause.running.push({ index, frame: child });
  }
}

function recordEnd(
  advance: Advance,
  frame: Frame,
  state: ParallelState | MapState,
  child: { index: number; frame: Frame },
  outcome: Outcome,
): void {
  frame.previousEventId = child.frame.previousEventId;
  if (state.Type !== 'Map') return;
  const type = outcome.kind === 'failed' ? 'MapIterationFailed' : 'MapIterationSucceeded';
  advance.record(frame, type, { name: frame.stateName, index: child.index });
}

function wrongField(frame: Frame, field: string, wanted: string, got: Json): StateError {
  return new StateError(
    'States.QueryEvaluationError',
    `The field '${field}' of the state '${frame.stateName}' must be ${wanted}, got ${JSON.stringify(got).slice(0, 100)}`,
  );
}
