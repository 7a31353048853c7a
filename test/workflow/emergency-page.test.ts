import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../local/workflow/json.ts';
import { loadBoundWorkflows } from '../../local/workflow/load-bound-workflows.ts';
import { emergencyPageInput } from '../../workflows/emergency-page/workflow.ts';
import { type TaskFunction, WorkflowBed } from './workflow-bed.ts';

const definitions = loadBoundWorkflows(join(import.meta.dirname, '../..'));
const workflow = 'emergency-page';
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

interface Desk {
  bed: WorkflowBed;
  tokens: string[];
  /** Replaceable while the page runs. */
  functions: { plan: TaskFunction; send: TaskFunction; wait: TaskFunction };
}

const target = (userId: string) => ({
  userId,
  channel: 'email',
  contactId: `${userId}-mail`,
  key: `k-${userId}`,
});
const plans = (targets: Json[], waitSeconds = 60): TaskFunction => {
  return (payload) => {
    const { attempt } = payload as { attempt: number };
    return { open: true, attempt, targets, waitSeconds, next: attempt + 1 };
  };
};

async function openPage(functions: Partial<Desk['functions']> = {}): Promise<Desk> {
  const tokens: string[] = [];
  const all = {
    plan: plans([target('ada')]),
    send: () => ({ accepted: true }),
    wait: (payload: Json) => void tokens.push((payload as { taskToken: string }).taskToken),
    ...functions,
  };
  const desk: Desk = {
    tokens,
    functions: all,
    bed: new WorkflowBed(definitions, {
      'plan-page': (payload, call) => desk.functions.plan(payload, call),
      'send-page-notification': (payload, call) => desk.functions.send(payload, call),
      'await-page-answer': (payload, call) => desk.functions.wait(payload, call),
    }),
  };
  await desk.bed.start();
  const input = emergencyPageInput.parse({ caseId: 'HW-1', pageId: 'P1', attempt: 0 });
  await desk.bed.engine.startExecution({ workflow, name: 'P1', input });
  await desk.bed.engine.idle();
  return desk;
}

const status = ({ bed }: Desk, name = 'P1') => bed.engine.describeExecution({ workflow, name }).status;
const path = ({ bed }: Desk, name = 'P1') => bed.path(workflow, name);
const latest = ({ tokens }: Desk) => tokens.at(-1) ?? 'no token was handed out';
const throwing = (name: string): TaskFunction => {
  return () => {
    throw Object.assign(new Error('test'), { name });
  };
};

describe('emergency-page', { timeout: 120_000 }, () => {
  test('plans, notifies every target at once and waits with a task token', async () => {
    const desk = await openPage({ plan: plans([target('ada'), target('bob')]) });
    await using bed = desk.bed;
    expect(bed.callsOf('plan-page')).toMatchObject([
      { at: 0, payload: { caseId: 'HW-1', pageId: 'P1', attempt: 0 } },
    ]);
    expect(bed.callsOf('send-page-notification').map(({ payload }) => payload)).toEqual([
      { caseId: 'HW-1', pageId: 'P1', attempt: 0, target: target('ada') },
      { caseId: 'HW-1', pageId: 'P1', attempt: 0, target: target('bob') },
    ]);
    expect(bed.callsOf('await-page-answer')).toMatchObject([
      { at: 0, payload: { attempt: 0, taskToken: latest(desk) } },
    ]);
    expect(status(desk)).toBe('RUNNING');
  });

  test.each(['acknowledged', 'cancelled', 'resolved', 'superseded'])(
    'ends when it is %s',
    async (outcome) => {
      const desk = await openPage();
      await using bed = desk.bed;
      await bed.engine.sendTaskSuccess(latest(desk), { outcome });
      await bed.forward(24 * HOUR);
      expect(status(desk)).toBe('SUCCEEDED');
      expect(path(desk).at(-1)).toBe('Page is answered');
      expect(bed.callsOf('plan-page')).toHaveLength(1);
    },
  );

  test('ends without a notification when the page is closed before the first attempt', async () => {
    const desk = await openPage({ plan: () => ({ open: false }) });
    await using bed = desk.bed;
    expect(status(desk)).toBe('SUCCEEDED');
    expect(path(desk)).toEqual([
      'Remember the page',
      'Plan the next attempt',
      'Is the page still open?',
      'Page is answered',
    ]);
    expect(bed.callsOf('send-page-notification')).toEqual([]);
  });

  test('pages again without end while nobody answers', async () => {
    const desk = await openPage();
    await using bed = desk.bed;
    await bed.forward(HOUR);
    const calls = bed.callsOf('plan-page');
    expect(calls.map(({ at }) => at / SECOND)).toEqual(
      Array.from({ length: 61 }, (_, minute) => minute * 60),
    );
    expect(calls.map(({ payload }) => (payload as { attempt: number }).attempt)).toEqual(
      calls.map((_, index) => index),
    );
    expect(bed.callsOf('send-page-notification')).toHaveLength(61);
  });

  test('goes on from the attempt that the plan names, when it skipped steps', async () => {
    const desk = await openPage({
      plan: (payload) => {
        const { attempt } = payload as { attempt: number };
        return {
          open: true,
          attempt: attempt + 2,
          targets: [target('ada')],
          waitSeconds: 60,
          next: attempt + 3,
        };
      },
    });
    await using bed = desk.bed;
    await bed.forward(60 * SECOND);
    expect(bed.callsOf('plan-page').map(({ payload }) => payload)).toMatchObject([
      { attempt: 0 },
      { attempt: 3 },
    ]);
    expect(bed.callsOf('send-page-notification').map(({ payload }) => payload)).toMatchObject([
      { attempt: 2 },
      { attempt: 5 },
    ]);
  });

  test('waits even when there is nobody to notify', async () => {
    const desk = await openPage({ plan: plans([]) });
    await using bed = desk.bed;
    expect(desk.tokens).toHaveLength(1);
    await bed.forward(60 * SECOND);
    expect(bed.callsOf('plan-page')).toHaveLength(2);
  });

  test('one dead channel is tried three times and never stops the others', async () => {
    const desk = await openPage({ plan: plans([target('dead'), target('ada')]) });
    await using bed = desk.bed;
    const second = await openPage({
      plan: plans([target('dead'), target('ada')]),
      send: (payload) => {
        const { target: to } = payload as { target: { userId: string } };
        if (to.userId === 'dead') throw new TypeError('channel is dead');
        return {};
      },
    });
    await using other = second.bed;
    await other.forward(10 * SECOND);
    const sent = other.callsOf('send-page-notification');
    const to = (call: (typeof sent)[number]) =>
      (call.payload as { target: { userId: string } }).target.userId;
    expect(sent.map((call) => [to(call), call.at / SECOND])).toEqual([
      ['dead', 0],
      ['ada', 0],
      ['dead', 1],
      ['dead', 3],
    ]);
    expect(path(second)).toContain('Note the failed notification');
    expect(second.tokens).toHaveLength(1);
    expect(bed.callsOf('send-page-notification')).toHaveLength(2);
  });

  test('a target too large to be passed on is noted, and the others are notified', async () => {
    const desk = await openPage();
    await using bed = desk.bed;
    const large = { ...target('large'), note: 'x'.repeat(261_600) };
    desk.functions.plan = plans([large, target('ada')]);
    const input = { caseId: `HW-${'1'.repeat(1_000)}`, pageId: 'P2', attempt: 0 };
    await bed.engine.startExecution({ workflow, name: 'P2', input });
    await bed.engine.idle();
    expect(bed.callsOf('send-page-notification')).toHaveLength(2);
    expect(path(desk, 'P2')).toContain('Note the failed notification');
    expect(path(desk, 'P2').at(-1)).toBe('Wait for an answer');
  });

  test('a fresh execution that exists already is its own: the page goes on there', async () => {
    const freshNameOf = async () => {
      const desk = await openPage({ plan: throwing('Store.Unavailable') });
      await using bed = desk.bed;
      await bed.forward(20 * HOUR);
      return bed.engine.listExecutions(workflow).executions[0]?.name ?? '';
    };
    const desk = await openPage({ plan: throwing('Store.Unavailable') });
    await using bed = desk.bed;
    const name = await freshNameOf();
    await bed.engine.startExecution({
      workflow,
      name,
      input: { caseId: 'HW-1', pageId: 'other', attempt: 0 },
    });
    await bed.forward(20 * HOUR);
    expect(path(desk).at(-1)).toBe('Page goes on elsewhere');
    expect(
      bed
        .history(workflow, 'P1')
        .filter(({ type }) => type === 'TaskFailed')
        .at(-1)?.details,
    ).toMatchObject({
      error: 'StepFunctions.ExecutionAlreadyExistsException',
    });
  });

  test('a channel that hangs is given up after 10 seconds, three times', async () => {
    const hanging: (() => void)[] = [];
    const tokens: string[] = [];
    const bed = new WorkflowBed(definitions, {
      'plan-page': plans([target('ada')]),
      'send-page-notification': () => new Promise<void>((resolve) => hanging.push(resolve)),
      'await-page-answer': (payload) => void tokens.push((payload as { taskToken: string }).taskToken),
    });
    await using _bed = bed;
    const turns = async () => {
      for (let turn = 0; turn < 20; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
    };
    await bed.start();
    await bed.engine.startExecution({
      workflow,
      name: 'P1',
      input: { caseId: 'HW-1', pageId: 'P1', attempt: 0 },
    });
    await bed.forward(40 * SECOND, turns);
    expect(bed.callsOf('send-page-notification').map(({ at }) => at / SECOND)).toEqual([0, 11, 23]);
    expect(bed.callsOf('await-page-answer').map(({ at }) => at / SECOND)).toEqual([33]);
    for (const release of hanging) release();
  });

  test('a plan that fails is tried again with a wait of at most 30 seconds', async () => {
    const desk = await openPage({ plan: throwing('Store.Unavailable') });
    await using bed = desk.bed;
    await bed.forward(120 * SECOND);
    expect(bed.callsOf('plan-page').map(({ at }) => at / SECOND)).toEqual([0, 1, 3, 7, 15, 31, 61, 91]);
    desk.functions.plan = plans([target('ada')]);
    await bed.forward(30 * SECOND);
    expect(bed.callsOf('send-page-notification')).toHaveLength(1);
  });

  test('a plan that lacks a field is tried again like one that failed', async () => {
    const desk = await openPage({ plan: () => ({ open: true, attempt: 0, targets: [] }) });
    await using bed = desk.bed;
    expect(status(desk)).toBe('RUNNING');
    desk.functions.plan = plans([target('ada')]);
    await bed.forward(SECOND);
    expect(desk.tokens).toHaveLength(1);
  });

  test('a wait that cannot be set up breathes five seconds and makes the next attempt', async () => {
    const desk = await openPage({ wait: throwing('Store.Unavailable') });
    await using bed = desk.bed;
    await bed.forward(10 * SECOND);
    expect(
      bed
        .callsOf('plan-page')
        .map(({ at, payload }) => [at / SECOND, (payload as { attempt: number }).attempt]),
    ).toEqual([
      [0, 0],
      [5, 1],
      [10, 2],
    ]);
    expect(path(desk)).toContain('Breathe before trying again');
  });

  test('a task that is failed by its token makes the next attempt', async () => {
    const desk = await openPage();
    await using bed = desk.bed;
    await bed.engine.sendTaskFailure(latest(desk), { error: 'Odd' });
    await bed.forward(5 * SECOND);
    expect(bed.callsOf('plan-page')).toHaveLength(2);
  });

  test('a wait time below a second is one second', async () => {
    const desk = await openPage({ plan: plans([target('ada')], 0.5) });
    await using bed = desk.bed;
    await bed.forward(2 * SECOND);
    expect(bed.callsOf('plan-page').map(({ at }) => at / SECOND)).toEqual([0, 1, 2]);
  });

  test('targets that are no list do not keep it from waiting', async () => {
    const desk = await openPage({
      plan: () => ({ open: true, attempt: 0, targets: 'ada', waitSeconds: 60, next: 1 }),
    });
    await using bed = desk.bed;
    expect(bed.callsOf('await-page-answer')).toHaveLength(1);
    expect(path(desk)).toContain('Wait for an answer');
  });

  test('an ack of an attempt that has passed is gone, and the current one still works', async () => {
    const desk = await openPage();
    await using bed = desk.bed;
    const first = latest(desk);
    await bed.forward(60 * SECOND);
    await expect(bed.engine.sendTaskSuccess(first, {})).rejects.toMatchObject({
      code: 'workflow.task-timed-out',
    });
    await bed.engine.sendTaskSuccess(latest(desk), { outcome: 'acknowledged' });
    await bed.engine.idle();
    expect(status(desk)).toBe('SUCCEEDED');
  });

  test('goes on in fresh executions before its history is full, without losing or repeating an attempt', async () => {
    const desk = await openPage({ plan: plans([target('ada'), target('bob'), target('eve')]) });
    await using bed = desk.bed;
    await bed.forward(5 * HOUR);
    const executions = bed.engine.listExecutions(workflow).executions;
    expect(executions.length).toBe(3);
    expect(executions.map((execution) => execution.status)).toEqual([
      'RUNNING',
      ...executions.slice(1).map(() => 'SUCCEEDED'),
    ]);
    expect(executions.slice(1).map(({ name }) => path(desk, name).at(-1))).toEqual(
      executions.slice(1).map(() => 'Page goes on elsewhere'),
    );
    const longest = Math.max(...executions.map(({ name }) => bed.history(workflow, name).length));
    expect(longest).toBeGreaterThan(4_000);
    expect(longest).toBeLessThan(12_000);
    const attempts = bed.callsOf('plan-page').map(({ payload }) => (payload as { attempt: number }).attempt);
    expect(attempts).toEqual(Array.from({ length: 5 * 60 + 1 }, (_, attempt) => attempt));
    await bed.engine.sendTaskSuccess(latest(desk), { outcome: 'acknowledged' });
    await bed.engine.idle();
    expect(bed.engine.listExecutions(workflow, { status: 'RUNNING' }).executions).toEqual([]);
  });

  test('keeps far from the end of its history with forty dead targets', async () => {
    const everyone = Array.from({ length: 40 }, (_, index) => target(`user${index}`));
    const desk = await openPage({ plan: plans(everyone), send: throwing('Dead') });
    await using bed = desk.bed;
    await bed.forward(HOUR / 3);
    const executions = bed.engine.listExecutions(workflow).executions;
    const lengths = executions.map(({ name }) => bed.history(workflow, name).length);
    expect(executions.length).toBe(2);
    expect(Math.max(...lengths)).toBeGreaterThan(8_000);
    expect(Math.max(...lengths)).toBeLessThan(12_000);
    expect(executions.filter(({ status: now }) => now === 'RUNNING')).toHaveLength(1);
  });

  test('a plan that fails for most of a day goes on in a fresh execution', async () => {
    const desk = await openPage({ plan: throwing('Store.Unavailable') });
    await using bed = desk.bed;
    await bed.forward(20 * HOUR);
    const [running, first] = bed.engine.listExecutions(workflow).executions;
    expect(first).toMatchObject({ name: 'P1', status: 'SUCCEEDED' });
    expect(running).toMatchObject({
      status: 'RUNNING',
      input: '{"caseId":"HW-1","pageId":"P1","attempt":0}',
    });
    desk.functions.plan = plans([target('ada')]);
    await bed.forward(30 * SECOND);
    expect(bed.callsOf('send-page-notification')).toHaveLength(1);
  });

  test('visits every state in these tests: no state is left out', async () => {
    const desk = await openPage({
      plan: plans([target('ada')]),
      wait: throwing('Odd'),
      send: throwing('Dead'),
    });
    await using bed = desk.bed;
    await bed.forward(HOUR / 2);
    desk.functions.plan = () => ({ open: false });
    await bed.forward(60 * SECOND);
    const visited = new Set(
      bed.engine.listExecutions(workflow).executions.flatMap(({ name }) => path(desk, name)),
    );
    const states = definitions.get(workflow)?.machine.States ?? {};
    const map = states['Notify every target'];
    const inner = map?.Type === 'Map' ? Object.keys(map.ItemProcessor.States) : [];
    expect(visited).toEqual(new Set([...Object.keys(states), ...inner]));
  });
});
