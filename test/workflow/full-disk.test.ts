import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { VirtualClock } from '../../local/clock/virtual-clock.ts';
import { ExecutionRunner } from '../../local/workflow/execution-runner.ts';
import type { ExecutionFacts } from '../../local/workflow/execution-state.ts';
import { loadWorkflow } from '../../local/workflow/load-workflow.ts';
import { firstState } from '../../local/workflow/step.ts';
import { openWorkflowDatabase } from '../../local/workflow/workflow-database.ts';
import { type ExecutionRow, WorkflowStore } from '../../local/workflow/workflow-store.ts';

const T0 = Date.UTC(2026, 10, 22);
const text = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Send',
  States: {
    Send: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'send' },
      Output: '{% $length($states.result.Payload) %}',
      End: true,
    },
  },
});
const row: ExecutionRow = {
  id: 'E1',
  workflow: 'w',
  name: 'one',
  definition: '',
  secret: 's',
  startedBy: null,
  status: 'RUNNING',
  input: '{}',
  startedAt: T0,
  stoppedAt: null,
  output: null,
  error: null,
  cause: null,
};

let folder: string;
let database: DatabaseSync;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'full-disk-'));
  database = openWorkflowDatabase(join(folder, 'w.db'));
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

/** SQLite fails as on a full disk when it may not add a page. */
function limitPages(limit: number): void {
  database.exec(`PRAGMA max_page_count = ${limit}`);
}

test('a result that the full disk does not take is stored later, and the task is not run again', async () => {
  const clock = new VirtualClock(T0);
  const store = new WorkflowStore(database);
  const loaded = loadWorkflow({ name: 'w', text });
  const logged: string[] = [];
  let calls = 0;
  const runner = new ExecutionRunner({
    database,
    store,
    clock,
    timers: clock,
    log: { error: (message) => void logged.push(message) },
    invoke: async () => {
      calls += 1;
      limitPages(1);
      return 'x'.repeat(100_000);
    },
    startChild: () => Promise.reject(new Error('nothing is started here')),
    factsOf: ({ id, name, workflow, startedAt, secret }): ExecutionFacts => ({
      executionId: id,
      executionArn: name,
      executionName: name,
      stateMachineArn: workflow,
      stateMachineName: workflow,
      input: {},
      startedAt,
      secret,
    }),
  });
  const turns = async () => {
    for (let turn = 0; turn < 10; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
  };
  await runner.start([loaded]);
  const own = { ...row, definition: loaded.hash };
  const facts = { ...own, executionId: own.id, executionArn: '', executionName: '', stateMachineArn: '' };
  await runner.insert(
    own,
    loaded.machine,
    firstState(loaded.machine, { ...facts, stateMachineName: '', input: {} }),
  );
  await turns();
  await clock.advanceTo(T0 + 3_000, turns);
  expect(store.byId('E1')?.status).toBe('RUNNING');
  expect(logged.filter((message) => message.includes('could not be stored')).length).toBeGreaterThanOrEqual(
    3,
  );

  limitPages(1_000_000);
  await clock.advanceTo(T0 + 4_000, turns);
  expect(store.byId('E1')).toMatchObject({ status: 'SUCCEEDED', output: '100000' });
  expect(calls).toBe(1);
  await runner.stop();
});
