import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../local/workflow/json.ts';
import { loadWorkflow } from '../../local/workflow/load-workflow.ts';
import { WorkflowEngine } from '../../local/workflow/workflow-engine.ts';
import { WorkflowBed } from './workflow-bed.ts';

const DAY = 86_400_000;
const machine = (States: Json, StartAt = 'A') => {
  const text = JSON.stringify({ QueryLanguage: 'JSONata', StartAt, States });
  return new Map([['w', loadWorkflow({ name: 'w', text })]]);
};
const invoke = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' };
const one = { workflow: 'w', name: 'one' };

describe('the workflow engine', () => {
  test('a second engine on the same database is refused while the first has it', async () => {
    await using bed = new WorkflowBed(machine({ A: { Type: 'Succeed' } }), {});
    const { clock, databasePath } = bed;
    const ids = { caseId: () => '', ulid: () => '', secret: () => '' };
    const options = { databasePath, clock, timers: clock, random: () => 0, ids, definitions: new Map() };
    const open = () =>
      new WorkflowEngine({ ...options, invoke: async () => null, log: { error: () => undefined } });
    expect(open).toThrow(/another running process holds the workflow database/);
  });

  test('a database of another version is refused by name', async () => {
    await using bed = new WorkflowBed(machine({ A: { Type: 'Succeed' } }), {});
    await bed.engine.stop();
    const database = new DatabaseSync(bed.databasePath);
    database.exec('PRAGMA user_version = 99');
    database.close();
    await expect(bed.restart()).rejects.toThrow(/schema 99, this one reads 1/);
    const again = new DatabaseSync(bed.databasePath);
    again.exec('PRAGMA user_version = 1');
    again.close();
    await bed.restart();
  });

  test('a running execution keeps the definition that it started with', async () => {
    const definitions = machine({ A: { Type: 'Wait', Seconds: 10, Output: 'old', End: true } });
    await using bed = new WorkflowBed(definitions, {});
    await bed.start();
    await bed.engine.startExecution({ ...one, input: {} });
    for (const [name, loaded] of machine({ A: { Type: 'Succeed', Output: 'new' } }))
      definitions.set(name, loaded);
    await bed.restart();
    await bed.engine.startExecution({ workflow: 'w', name: 'two', input: {} });
    await bed.forward(10_000);
    expect(bed.engine.describeExecution(one).output).toBe('"old"');
    expect(bed.engine.describeExecution({ ...one, name: 'two' }).output).toBe('"new"');
  });

  test('a deadline that passed while the process was down is seen first: the task is not invoked again', async () => {
    const hanging: (() => void)[] = [];
    const states = { A: { ...invoke, Arguments: { FunctionName: 'f' }, TimeoutSeconds: 10, End: true } };
    const hang = () => new Promise<void>((resolve) => hanging.push(resolve));
    await using bed = new WorkflowBed(machine(states), { f: hang });
    await bed.start();
    await bed.engine.startExecution({ ...one, input: {} });
    const crashed = bed.crash();
    for (const release of hanging) release();

    await using inTime = new WorkflowBed(machine(states), { f: () => 'again' }, undefined, crashed);
    await inTime.start();
    await inTime.engine.idle();
    expect(inTime.calls.map(({ invocationId }) => invocationId)).toEqual(crashed.calls);
    expect(inTime.engine.describeExecution(one).status).toBe('SUCCEEDED');

    const later = { ...crashed, now: crashed.now + 60_000 };
    await using tooLate = new WorkflowBed(machine(states), { f: () => 'again' }, undefined, later);
    await tooLate.start();
    await tooLate.engine.idle();
    expect(tooLate.calls).toEqual([]);
    expect(tooLate.engine.describeExecution(one)).toMatchObject({
      status: 'FAILED',
      error: 'States.Timeout',
    });
    rmSync(crashed.folder, { recursive: true });
  });

  test('idle waits for a function that takes its time', async () => {
    const states = { A: { ...invoke, Arguments: { FunctionName: 'f' }, End: true } };
    await using bed = new WorkflowBed(machine(states), {
      f: async () => {
        for (let turn = 0; turn < 50; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
      },
    });
    await bed.start();
    await bed.engine.startExecution({ ...one, input: {} });
    await bed.engine.idle();
    expect(bed.engine.describeExecution(one).status).toBe('SUCCEEDED');
  });

  test('a wait of a year is kept over restarts and ends on time', async () => {
    await using bed = new WorkflowBed(machine({ A: { Type: 'Wait', Seconds: 365 * 86_400, End: true } }), {});
    await bed.start();
    const { startedAt } = await bed.engine.startExecution({ ...one, input: {} });
    for (let month = 0; month < 12; month += 1) {
      await bed.forward(30 * DAY);
      await bed.restart();
    }
    expect(bed.engine.describeExecution(one).status).toBe('RUNNING');
    await bed.forward(6 * DAY);
    expect(bed.engine.describeExecution(one)).toMatchObject({
      status: 'SUCCEEDED',
      stoppedAt: startedAt + 365 * DAY,
    });
  });

  test('closed executions are gone after 90 days, running ones never', async () => {
    const states = {
      A: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.stays %}', Next: 'B' }], Default: 'C' },
      B: { Type: 'Wait', Seconds: 99_999_999, End: true },
      C: { Type: 'Succeed' },
    };
    await using bed = new WorkflowBed(machine(states), {});
    await bed.start();
    await bed.engine.startExecution({ workflow: 'w', name: 'closed', input: { stays: false } });
    await bed.engine.startExecution({ workflow: 'w', name: 'running', input: { stays: true } });
    await bed.forward(89 * DAY);
    expect(bed.engine.listExecutions('w').executions).toHaveLength(2);
    await bed.forward(2 * DAY);
    expect(bed.engine.listExecutions('w').executions.map(({ name }) => name)).toEqual(['running']);
  });

  test('a function may start an execution and answer a token while it runs', async () => {
    const states = {
      A: {
        ...invoke,
        Resource: `${invoke.Resource}.waitForTaskToken`,
        Arguments: { FunctionName: 'f', Payload: { token: '{% $states.context.Task.Token %}' } },
        TimeoutSeconds: 5,
        End: true,
      },
    };
    await using bed = new WorkflowBed(machine(states), {
      f: async (payload) => {
        await bed.engine.sendTaskSuccess((payload as { token: string }).token, 'at once');
        return 'too late to matter';
      },
    });
    await bed.start();
    await bed.engine.startExecution({ ...one, input: {} });
    await bed.engine.idle();
    expect(bed.engine.describeExecution(one)).toMatchObject({ status: 'SUCCEEDED', output: '"at once"' });
    expect(bed.history('w', 'one').map(({ type }) => type)).not.toContain('TaskSubmitted');
  });

  test('what a function returns that is not JSON fails the task', async () => {
    const states = { A: { ...invoke, Arguments: { FunctionName: 'f' }, End: true } };
    await using bed = new WorkflowBed(machine(states), { f: () => 10n });
    await bed.start();
    await bed.engine.startExecution({ ...one, input: {} });
    await bed.engine.idle();
    expect(bed.engine.describeExecution(one)).toMatchObject({
      status: 'FAILED',
      error: 'Runtime.MarshalError',
    });
  });

  test('many starts of one name at the same moment are one execution', async () => {
    const states = { A: { ...invoke, Arguments: { FunctionName: 'f' }, End: true } };
    await using bed = new WorkflowBed(machine(states), { f: () => null });
    await bed.start();
    const starts = Array.from({ length: 20 }, () => bed.engine.startExecution({ ...one, input: {} }));
    const settled = await Promise.allSettled(starts);
    await bed.engine.idle();
    expect(bed.calls).toHaveLength(1);
    const codes = settled.flatMap((each) =>
      each.status === 'rejected' ? [(each.reason as { code: string }).code] : [],
    );
    expect(new Set(codes).size).toBeLessThanOrEqual(1);
    expect(bed.engine.listExecutions('w').executions).toHaveLength(1);
  });

  test('before start and after stop it says that it does not run', async () => {
    await using bed = new WorkflowBed(machine({ A: { Type: 'Succeed' } }), {});
    await expect(bed.engine.startExecution({ ...one, input: {} })).rejects.toMatchObject({
      code: 'workflow.not-running',
    });
    await bed.start();
    await bed.engine.stop();
    await expect(bed.engine.startExecution({ ...one, input: {} })).rejects.toMatchObject({
      code: 'workflow.not-running',
    });
  });
});
