import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  ListActivitiesCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  paginateGetExecutionHistory,
  paginateListExecutions,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SfnWorkflows } from '../../adapters/sfn/sfn-workflows.ts';
import { createStatesEndpoint } from '../../local/aws/states-endpoint.ts';
import { loadWorkflow } from '../../local/workflow/load-workflow.ts';
import { MIDNIGHT, WorkflowBed } from './workflow-bed.ts';

const definition = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
      TimeoutSeconds: 600,
      HeartbeatSeconds: 100,
      End: true,
    },
  },
});
const partition = { region: 'us-east-1', account: '000000000000' };
const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:ask';
const arnOf = (name: string) => `arn:aws:states:us-east-1:000000000000:execution:ask:${name}`;

let bed: WorkflowBed;
let server: Server;
let client: SFNClient;
let tokens: string[];

beforeEach(async () => {
  tokens = [];
  const names = ['ask', 'other', 'third'];
  const definitions = new Map(names.map((name) => [name, loadWorkflow({ name, text: definition })]));
  bed = new WorkflowBed(definitions, {
    ask: (payload) => void tokens.push((payload as { token: string }).token),
  });
  await bed.start();
  server = createServer(createStatesEndpoint(bed.engine, partition));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  client = new SFNClient({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
});

afterEach(async () => {
  client.destroy();
  await new Promise((resolve) => server.close(resolve));
  await bed[Symbol.asyncDispose]();
});

const start = (name: string, input = '{}') =>
  client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
const nameOfError = (request: Promise<unknown>) =>
  request.then(
    () => 'no error',
    (error: unknown) => (error as Error).name,
  );

describe('StartExecution', () => {
  test('answers with the ARN and the instant, and the execution can be described', async () => {
    const started = await start('one', '{"n": 1}');
    expect(started).toMatchObject({ executionArn: arnOf('one'), startDate: new Date(MIDNIGHT) });
    expect(await client.send(new DescribeExecutionCommand({ executionArn: arnOf('one') }))).toMatchObject({
      executionArn: arnOf('one'),
      stateMachineArn,
      name: 'one',
      status: 'RUNNING',
      startDate: new Date(MIDNIGHT),
      input: '{"n":1}',
      redriveCount: 0,
    });
  });

  test('the same name and input while it runs is the same execution; another input is refused', async () => {
    await start('one', '{"n":1}');
    await bed.forward(60_000);
    expect((await start('one', '{"n":1}')).startDate).toEqual(new Date(MIDNIGHT));
    expect(await nameOfError(start('one', '{"n":2}'))).toBe('ExecutionAlreadyExists');
  });

  test('a name is free again 90 days after its execution closed, and not before', async () => {
    await start('one');
    await bed.forward(600_000);
    await bed.forward(90 * 86_400_000 - 600_000);
    expect(await nameOfError(start('one'))).toBe('ExecutionAlreadyExists');
    await bed.forward(600_000);
    await start('one');
  });

  test('a name is made up when none is given', async () => {
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn }));
    expect(executionArn).toMatch(/:execution:ask:\w{26}$/);
  });

  test.each([
    ['InvalidName', { name: 'a b' }],
    ['InvalidName', { name: 'x'.repeat(81) }],
    ['InvalidName', { name: 'page#1' }],
    ['InvalidExecutionInput', { input: '{' }],
    ['InvalidExecutionInput', { input: JSON.stringify('x'.repeat(262_144)) }],
    ['InvalidArn', { stateMachineArn: 'ask' }],
    ['InvalidArn', { stateMachineArn: arnOf('one') }],
    ['StateMachineDoesNotExist', { stateMachineArn: `${stateMachineArn}-not` }],
    ['StateMachineDoesNotExist', { stateMachineArn: stateMachineArn.replace('us-east-1', 'eu-west-1') }],
    ['ValidationException', { stateMachineArn: 'a'.repeat(257) }],
  ])('is refused with %s: %o', async (name, wrong) => {
    const request = { stateMachineArn, name: 'one', input: '{}', ...wrong };
    expect(await nameOfError(client.send(new StartExecutionCommand(request)))).toBe(name);
  });

  test('takes an input of exactly 256 KB', async () => {
    await start('big', JSON.stringify('x'.repeat(262_142)));
  });
});

describe('task tokens', () => {
  test('success ends the task with its output', async () => {
    await start('one');
    await bed.engine.idle();
    await client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '{"yes":true}' }));
    expect(await client.send(new DescribeExecutionCommand({ executionArn: arnOf('one') }))).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"yes":true}',
      stopDate: new Date(MIDNIGHT),
    });
  });

  test('failure fails it with error and cause', async () => {
    await start('one');
    await bed.engine.idle();
    await client.send(new SendTaskFailureCommand({ taskToken: tokens[0], error: 'Busy', cause: 'later' }));
    expect(await client.send(new DescribeExecutionCommand({ executionArn: arnOf('one') }))).toMatchObject({
      status: 'FAILED',
      error: 'Busy',
      cause: 'later',
    });
  });

  test('a heartbeat keeps it alive', async () => {
    await start('one');
    await bed.forward(99_000);
    await client.send(new SendTaskHeartbeatCommand({ taskToken: tokens[0] }));
    await bed.forward(99_000);
    expect(bed.engine.describeExecution({ workflow: 'ask', name: 'one' }).status).toBe('RUNNING');
    await bed.forward(1_000);
    expect(bed.engine.describeExecution({ workflow: 'ask', name: 'one' })).toMatchObject({
      status: 'FAILED',
      error: 'States.HeartbeatTimeout',
    });
  });

  test('an answered, timed out or forged token is refused by its name', async () => {
    await start('one');
    await bed.engine.idle();
    const [taskToken = ''] = tokens;
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '1' }));
    for (const command of [
      new SendTaskSuccessCommand({ taskToken, output: '1' }),
      new SendTaskFailureCommand({ taskToken }),
      new SendTaskHeartbeatCommand({ taskToken }),
    ]) {
      expect(await nameOfError(client.send(command as SendTaskSuccessCommand))).toBe('TaskTimedOut');
    }
    const forged = taskToken.slice(0, -1) + (taskToken.endsWith('A') ? 'B' : 'A');
    expect(
      await nameOfError(client.send(new SendTaskSuccessCommand({ taskToken: forged, output: '1' }))),
    ).toBe('InvalidToken');
    expect(await nameOfError(client.send(new SendTaskSuccessCommand({ taskToken: 'x', output: '1' })))).toBe(
      'InvalidToken',
    );
  });

  test('an output that is not JSON or too large is refused, and the task still waits', async () => {
    await start('one');
    await bed.engine.idle();
    const [taskToken = ''] = tokens;
    const send = (output: string) => client.send(new SendTaskSuccessCommand({ taskToken, output }));
    expect(await nameOfError(send('{'))).toBe('InvalidOutput');
    expect(await nameOfError(send(JSON.stringify('x'.repeat(262_143))))).toBe('InvalidOutput');
    await send('1');
  });

  test('SfnWorkflows runs against it', async () => {
    const workflows = new SfnWorkflows({ client, stateMachineArn: () => stateMachineArn });
    expect(await workflows.start({ workflow: 'ask', name: 'one', input: {} })).toBe('started');
    await bed.engine.idle();
    expect(await workflows.succeedTask(tokens[0] ?? '', { outcome: 'acknowledged' })).toBe('delivered');
    expect(await workflows.succeedTask(tokens[0] ?? '', { outcome: 'acknowledged' })).toBe('gone');
    expect(await workflows.start({ workflow: 'ask', name: 'one', input: {} })).toBe('already-started');
  });
});

describe('listing', () => {
  test('executions come newest first, page by page, and by status', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await start(name);
      await bed.forward(1_000);
    }
    await client.send(
      new StopExecutionCommand({ executionArn: arnOf('b'), error: 'Enough', cause: 'by hand' }),
    );
    const pages: (string | undefined)[][] = [];
    for await (const page of paginateListExecutions({ client, pageSize: 2 }, { stateMachineArn })) {
      pages.push((page.executions ?? []).map(({ name }) => name));
    }
    expect(pages).toEqual([['e', 'd'], ['c', 'b'], ['a']]);
    const aborted = await client.send(
      new ListExecutionsCommand({ stateMachineArn, statusFilter: 'ABORTED' }),
    );
    expect(aborted.executions).toMatchObject([
      { name: 'b', status: 'ABORTED', stopDate: new Date(MIDNIGHT + 5_000) },
    ]);
  });

  test('a page token of another request is refused', async () => {
    await start('a');
    await start('b');
    const { nextToken } = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 1 }));
    const request = { stateMachineArn, nextToken, statusFilter: 'RUNNING' as const };
    expect(await nameOfError(client.send(new ListExecutionsCommand(request)))).toBe('InvalidToken');
    expect(
      await nameOfError(client.send(new ListExecutionsCommand({ stateMachineArn, nextToken: 'x' }))),
    ).toBe('InvalidToken');
    expect(
      await nameOfError(client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 1_001 }))),
    ).toBe('ValidationException');
  });

  test('state machines are listed and described', async () => {
    const first = await client.send(new ListStateMachinesCommand({ maxResults: 2 }));
    expect(first.stateMachines?.map(({ name }) => name)).toEqual(['ask', 'other']);
    const rest = await client.send(
      new ListStateMachinesCommand({ maxResults: 2, nextToken: first.nextToken }),
    );
    expect(rest.stateMachines?.map(({ name }) => name)).toEqual(['third']);
    expect(rest.nextToken).toBeUndefined();
    expect(await client.send(new DescribeStateMachineCommand({ stateMachineArn }))).toMatchObject({
      name: 'ask',
      status: 'ACTIVE',
      type: 'STANDARD',
      definition,
    });
  });

  test('the history comes page by page, in both directions, and without data when asked', async () => {
    await start('one');
    await bed.engine.idle();
    await client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '1' }));
    const executionArn = arnOf('one');
    const events: HistoryEvent[] = [];
    for await (const page of paginateGetExecutionHistory({ client, pageSize: 3 }, { executionArn })) {
      expect(page.events?.length).toBeLessThanOrEqual(3);
      events.push(...(page.events ?? []));
    }
    expect(events.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
    expect(events.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(events[1]).toMatchObject({
      previousEventId: 1,
      timestamp: new Date(MIDNIGHT),
      stateEnteredEventDetails: { name: 'Ask', input: '{}' },
    });
    expect(events[2]?.taskScheduledEventDetails).toMatchObject({
      resourceType: 'lambda',
      resource: 'invoke.waitForTaskToken',
      timeoutInSeconds: 600,
      heartbeatInSeconds: 100,
    });
    const last = await client.send(
      new GetExecutionHistoryCommand({
        executionArn,
        reverseOrder: true,
        maxResults: 1,
        includeExecutionData: false,
      }),
    );
    expect(last.events).toMatchObject([{ id: 8, type: 'ExecutionSucceeded' }]);
    expect(last.events?.[0]?.executionSucceededEventDetails?.output).toBeUndefined();
  });

  test('what is not there is said to be not there', async () => {
    const executionArn = arnOf('nobody');
    expect(await nameOfError(client.send(new DescribeExecutionCommand({ executionArn })))).toBe(
      'ExecutionDoesNotExist',
    );
    expect(await nameOfError(client.send(new GetExecutionHistoryCommand({ executionArn })))).toBe(
      'ExecutionDoesNotExist',
    );
    expect(await nameOfError(client.send(new StopExecutionCommand({ executionArn })))).toBe(
      'ExecutionDoesNotExist',
    );
    expect(await nameOfError(client.send(new DescribeExecutionCommand({ executionArn: 'x' })))).toBe(
      'InvalidArn',
    );
    const wrong = `${stateMachineArn}s`;
    expect(await nameOfError(client.send(new ListExecutionsCommand({ stateMachineArn: wrong })))).toBe(
      'StateMachineDoesNotExist',
    );
  });

  test('an operation that is not served says so', async () => {
    expect(await nameOfError(client.send(new ListActivitiesCommand({})))).toBe('UnknownOperationException');
  });
});

test('StopExecution keeps error and cause, and stopping again changes nothing', async () => {
  await start('one');
  const executionArn = arnOf('one');
  await client.send(new StopExecutionCommand({ executionArn, error: 'Enough', cause: 'by hand' }));
  await bed.forward(5_000);
  const again = await client.send(new StopExecutionCommand({ executionArn, error: 'More' }));
  expect(again.stopDate).toEqual(new Date(MIDNIGHT));
  expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
    status: 'ABORTED',
    error: 'Enough',
    cause: 'by hand',
  });
});

test('a body that is not JSON or far too large is refused', async () => {
  const { port } = server.address() as AddressInfo;
  const post = (body: string) =>
    fetch(`http://127.0.0.1:${port}`, {
      method: 'POST',
      body,
      headers: { 'x-amz-target': 'AWSStepFunctions.StartExecution' },
    });
  const broken = await post('{');
  expect([broken.status, await broken.json()]).toMatchObject([400, { __type: 'SerializationException' }]);
  expect((await post('x'.repeat(3_000_000))).status).toBe(413);
});

test('an endpoint for another account than the engine cannot be made', () => {
  expect(() => createStatesEndpoint(bed.engine, { ...partition, account: '111122223333' })).toThrow(
    /must be the engine's/,
  );
});
