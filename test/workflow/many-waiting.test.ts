import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { loadWorkflow } from '../../local/workflow/load-workflow.ts';
import { WorkflowBed } from './workflow-bed.ts';

const COUNT = 10_000;
/** Generous: about a megabyte is measured. */
const MOST_HEAP_GROWTH_BYTES = 10 * 1024 * 1024;
const MOST_REARM_MS = 5_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Wait',
  States: {
    Wait: { Type: 'Wait', Seconds: '{% $states.input.seconds %}', Next: 'Ask' },
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
      TimeoutSeconds: 864_000,
      End: true,
    },
  },
};

test(`${COUNT} waiting executions are held on disk and not in memory`, { timeout: 300_000 }, async () => {
  const text = JSON.stringify(definition);
  let tokens = 0;
  await using bed = new WorkflowBed(new Map([['w', loadWorkflow({ name: 'w', text })]]), {
    ask: () => {
      tokens += 1;
    },
  });
  await bed.start();
  collect();
  const before = process.memoryUsage().heapUsed;
  const startedAt = performance.now();
  for (let from = 0; from < COUNT; from += 100) {
    await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        bed.engine.startExecution({
          workflow: 'w',
          name: `clock-${from + index}`,
          input: { seconds: 3_600 + ((from + index) % 600), note: 'x'.repeat(200) },
        }),
      ),
    );
  }
  const startMs = performance.now() - startedAt;
  collect();
  const waiting = process.memoryUsage().heapUsed - before;

  const restartedAt = performance.now();
  await bed.restart();
  const rearmMs = performance.now() - restartedAt;

  const firedAt = performance.now();
  await bed.forward(3_600_000 + 600_000);
  const fireMs = performance.now() - firedAt;
  expect(tokens).toBe(COUNT);
  bed.calls.length = 0;
  collect();
  const asking = process.memoryUsage().heapUsed - before;

  console.log(
    `${COUNT} waiting: heap +${megabytes(waiting)} MB (at a token: +${megabytes(asking)} MB), rss ${megabytes(process.memoryUsage().rss)} MB; ` +
      `start ${(startMs / COUNT).toFixed(2)} ms each, restart ${rearmMs.toFixed(0)} ms, wake ${(fireMs / COUNT).toFixed(2)} ms each`,
  );
  expect(Math.max(waiting, asking)).toBeLessThan(MOST_HEAP_GROWTH_BYTES);
  expect(rearmMs).toBeLessThan(MOST_REARM_MS);
});

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
