import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../local/workflow/json.ts';
import { loadBoundWorkflows } from '../../local/workflow/load-bound-workflows.ts';
import { escalationInput } from '../../workflows/escalation/workflow.ts';
import { type TaskFunction, WorkflowBed } from './workflow-bed.ts';

const definitions = loadBoundWorkflows(join(import.meta.dirname, '../..'));
const workflow = 'escalation';
const name = 'HW-AB12CD34-E1';
const input = escalationInput.parse({ caseId: 'HW-AB12CD34', escalationId: name, round: 0 });
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

interface Desk {
  bed: WorkflowBed;
  tokens: string[];
  /** Replaceable while the escalation runs. */
  functions: { plan: TaskFunction; send: TaskFunction; wait: TaskFunction };
}

const notice = (userId: string) => ({
  key: `${name}#1#${userId}#mail`,
  userId,
  department: null,
  contactId: 'mail',
  channel: 'email',
  why: 'role lead',
});
const roundOf = (payload: Json) => (payload as { round: number }).round;
/** Tells the same people in every round. */
const tells =
  (notices: Json[], waitSeconds = 900): TaskFunction =>
  (payload) => ({ kind: 'notify', round: roundOf(payload) + 1, notices, waitSeconds });
const waits =
  (waitSeconds: number): TaskFunction =>
  (payload) => ({ kind: 'wait', round: roundOf(payload), waitSeconds });
const ends: TaskFunction = () => ({ kind: 'end' });
const throwing = (error: string): TaskFunction => {
  return () => {
    throw Object.assign(new Error('test'), { name: error });
  };
};

async function open(functions: Partial<Desk['functions']> = {}): Promise<Desk> {
  const tokens: string[] = [];
  const desk: Desk = {
    tokens,
    functions: {
      plan: tells([notice('ida')]),
      send: () => ({ outcome: 'sent' }),
      wait: (payload: Json) => void tokens.push((payload as { taskToken: string }).taskToken),
      ...functions,
    },
    bed: new WorkflowBed(definitions, {
      'plan-escalation': (payload, call) => desk.functions.plan(payload, call),
      'send-escalation-notice': (payload, call) => desk.functions.send(payload, call),
      'await-escalation-answer': (payload, call) => desk.functions.wait(payload, call),
    }),
  };
  await desk.bed.start();
  await desk.bed.engine.startExecution({ workflow, name, input });
  await desk.bed.engine.idle();
  return desk;
}

const status = ({ bed }: Desk) => bed.engine.describeExecution({ workflow, name }).status;
const path = ({ bed }: Desk, of = name) => bed.path(workflow, of);
const latest = ({ tokens }: Desk) => tokens.at(-1) ?? 'no token was handed out';
const plans = ({ bed }: Desk) =>
  bed.callsOf('plan-escalation').map(({ at, payload }) => [at / SECOND, roundOf(payload)]);

describe('escalation', { timeout: 120_000 }, () => {
  test('plans, tells everybody of the round at once and waits with a task token', async () => {
    const desk = await open({ plan: tells([notice('ida'), notice('bo')]) });
    await using bed = desk.bed;
    expect(bed.callsOf('plan-escalation')).toMatchObject([
      { at: 0, payload: { ...input, execution: name, isFirst: true } },
    ]);
    const { caseId, escalationId } = input;
    expect(bed.callsOf('send-escalation-notice').map(({ payload }) => payload)).toEqual([
      { caseId, escalationId, round: 1, notice: notice('ida'), isLastTry: false },
      { caseId, escalationId, round: 1, notice: notice('bo'), isLastTry: false },
    ]);
    expect(bed.callsOf('await-escalation-answer').map(({ payload }) => payload)).toEqual([
      { caseId, escalationId, execution: name, taskToken: latest(desk) },
    ]);
    expect(status(desk)).toBe('RUNNING');
  });

  test('climbs when nobody answers, and tells each plan which round was carried out', async () => {
    const desk = await open();
    await using bed = desk.bed;
    await bed.forward(45 * MINUTE);
    expect(plans(desk)).toEqual([
      [0, 0],
      [900, 1],
      [1800, 2],
      [2700, 3],
    ]);
    const first = bed
      .callsOf('plan-escalation')
      .map(({ payload }) => (payload as { isFirst: boolean }).isFirst);
    expect(first).toEqual([true, false, false, false]);
    expect(bed.callsOf('send-escalation-notice').map(({ payload }) => roundOf(payload))).toEqual([
      1, 2, 3, 4,
    ]);
  });

  test('waits without telling anybody where the plan says so', async () => {
    const desk = await open({ plan: waits(600) });
    await using bed = desk.bed;
    expect(bed.callsOf('send-escalation-notice')).toEqual([]);
    expect(desk.tokens).toHaveLength(1);
    desk.functions.plan = tells([notice('ida')]);
    await bed.forward(10 * MINUTE);
    expect(plans(desk)).toEqual([
      [0, 0],
      [600, 0],
    ]);
    expect(bed.callsOf('send-escalation-notice')).toHaveLength(1);
  });

  test.each(['acknowledged', 'ended'])('is over when its token says that it is %s', async (outcome) => {
    const desk = await open();
    await using bed = desk.bed;
    await bed.engine.sendTaskSuccess(latest(desk), { outcome });
    await bed.forward(24 * HOUR);
    expect(status(desk)).toBe('SUCCEEDED');
    expect(path(desk).at(-1)).toBe('Escalation is over');
    expect(bed.callsOf('plan-escalation')).toHaveLength(1);
  });

  test('plans again at once when its token says that the promise has moved', async () => {
    const desk = await open({ plan: waits(24 * 3600) });
    await using bed = desk.bed;
    await bed.forward(HOUR);
    desk.functions.plan = tells([notice('ida')]);
    await bed.engine.sendTaskSuccess(latest(desk), { outcome: 'moved' });
    await bed.engine.idle();
    expect(plans(desk)).toEqual([
      [0, 0],
      [3600, 0],
    ]);
    expect(bed.callsOf('send-escalation-notice')).toHaveLength(1);
  });

  test('costs four state transitions when the promise has moved and nobody is to be told yet', async () => {
    const desk = await open({ plan: waits(24 * 3600) });
    await using bed = desk.bed;
    const before = path(desk).length;
    await bed.engine.sendTaskSuccess(latest(desk), { outcome: 'moved' });
    await bed.engine.idle();
    expect(path(desk).length - before).toBe(4);
  });

  test('ends when the plan says so, telling nobody', async () => {
    const desk = await open({ plan: ends });
    await using bed = desk.bed;
    expect(status(desk)).toBe('SUCCEEDED');
    expect(path(desk)).toEqual(['Plan the next step', 'Is there somebody to tell?', 'Escalation is over']);
    expect(bed.callsOf('send-escalation-notice')).toEqual([]);
  });

  test('costs six state transitions and one a notice when the first round is answered', async () => {
    const desk = await open({ plan: tells([notice('ida'), notice('bo'), notice('cy')]) });
    await using bed = desk.bed;
    await bed.engine.sendTaskSuccess(latest(desk), { outcome: 'acknowledged' });
    await bed.engine.idle();
    expect(path(desk)).toHaveLength(6 + 3);
  });

  test('costs five state transitions more and one a notice for each further round', async () => {
    const desk = await open();
    await using bed = desk.bed;
    await bed.forward(30 * MINUTE);
    await bed.engine.sendTaskSuccess(latest(desk), { outcome: 'acknowledged' });
    await bed.engine.idle();
    expect(path(desk)).toHaveLength(6 + 1 + 2 * (5 + 1));
  });

  test('one dead channel is tried three times and never stops the others', async () => {
    const desk = await open({
      plan: tells([notice('dead'), notice('ida')]),
      send: (payload) => {
        if ((payload as { notice: { userId: string } }).notice.userId === 'dead')
          throw new TypeError('the channel is dead');
        return { outcome: 'sent' };
      },
    });
    await using bed = desk.bed;
    await bed.forward(10 * SECOND);
    const sent = bed.callsOf('send-escalation-notice').map(({ at, payload }) => {
      const told = payload as { notice: { userId: string }; isLastTry: boolean };
      return [told.notice.userId, at / SECOND, told.isLastTry];
    });
    expect(sent).toEqual([
      ['dead', 0, false],
      ['ida', 0, false],
      ['dead', 1, false],
      ['dead', 3, true],
    ]);
    expect(path(desk)).toContain('Note the failed notice');
    expect(desk.tokens).toHaveLength(1);
  });

  test('a notice too large to be passed on is noted, and the others are told', async () => {
    const large = { ...notice('large'), why: 'x'.repeat(261_200) };
    const desk = await open({ plan: waits(1) });
    await using bed = desk.bed;
    desk.functions.plan = tells([large, notice('ida')]);
    const caseId = `HW-${'1'.repeat(1_000)}`;
    await bed.engine.startExecution({ workflow, name: 'E2', input: { ...input, caseId } });
    await bed.engine.idle();
    expect(path(desk, 'E2')).toContain('Note the failed notice');
    expect(path(desk, 'E2').at(-1)).toBe('Wait for an answer');
  });

  test('a channel that hangs is given up, and the next level is told no later for it', async () => {
    const hanging: (() => void)[] = [];
    const desk = await open({ plan: waits(1) });
    await using bed = desk.bed;
    desk.functions.plan = tells([notice('ida')], 60);
    desk.functions.send = () => new Promise<void>((resolve) => hanging.push(resolve));
    const turns = async () => {
      for (let turn = 0; turn < 20; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
    };
    await bed.forward(62 * SECOND, turns);
    expect(bed.callsOf('send-escalation-notice').map(({ at }) => at / SECOND)).toEqual([1, 12, 24, 61]);
    expect(plans(desk)).toEqual([
      [0, 0],
      [1, 0],
      [61, 1],
    ]);
    for (const release of hanging) release();
  });

  test('notices that are no list do not keep it from waiting', async () => {
    const desk = await open({ plan: () => ({ kind: 'notify', round: 1, notices: 'ida', waitSeconds: 60 }) });
    await using bed = desk.bed;
    expect(path(desk).at(-1)).toBe('Wait for an answer');
    expect(bed.callsOf('await-escalation-answer')).toHaveLength(1);
  });

  test('a plan that fails is made again with a wait of at most 30 seconds, for the same round', async () => {
    const desk = await open({ plan: throwing('Store.Unavailable') });
    await using bed = desk.bed;
    await bed.forward(120 * SECOND);
    expect(plans(desk)).toEqual([0, 1, 3, 7, 15, 31, 61, 91].map((at) => [at, 0]));
    desk.functions.plan = tells([notice('ida')]);
    await bed.forward(30 * SECOND);
    expect(bed.callsOf('send-escalation-notice')).toHaveLength(1);
  });

  test('a plan that lacks a field is made again like one that failed', async () => {
    const desk = await open({ plan: () => ({ kind: 'notify', notices: [], round: 1 }) });
    await using bed = desk.bed;
    expect(status(desk)).toBe('RUNNING');
    desk.functions.plan = tells([notice('ida')]);
    await bed.forward(SECOND);
    expect(desk.tokens).toHaveLength(1);
  });

  test('a wait that cannot be set up breathes five seconds and plans again', async () => {
    const desk = await open({ wait: throwing('Store.Unavailable') });
    await using bed = desk.bed;
    await bed.forward(10 * SECOND);
    expect(plans(desk)).toEqual([
      [0, 0],
      [5, 1],
      [10, 2],
    ]);
    expect(path(desk)).toContain('Breathe before trying again');
  });

  test('an answer that says nothing plans again', async () => {
    const desk = await open();
    await using bed = desk.bed;
    await bed.engine.sendTaskSuccess(latest(desk), {});
    await bed.forward(5 * SECOND);
    expect(bed.callsOf('plan-escalation')).toHaveLength(2);
  });

  test('an answer of a round that has passed is gone, and that of the current one still works', async () => {
    const desk = await open();
    await using bed = desk.bed;
    const first = latest(desk);
    await bed.forward(15 * MINUTE);
    await expect(bed.engine.sendTaskSuccess(first, {})).rejects.toMatchObject({
      code: 'workflow.task-timed-out',
    });
    await bed.engine.sendTaskSuccess(latest(desk), { outcome: 'acknowledged' });
    await bed.engine.idle();
    expect(status(desk)).toBe('SUCCEEDED');
  });

  test('goes on in fresh executions before its history is full, without losing or repeating a round', async () => {
    const desk = await open({ plan: tells([notice('ida'), notice('bo'), notice('cy')]) });
    await using bed = desk.bed;
    await bed.forward(80 * HOUR);
    const executions = bed.engine.listExecutions(workflow).executions;
    expect(executions.map((execution) => execution.status)).toEqual(['RUNNING', 'SUCCEEDED', 'SUCCEEDED']);
    expect(executions.slice(1).map((execution) => path(desk, execution.name).at(-1))).toEqual([
      'Escalation goes on elsewhere',
      'Escalation goes on elsewhere',
    ]);
    const longest = Math.max(...executions.map((one) => bed.history(workflow, one.name).length));
    expect(longest).toBeGreaterThan(4_000);
    expect(longest).toBeLessThan(12_000);
    expect(plans(desk)).toEqual(Array.from({ length: 80 * 4 + 1 }, (_, round) => [round * 900, round]));
    await bed.engine.sendTaskSuccess(latest(desk), { outcome: 'acknowledged' });
    await bed.engine.idle();
    expect(bed.engine.listExecutions(workflow, { status: 'RUNNING' }).executions).toEqual([]);
  });

  test('a plan that fails for most of a day goes on in a fresh execution, at the same round', async () => {
    const desk = await open({ plan: throwing('Store.Unavailable') });
    await using bed = desk.bed;
    await bed.forward(20 * HOUR);
    const [running, first] = bed.engine.listExecutions(workflow).executions;
    expect(first).toMatchObject({ name, status: 'SUCCEEDED' });
    expect(running).toMatchObject({ status: 'RUNNING' });
    expect(JSON.parse(running?.input ?? '')).toEqual(input);
    desk.functions.plan = tells([notice('ida')]);
    await bed.forward(30 * SECOND);
    expect(bed.callsOf('send-escalation-notice')).toHaveLength(1);
  });

  test('a fresh execution that exists already is its own: it goes on there', async () => {
    const freshNameOf = async () => {
      const desk = await open({ plan: throwing('Store.Unavailable') });
      await using bed = desk.bed;
      await bed.forward(20 * HOUR);
      return bed.engine.listExecutions(workflow).executions[0]?.name ?? '';
    };
    const freshName = await freshNameOf();
    const desk = await open({ plan: throwing('Store.Unavailable') });
    await using bed = desk.bed;
    await bed.engine.startExecution({ workflow, name: freshName, input: { ...input, caseId: 'HW-OTHER' } });
    await bed.forward(20 * HOUR);
    expect(path(desk).at(-1)).toBe('Escalation goes on elsewhere');
  });

  test('visits every state in these tests: no state is left out', async () => {
    const desk = await open({ send: throwing('Dead'), wait: throwing('Odd') });
    await using bed = desk.bed;
    await bed.forward(HOUR);
    desk.functions.plan = ends;
    await bed.forward(MINUTE);
    const visited = new Set(
      bed.engine.listExecutions(workflow).executions.flatMap((execution) => path(desk, execution.name)),
    );
    const states = definitions.get(workflow)?.machine.States ?? {};
    const map = states['Tell everybody of this round'];
    const inner = map?.Type === 'Map' ? Object.keys(map.ItemProcessor.States) : [];
    expect(visited).toEqual(new Set([...Object.keys(states), ...inner]));
  });
});
