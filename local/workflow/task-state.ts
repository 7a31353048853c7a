import type { Advance } from './advance.ts';
import { evaluateTemplate, type QueryScope } from './evaluate.ts';
import type { Frame, TaskPause } from './execution-state.ts';
import { inputDetails, outputDetails } from './history-event.ts';
import { functionNameOf, type Integration, integrationOf } from './integration.ts';
import { isJsonObject, type Json, sizeInBytes } from './json.ts';
import { MAX_PAYLOAD_BYTES, MAX_SECONDS } from './limits.ts';
import { StateError } from './state-error.ts';
import type { TaskState } from './state-machine.ts';

export type TaskTurn = { kind: 'open' } | { kind: 'done'; result: Json };
const OPEN: TaskTurn = { kind: 'open' };

/** Schedules the task: its invocation is an effect, made only after this advance is committed. */
export async function beginTask(
  advance: Advance,
  frame: Frame,
  state: TaskState,
  outer: Record<string, Json>,
): Promise<TaskTurn> {
  const integration = knownIntegration(state);
  const taskId = advance.nextTaskId();
  const token =
    integration.kind === 'lambda-invoke' && integration.waitsForToken ? advance.tokenOf(taskId) : null;
  const pause: TaskPause = {
    kind: 'task',
    taskId,
    token,
    deadlineAt: null,
    heartbeatMs: null,
    heartbeatAt: null,
  };
  // Set before evaluating, as $states.context.Task.Token is read from it; taken back if evaluating fails.
  frame.pause = pause;
  try {
    const scope = advance.scope(frame, outer);
    const timeout = await wholeSeconds(state.TimeoutSeconds, 'TimeoutSeconds', scope);
    const heartbeat = await wholeSeconds(state.HeartbeatSeconds, 'HeartbeatSeconds', scope);
    if (heartbeat !== null && heartbeat >= (timeout ?? MAX_SECONDS)) {
      throw new StateError(
        'States.Runtime',
        `HeartbeatSeconds (${heartbeat}) of the state '${frame.stateName}' must be less than its TimeoutSeconds (${timeout})`,
      );
    }
    const given = await evaluateTemplate(state.Arguments ?? frame.input, 'Arguments', scope);
    refuseOversize(given, `The arguments of the task '${frame.stateName}'`);
    schedule(advance, frame, integration, given, pause, { timeout, heartbeat });
  } catch (thrown) {
    frame.pause = null;
    throw thrown;
  }
  return OPEN;
}

function schedule(
  advance: Advance,
  frame: Frame,
  integration: Integration,
  given: Json,
  pause: TaskPause,
  { timeout, heartbeat }: { timeout: number | null; heartbeat: number | null },
): void {
  const { taskId, token } = pause;
  if (timeout !== null) pause.deadlineAt = advance.now + timeout * 1_000;
  if (heartbeat !== null) {
    pause.heartbeatMs = heartbeat * 1_000;
    pause.heartbeatAt = advance.now + pause.heartbeatMs;
  }
  const times: { [key: string]: Json } = {};
  if (timeout !== null) times['timeoutInSeconds'] = timeout;
  if (heartbeat !== null) times['heartbeatInSeconds'] = heartbeat;

  if (integration.kind === 'lambda-direct') {
    advance.record(frame, 'LambdaFunctionScheduled', {
      resource: integration.functionName,
      ...inputDetails(given),
      ...times,
    });
    advance.record(frame, 'LambdaFunctionStarted');
    advance.effects.push({
      kind: 'invoke',
      taskId,
      functionName: integration.functionName,
      payload: given,
      token,
    });
    return;
  }
  const { resourceType, resource } = integration;
  const parameters = JSON.stringify(given);
  advance.record(frame, 'TaskScheduled', {
    resourceType,
    resource,
    region: regionOf(advance),
    parameters,
    ...times,
  });
  advance.record(frame, 'TaskStarted', { resourceType, resource });
  if (integration.kind === 'lambda-invoke') {
    const name = stringArgument(given, 'FunctionName', frame.stateName);
    const payload = isJsonObject(given) ? (given['Payload'] ?? {}) : {};
    advance.effects.push({ kind: 'invoke', taskId, functionName: functionNameOf(name), payload, token });
    return;
  }
  advance.effects.push({
    kind: 'start-execution',
    taskId,
    stateMachineArn: stringArgument(given, 'StateMachineArn', frame.stateName),
    name:
      isJsonObject(given) && given['Name'] !== undefined
        ? stringArgument(given, 'Name', frame.stateName)
        : advance.uuidOf(`name ${taskId}`),
    input: isJsonObject(given) ? (given['Input'] ?? {}) : {},
  });
}

/** Timeouts first: an answer that comes at or after the deadline has missed it, however late the timer was. */
export function resumeTask(advance: Advance, frame: Frame, state: TaskState, pause: TaskPause): TaskTurn {
  const { event } = advance;
  if (pause.deadlineAt !== null && pause.deadlineAt <= advance.now) {
    throw endTask(advance, frame, state, 'States.Timeout', null);
  }
  if (pause.heartbeatAt !== null && pause.heartbeatAt <= advance.now) {
    throw endTask(advance, frame, state, 'States.HeartbeatTimeout', null);
  }
  if (advance.delivered || !('taskId' in event) || event.taskId !== pause.taskId) return OPEN;
  advance.delivered = true;
  switch (event.kind) {
    case 'task-heartbeat':
      if (pause.heartbeatMs !== null) pause.heartbeatAt = advance.now + pause.heartbeatMs;
      return OPEN;
    case 'task-submitted':
      recordTask(advance, frame, state, 'Submitted', outputDetails(event.output));
      advance.effects.push({ kind: 'await-token', taskId: pause.taskId });
      return OPEN;
    case 'task-failed':
      throw endTask(advance, frame, state, event.error, event.cause);
    case 'task-succeeded': {
      const result = pause.token === null ? wrapResult(state, event.output) : event.output;
      if (sizeInBytes(result) > MAX_PAYLOAD_BYTES) {
        throw endTask(advance, frame, state, 'States.DataLimitExceeded', oversize('The task result'));
      }
      recordTask(advance, frame, state, 'Succeeded', outputDetails(result));
      advance.effects.push({ kind: 'forget', taskId: pause.taskId });
      return { kind: 'done', result };
    }
  }
}

/** An error without a cause is a timeout: it has its own event type. */
function endTask(
  advance: Advance,
  frame: Frame,
  state: TaskState,
  error: string,
  cause: string | null,
): StateError {
  recordTask(advance, frame, state, cause === null ? 'TimedOut' : 'Failed', { error, cause: cause ?? '' });
  return new StateError(error, cause ?? '');
}

function recordTask(
  advance: Advance,
  frame: Frame,
  state: TaskState,
  what: string,
  details: { [key: string]: Json },
): void {
  const integration = knownIntegration(state);
  if (integration.kind === 'lambda-direct') {
    advance.record(frame, `LambdaFunction${what}`, details);
    return;
  }
  const { resourceType, resource } = integration;
  advance.record(frame, `Task${what}`, { resourceType, resource, ...details });
}

function wrapResult(state: TaskState, output: Json): Json {
  if (knownIntegration(state).kind !== 'lambda-invoke') return output;
  return { ExecutedVersion: '$LATEST', Payload: output, StatusCode: 200 };
}

function regionOf({ facts }: Advance): string {
  return facts.executionArn.split(':')[3] ?? '';
}

function knownIntegration(state: TaskState): Integration {
  const integration = integrationOf(state.Resource);
  if (!integration)
    throw new Error(`the Resource ${state.Resource} passed the load check but is not implemented`);
  return integration;
}

function stringArgument(given: Json, key: string, stateName: string): string {
  const value = isJsonObject(given) ? given[key] : undefined;
  if (typeof value === 'string' && value !== '') return value;
  throw new StateError(
    'States.Runtime',
    `The argument '${key}' of the state '${stateName}' must be a non-empty string`,
  );
}

async function wholeSeconds(
  template: number | string | undefined,
  field: string,
  scope: QueryScope,
): Promise<number | null> {
  if (template === undefined) return null;
  const value = await evaluateTemplate(template, field, scope);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_SECONDS)
    return value;
  throw new StateError(
    'States.QueryEvaluationError',
    `The field '${field}' of the state '${scope.stateName}' must be a whole number of seconds from 1 to ${MAX_SECONDS}, got ${JSON.stringify(value)}`,
  );
}

export function refuseOversize(value: Json, what: string): void {
  if (sizeInBytes(value) > MAX_PAYLOAD_BYTES) {
    throw new StateError('States.DataLimitExceeded', oversize(what));
  }
}

function oversize(what: string): string {
  return `${what} is larger than ${MAX_PAYLOAD_BYTES} bytes; keep large data in the store and pass its key`;
}
