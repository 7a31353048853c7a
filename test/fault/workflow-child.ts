import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RandomIds } from '../../adapters/random-ids.ts';
import { isDomainError } from '../../core/errors.ts';
import { SystemClock } from '../../local/clock/system-clock.ts';
import { loadWorkflow } from '../../local/workflow/load-workflow.ts';
import { WorkflowEngine } from '../../local/workflow/workflow-engine.ts';

/** Run by workflow-kill.test.ts, which kills it. Every call of a task is one line, on disk before the task goes on. */
const [folder = '.', run = '0', executions = '0'] = process.argv.slice(2);
const log = openSync(join(folder, 'calls.log'), 'a');

const invoke = (name: string, payload: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: payload },
  Output: '{% $states.result.Payload %}',
});
const execution = '{% $states.context.Execution.Name %}';
const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      Items: [1, 2, 3],
      ItemProcessor: {
        StartAt: 'Work',
        States: {
          Work: { ...invoke('work', { execution, step: "{% 'item' & $states.input %}" }), End: true },
        },
      },
      Next: 'Rest',
    },
    Rest: { Type: 'Wait', Seconds: 1, Next: 'Ask' },
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'ask',
        Payload: { execution, step: 'ask', token: '{% $states.context.Task.Token %}' },
      },
      TimeoutSeconds: 1,
      Retry: [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 1, BackoffRate: 1, MaxAttempts: 1_000 }],
      Next: 'Last',
    },
    Last: { ...invoke('work', { execution, step: 'last' }), End: true },
  },
};

/** On a slow machine the task may have timed out by then: it is asked again, so that is no failure. */
async function answer(token: string, output: string): Promise<void> {
  await sleep(Math.random() * 40);
  try {
    await engine.sendTaskSuccess(token, output);
  } catch (error) {
    const isLate =
      isDomainError(error, 'workflow.task-timed-out') || isDomainError(error, 'workflow.not-running');
    if (!isLate) throw error;
  }
}

const clock = new SystemClock();
const engine: WorkflowEngine = new WorkflowEngine({
  databasePath: join(folder, 'workflows.db'),
  clock,
  timers: clock,
  random: Math.random,
  ids: new RandomIds(clock),
  definitions: new Map([['w', loadWorkflow({ name: 'w', text: JSON.stringify(definition) })]]),
  invoke: async (_name, payload, { invocationId }) => {
    const { execution: name, step, token } = payload as { execution: string; step: string; token?: string };
    writeSync(log, `${name} ${step} ${invocationId}\n`);
    fsyncSync(log);
    await sleep(Math.random() * 15);
    if (token !== undefined) void answer(token, step);
    return step;
  },
  log: { error: (message, fields) => console.error(message, fields) },
});

process.stdout.write('ready\n');
await engine.start();
const start = async (name: string) => {
  await engine.startExecution({ workflow: 'w', name, input: {} });
  // Told to the parent only when it is committed: from then on it must never be lost.
  process.stdout.write(`started ${name}\n`);
};
await Promise.all(Array.from({ length: Number(executions) }, (_, index) => start(`run-${run}-${index}`)));
while (engine.listExecutions('w', { status: 'RUNNING', limit: 1 }).executions.length > 0) await sleep(20);
await engine.stop();
closeSync(log);
process.stdout.write('done\n');
