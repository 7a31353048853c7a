import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Effect, EngineEvent } from '../../../local/workflow/advance.ts';
import {
  type ExecutionFacts,
  type ExecutionState,
  nextWakeAt,
} from '../../../local/workflow/execution-state.ts';
import { loadWorkflow } from '../../../local/workflow/load-workflow.ts';
import { firstState, step } from '../../../local/workflow/step.ts';

const T0 = Date.UTC(2026, 10, 22);
const facts: ExecutionFacts = {
  executionId: 'E1',
  executionArn: 'arn:aws:states:us-east-1:000000000000:execution:w:e',
  executionName: 'e',
  stateMachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:w',
  stateMachineName: 'w',
  input: { list: [1, 2, 3] },
  startedAt: T0,
  secret: 'secret',
};
const call = (name: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: '{% {"in": $states.input, "draw": $random()} %}' },
  TimeoutSeconds: 20,
  Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2, JitterStrategy: 'FULL' }],
  Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Given up' }],
  Output: '{% $states.result.Payload %}',
  Next: 'Rest',
});
const branchOf = (name: string) => ({
  StartAt: name,
  States: {
    [name]: {
      ...call(name),
      Next: `${name} rests`,
      Catch: [{ ErrorEquals: ['States.ALL'], Next: `${name} rests` }],
    },
    [`${name} rests`]: { Type: 'Wait', Seconds: 7, Output: { name, id: '{% $uuid() %}' }, End: true },
  },
});
const { machine } = loadWorkflow({
  name: 'w',
  text: JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'Each',
    TimeoutSeconds: 5_000,
    States: {
      Each: {
        Type: 'Map',
        Items: '{% $states.input.list %}',
        MaxConcurrency: 2,
        ItemProcessor: branchOf('item'),
        Assign: { seen: '{% $count($states.result) %}' },
        Next: 'Both',
      },
      Both: { Type: 'Parallel', Branches: [branchOf('left'), branchOf('right')], Next: 'Last' },
      Last: call('last'),
      Rest: { Type: 'Succeed' },
      'Given up': { Type: 'Fail', Error: 'GivenUp' },
    },
  }),
});

interface Run {
  state: ExecutionState;
  history: unknown[];
  effects: Effect[];
}

/** Answers the open tasks and moves time as the script says, until the execution closes. */
async function drive(script: readonly number[], reload: boolean): Promise<Run> {
  const run: Run = { state: firstState(machine, facts), history: [], effects: [] };
  const open = new Set<string>();
  let at = T0;
  const take = async (event: EngineEvent) => {
    const from = reload ? (JSON.parse(JSON.stringify(run.state)) as ExecutionState) : run.state;
    const next = await step(machine, facts, from, event);
    run.state = next.state;
    run.history.push(...next.history);
    run.effects.push(...next.effects);
    for (const effect of next.effects) {
      if (effect.kind === 'invoke') open.add(effect.taskId);
      if (effect.kind === 'forget') open.delete(effect.taskId);
    }
  };
  await take({ kind: 'wake', at });
  for (let turn = 0; run.state.status === 'RUNNING'; turn += 1) {
    const choice = script[turn % script.length] ?? 0;
    const [taskId] = [...open].slice(choice % (open.size || 1));
    if (taskId === undefined || choice % 4 === 3) {
      at = Math.max(at, nextWakeAt(run.state) ?? at);
      await take({ kind: 'wake', at });
    } else if (choice % 4 === 2) {
      await take({ kind: 'task-failed', taskId, error: 'Odd', cause: '', at });
    } else {
      await take({ kind: 'task-succeeded', taskId, output: { turn }, at });
    }
  }
  return run;
}

const scripts = fc.array(fc.nat(50), { minLength: 1, maxLength: 30 });

describe('step', () => {
  test('gives the same run whether the state is reloaded from its text at every step or not', async () => {
    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        expect(await drive(script, true)).toEqual(await drive(script, false));
      }),
      { numRuns: 150 },
    );
  });

  test('changes nothing that it is given and gives the same twice', async () => {
    const state = firstState(machine, facts);
    const before = structuredClone(state);
    const event: EngineEvent = { kind: 'wake', at: T0 };
    const once = await step(machine, facts, state, event);
    expect(await step(machine, facts, state, event)).toEqual(once);
    expect(state).toEqual(before);
  });

  test('a task is scheduled once under its id, and every id is let go of or still open', async () => {
    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const { effects } = await drive(script, false);
        const invoked = effects.filter(({ kind }) => kind === 'invoke').map(({ taskId }) => taskId);
        expect(new Set(invoked).size).toBe(invoked.length);
        const forgotten = new Set(
          effects.filter(({ kind }) => kind === 'forget').map(({ taskId }) => taskId),
        );
        expect(invoked.filter((taskId) => !forgotten.has(taskId))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('history ids go up by one and each points at an earlier event', async () => {
    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const events = (await drive(script, false)).history as { id: number; previousEventId: number }[];
        expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
        expect(events.every(({ id, previousEventId }) => previousEventId < id)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('an event for a task that is not waited for is not delivered and changes nothing', async () => {
    const { state } = await step(machine, facts, firstState(machine, facts), { kind: 'wake', at: T0 });
    const late = await step(machine, facts, state, {
      kind: 'task-succeeded',
      taskId: 'E1.99',
      output: 1,
      at: T0,
    });
    expect(late).toEqual({ state, effects: [], history: [], delivered: false });
  });

  test('a closed execution takes no event', async () => {
    const { state } = await drive([0], false);
    expect(state.status).toBe('SUCCEEDED');
    expect(
      await step(machine, facts, state, { kind: 'stop', error: null, cause: null, at: T0 }),
    ).toMatchObject({
      state,
      delivered: false,
    });
  });
});
