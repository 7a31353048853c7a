import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { loadWorkflow } from '../../local/workflow/load-workflow.ts';
import { type CrashedBed, type TaskFunction, WorkflowBed } from './workflow-bed.ts';

const invoke = (name: string, payload: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: payload },
  Output: '{% $states.result.Payload %}',
});
const machine = (StartAt: string, States: object) =>
  JSON.stringify({ QueryLanguage: 'JSONata', StartAt, States });
const parent = machine('Each', {
  Each: {
    Type: 'Map',
    Items: [1, 2, 3],
    ItemProcessor: {
      StartAt: 'Work',
      States: {
        Work: { ...invoke('work', '{% $states.input %}'), Retry: [{ ErrorEquals: ['Once'] }], End: true },
      },
    },
    Assign: { worked: '{% $states.result %}' },
    Next: 'Rest',
  },
  Rest: { Type: 'Wait', Seconds: 60, Next: 'Start the child' },
  'Start the child': {
    Type: 'Task',
    Resource: 'arn:aws:states:::states:startExecution',
    Arguments: {
      StateMachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:child',
      Name: 'child',
      Input: { worked: '{% $worked %}' },
    },
    Next: 'Last',
  },
  Last: {
    ...invoke('work', 'last'),
    Output: { worked: '{% $worked %}', last: '{% $states.result.Payload %}' },
    End: true,
  },
});
// Closed as soon as it is started: a start made again meets a closed execution.
const child = machine('Done', { Done: { Type: 'Succeed' } });
const definitions = new Map([
  ['parent', loadWorkflow({ name: 'parent', text: parent })],
  ['child', loadWorkflow({ name: 'child', text: child })],
]);

function functions(): Record<string, TaskFunction> {
  let hasFailed = false;
  return {
    work: async (payload) => {
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (payload === 2 && !hasFailed) {
        hasFailed = true;
        throw Object.assign(new Error('the first time'), { name: 'Once' });
      }
      return `worked on ${JSON.stringify(payload)}`;
    },
  };
}

const reference = { workflow: 'parent', name: 'run' };
const OUTPUT = JSON.stringify({
  worked: ['worked on 1', 'worked on 2', 'worked on 3'],
  last: 'worked on "last"',
});

test('a kill after any commit at all loses nothing and repeats nothing that was committed', {
  timeout: 120_000,
}, async () => {
  const crashes: CrashedBed[] = [];
  await using bed = new WorkflowBed(definitions, functions());
  await bed.start();
  const settle = async () => {
    let isIdle = false;
    const idle = bed.engine.idle().then(() => {
      isIdle = true;
    });
    while (!isIdle) {
      crashes.push(bed.crash());
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    await idle;
    crashes.push(bed.crash());
  };
  await bed.engine.startExecution({ ...reference, input: {} });
  await bed.forward(120_000, settle);
  expect(bed.engine.describeExecution(reference)).toMatchObject({ status: 'SUCCEEDED', output: OUTPUT });
  expect(crashes.length).toBeGreaterThan(15);

  let metClosedChild = 0;
  for (const crashed of crashes) {
    const outstanding = openTasks(crashed);
    const committed = crashed.calls.filter((id) => !outstanding.has(id));
    await using resumed = new WorkflowBed(definitions, functions(), undefined, crashed);
    await resumed.start();
    if (resumed.engine.listExecutions('child').executions.length > 0 && outstanding.size > 0)
      metClosedChild += 1;
    await resumed.forward(120_000);
    expect(resumed.engine.describeExecution(reference)).toMatchObject({
      status: 'SUCCEEDED',
      output: OUTPUT,
    });
    expect(resumed.engine.listExecutions('child').executions).toMatchObject([
      { name: 'child', status: 'SUCCEEDED' },
    ]);
    const again = resumed.calls.map(({ invocationId }) => invocationId);
    expect(again.filter((id) => committed.includes(id))).toEqual([]);
    expect([...outstanding].filter((id) => crashed.calls.includes(id) && !again.includes(id))).toEqual([]);
    rmSync(crashed.folder, { recursive: true });
  }
  expect(metClosedChild).toBeGreaterThan(0);
});

/**
 * Tasks without a committed completion, in a copy as a kill would have left it: those that the frames wait for,
 * which must be those that would be called again.
 */
function openTasks({ folder }: CrashedBed): Set<string> {
  const database = new DatabaseSync(join(folder, 'workflows.db'));
  try {
    const states = database.prepare('SELECT state FROM executions WHERE state IS NOT NULL').all();
    const awaited = states.flatMap(({ state }) =>
      [...String(state).matchAll(/"taskId":"([^"]+)"/g)].map(([, id]) => id ?? ''),
    );
    const kept = database
      .prepare('SELECT id FROM tasks')
      .all()
      .map(({ id }) => String(id));
    expect(kept.toSorted()).toEqual(awaited.toSorted());
    return new Set(awaited);
  } finally {
    database.close();
  }
}
