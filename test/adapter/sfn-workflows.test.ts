import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { SfnWorkflows } from '../../adapters/sfn/sfn-workflows.ts';

const sfn = mockClient(SFNClient);
const workflows = new SfnWorkflows({
  client: new SFNClient({ region: 'us-east-1' }),
  stateMachineArn: (workflow) => `arn:aws:states:us-east-1:111122223333:stateMachine:${workflow}`,
});
const fault = (name: string) => Object.assign(new Error('from the service'), { name });
const page = { workflow: 'emergency-page', name: 'P1', input: { pageId: 'P1' } };

beforeEach(() => void sfn.reset());

describe('start', () => {
  test('starts the state machine of the workflow under the given name', async () => {
    sfn.on(StartExecutionCommand).resolves({});
    expect(await workflows.start(page)).toBe('started');
    expect(sfn.commandCalls(StartExecutionCommand)[0]?.args[0].input).toEqual({
      stateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:emergency-page',
      name: 'P1',
      input: '{"pageId":"P1"}',
    });
  });

  test('a name that is taken is already started', async () => {
    sfn.on(StartExecutionCommand).rejects(fault('ExecutionAlreadyExists'));
    expect(await workflows.start(page)).toBe('already-started');
  });

  test.each([
    ['ThrottlingException', 'unavailable', 'workflows.unavailable'],
    ['ExecutionLimitExceeded', 'unavailable', 'workflows.unavailable'],
    ['TimeoutError', 'unavailable', 'workflows.unavailable'],
    ['InvalidName', 'invalid', 'workflows.refused'],
    ['InvalidExecutionInput', 'invalid', 'workflows.refused'],
    ['ValidationException', 'invalid', 'workflows.refused'],
    ['StateMachineDoesNotExist', 'missing', 'workflows.no-such-workflow'],
    ['AccessDeniedException', 'forbidden', 'workflows.denied'],
  ])('%s is %s', async (name, kind, code) => {
    const cause = fault(name);
    sfn.on(StartExecutionCommand).rejects(cause);
    const error = await workflows.start(page).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind, code, cause });
    expect((error as Error).message).toContain('workflow emergency-page, execution P1');
  });
});

describe('succeedTask', () => {
  test('sends the output as JSON', async () => {
    sfn.on(SendTaskSuccessCommand).resolves({});
    expect(await workflows.succeedTask('token', { outcome: 'acknowledged' })).toBe('delivered');
    expect(sfn.commandCalls(SendTaskSuccessCommand)[0]?.args[0].input).toEqual({
      taskToken: 'token',
      output: '{"outcome":"acknowledged"}',
    });
  });

  test.each(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])('%s: the task is gone', async (name) => {
    sfn.on(SendTaskSuccessCommand).rejects(fault(name));
    expect(await workflows.succeedTask('token', {})).toBe('gone');
  });

  test('a throttled answer is unavailable, and never shows the token', async () => {
    sfn.on(SendTaskSuccessCommand).rejects(fault('ThrottlingException'));
    const error = await workflows.succeedTask('a-secret-token', {}).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'unavailable', code: 'workflows.unavailable' });
    expect((error as Error).message).not.toContain('a-secret-token');
  });
});
