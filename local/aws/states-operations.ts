import { z } from 'zod';
import { stateMachineArn } from '../workflow/arn.ts';
import type { HistoryEvent } from '../workflow/history-event.ts';
import type { Json } from '../workflow/json.ts';
import type { Execution, WorkflowEngine } from '../workflow/workflow-engine.ts';
import { StatesFault } from './states-fault.ts';
import { readPageToken, writePageToken } from './states-page-token.ts';
import * as requests from './states-request.ts';

type Operation = (engine: WorkflowEngine, body: unknown) => Promise<object> | object;
const { parseRequest, stateMachineOf, executionOf, pageLimit } = requests;
const executionCursor = z.object({ startedAt: z.int(), id: z.string() });

/** By the name in X-Amz-Target. An operation that is missing here answers UnknownOperationException. */
export const statesOperations: Readonly<Record<string, Operation>> = {
  async StartExecution(engine, body) {
    const { stateMachineArn: arn, name, input = '{}' } = parseRequest(requests.startExecutionRequest, body);
    const workflow = stateMachineOf(engine.partition, arn);
    const started = await engine.startExecution({
      workflow,
      name,
      input: parseJson('InvalidExecutionInput', input),
    });
    return { executionArn: started.executionArn, startDate: seconds(started.startedAt) };
  },

  async SendTaskSuccess(engine, body) {
    const { taskToken, output } = parseRequest(requests.sendTaskSuccessRequest, body);
    await engine.sendTaskSuccess(taskToken, parseJson('InvalidOutput', output));
    return {};
  },

  async SendTaskFailure(engine, body) {
    const { taskToken, ...failure } = parseRequest(requests.sendTaskFailureRequest, body);
    await engine.sendTaskFailure(taskToken, failure);
    return {};
  },

  async SendTaskHeartbeat(engine, body) {
    await engine.sendTaskHeartbeat(parseRequest(requests.sendTaskHeartbeatRequest, body).taskToken);
    return {};
  },

  async StopExecution(engine, body) {
    const { executionArn, ...reason } = parseRequest(requests.stopExecutionRequest, body);
    const { stoppedAt } = await engine.stopExecution(executionOf(engine.partition, executionArn), reason);
    return { stopDate: seconds(stoppedAt) };
  },

  DescribeExecution(engine, body) {
    const { executionArn, includedData } = parseRequest(requests.describeExecutionRequest, body);
    const execution = engine.describeExecution(executionOf(engine.partition, executionArn));
    return {
      ...summary(engine, execution),
      ...(includedData === 'METADATA_ONLY' ? {} : data(execution)),
      ...defined({ error: execution.error, cause: execution.cause }),
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: 'the local engine does not redrive executions',
    };
  },

  ListExecutions(engine, body) {
    const request = parseRequest(requests.listExecutionsRequest, body);
    const workflow = known(engine, request.stateMachineArn);
    const { statusFilter } = request;
    if (statusFilter === 'PENDING_REDRIVE') return { executions: [] };
    const about = `executions ${workflow} ${statusFilter ?? ''}`;
    const after = readPageToken(about, executionCursor, request.nextToken);
    const { executions, next } = engine.listExecutions(workflow, {
      status: statusFilter,
      after,
      limit: pageLimit(request.maxResults),
    });
    return {
      executions: executions.map((execution) => summary(engine, execution)),
      ...(next ? { nextToken: writePageToken(about, next) } : {}),
    };
  },

  GetExecutionHistory(engine, body) {
    const request = parseRequest(requests.getExecutionHistoryRequest, body);
    const reference = executionOf(engine.partition, request.executionArn);
    const { reverseOrder: reverse = false, includeExecutionData = true } = request;
    const about = `history ${request.executionArn} ${reverse}`;
    const after = readPageToken(about, z.int(), request.nextToken);
    const { events, next } = engine.getExecutionHistory(reference, {
      after,
      reverse,
      limit: pageLimit(request.maxResults),
    });
    return {
      events: events.map((event) => historyEvent(event, includeExecutionData)),
      ...(next === undefined ? {} : { nextToken: writePageToken(about, next) }),
    };
  },

  DescribeStateMachine(engine, body) {
    const { stateMachineArn: arn, includedData } = parseRequest(requests.describeStateMachineRequest, body);
    const name = known(engine, arn);
    const definition = engine.definitions.get(name)?.definition ?? '';
    return {
      ...stateMachine(engine, name),
      status: 'ACTIVE',
      roleArn: `arn:aws:iam::${engine.partition.account}:role/local`,
      ...(includedData === 'METADATA_ONLY' ? {} : { definition }),
    };
  },

  ListStateMachines(engine, body) {
    const { maxResults, nextToken } = parseRequest(requests.listStateMachinesRequest, body);
    const limit = pageLimit(maxResults);
    const names = [...engine.definitions.keys()].sort();
    const after = readPageToken('state machines', z.string(), nextToken);
    const rest = after === undefined ? names : names.filter((name) => name > after);
    const shown = rest.slice(0, limit);
    return {
      stateMachines: shown.map((name) => stateMachine(engine, name)),
      ...(rest.length > limit ? { nextToken: writePageToken('state machines', shown.at(-1)) } : {}),
    };
  },
};

function known(engine: WorkflowEngine, arn: string): string {
  const workflow = stateMachineOf(engine.partition, arn);
  if (engine.definitions.has(workflow)) return workflow;
  throw new StatesFault('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
}

function summary(engine: WorkflowEngine, execution: Execution): object {
  const { workflow, name, status, startedAt, stoppedAt } = execution;
  return {
    executionArn: engine.executionArn(execution),
    stateMachineArn: stateMachineArn(engine.partition, workflow),
    name,
    status,
    startDate: seconds(startedAt),
    ...(stoppedAt === null ? {} : { stopDate: seconds(stoppedAt) }),
    redriveCount: 0,
  };
}

function data({ input, output }: Execution): object {
  return {
    input,
    inputDetails: { included: true },
    ...(output === null ? {} : { output, outputDetails: { included: true } }),
  };
}

function stateMachine(engine: WorkflowEngine, name: string): object {
  return {
    stateMachineArn: stateMachineArn(engine.partition, name),
    name,
    type: 'STANDARD',
    creationDate: seconds(engine.openedAt),
  };
}

const PAYLOADS = new Set([
  'input',
  'output',
  'parameters',
  'inputDetails',
  'outputDetails',
  'assignedVariables',
]);

function historyEvent(event: HistoryEvent, includesData: boolean): object {
  const details = Object.fromEntries(
    Object.entries(event.details).filter(([key]) => includesData || !PAYLOADS.has(key)),
  );
  return {
    id: event.id,
    previousEventId: event.previousEventId,
    timestamp: seconds(event.at),
    type: event.type,
    ...(event.detailsKey === null ? {} : { [event.detailsKey]: details }),
  };
}

function defined(fields: Record<string, string | null>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** The protocol counts in seconds with a fraction. */
function seconds(epochMs: number): number {
  return epochMs / 1_000;
}

function parseJson(fault: string, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw Object.assign(new StatesFault(fault, `${fault}: the text is not JSON`), { cause });
  }
}
