import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadBoundWorkflows } from '../../local/workflow/load-bound-workflows.ts';
import { slaClockInput } from '../../workflows/sla-clock/workflow.ts';
import { MIDNIGHT, type TaskFunction, WorkflowBed } from './workflow-bed.ts';

const definitions = loadBoundWorkflows(join(import.meta.dirname, '../..'));
const workflow = 'sla-clock';
const name = 'HW-AB12CD34_first-reply_1_1';
const MINUTE = 60_000;
const after = (ms: number) => new Date(MIDNIGHT + ms).toISOString();
const inputAt = (at: string) =>
  slaClockInput.parse({ caseId: 'HW-AB12CD34', clock: 'first-reply', instance: 1, epoch: 1, at });

async function arm(wake: TaskFunction, at = after(30 * MINUTE)): Promise<WorkflowBed> {
  const bed = new WorkflowBed(definitions, { 'wake-clock': wake });
  await bed.start();
  await bed.engine.startExecution({ workflow, name, input: inputAt(at) });
  await bed.engine.idle();
  return bed;
}

const status = (bed: WorkflowBed) => bed.engine.describeExecution({ workflow, name }).status;
const callTimes = (bed: WorkflowBed) => bed.callsOf('wake-clock').map(({ at }) => at);
const failing: TaskFunction = () => {
  throw Object.assign(new Error('test'), { name: 'Store.Unavailable' });
};

describe('sla-clock', () => {
  test('sleeps until the mark to the millisecond, looks once and ends', async () => {
    await using bed = await arm(() => ({ next: null }), after(30 * MINUTE + 1));
    await bed.forward(30 * MINUTE);
    expect(bed.calls).toEqual([]);
    await bed.forward(1);
    expect(bed.callsOf('wake-clock')).toMatchObject([
      { at: 30 * MINUTE + 1, payload: inputAt(after(30 * MINUTE + 1)) },
    ]);
    expect(status(bed)).toBe('SUCCEEDED');
  });

  test('costs two state transitions a look', async () => {
    await using bed = await arm(() => ({ next: null }));
    await bed.forward(24 * 60 * MINUTE);
    expect(bed.path(workflow, name)).toEqual(['Wait until it must be looked at', 'Look at the clock']);
  });

  test('looks at once when the mark is past', async () => {
    await using bed = await arm(() => ({ next: null }), after(-MINUTE));
    expect(callTimes(bed)).toEqual([0]);
    expect(status(bed)).toBe('SUCCEEDED');
  });

  test('ends as well when another look is to come: the function has started the execution for it', async () => {
    await using bed = await arm(() => ({ next: after(60 * MINUTE) }));
    await bed.forward(24 * 60 * MINUTE);
    expect(callTimes(bed)).toEqual([30 * MINUTE]);
    expect(status(bed)).toBe('SUCCEEDED');
  });

  test('keeps its place over a restart, and looks late rather than never', async () => {
    await using bed = await arm(() => ({ next: null }));
    await bed.restart();
    await bed.forward(29 * MINUTE);
    expect(bed.calls).toEqual([]);
    await bed.engine.stop();
    await bed.forward(5 * MINUTE, async () => undefined);
    await bed.restart();
    await bed.engine.idle();
    expect(callTimes(bed)).toEqual([34 * MINUTE]);
    expect(status(bed)).toBe('SUCCEEDED');
  });

  test('looks again when looking fails, at most a minute later, and soon enough', async () => {
    let isDown = true;
    await using bed = await arm((payload, call) => (isDown ? failing(payload, call) : { next: null }));
    await bed.forward(35 * MINUTE);
    const seconds = callTimes(bed).map((at) => (at - 30 * MINUTE) / 1_000);
    expect(seconds).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243]);
    isDown = false;
    await bed.forward(MINUTE);
    expect(status(bed)).toBe('SUCCEEDED');
  });

  test('takes an answer without a next look for a failure', async () => {
    let answer: object = {};
    await using bed = await arm(() => answer);
    await bed.forward(30 * MINUTE);
    expect(status(bed)).toBe('RUNNING');
    answer = { next: null };
    await bed.forward(1_000);
    expect(status(bed)).toBe('SUCCEEDED');
  });

  test('gives a call up after ten minutes and makes another', async () => {
    const hanging: (() => void)[] = [];
    const bed = await arm(() => new Promise<void>((resolve) => hanging.push(resolve)), after(MINUTE));
    await using _bed = bed;
    const turns = async () => {
      for (let turn = 0; turn < 20; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
    };
    await bed.forward(12 * MINUTE, turns);
    expect(callTimes(bed).map((at) => at / 1_000)).toEqual([60, 661]);
    for (const release of hanging) release();
  });

  test('fails, so that somebody is told, when looking has failed for an hour and a half', async () => {
    await using bed = await arm(failing);
    await bed.forward(30 * MINUTE + 89 * MINUTE);
    expect(status(bed)).toBe('RUNNING');
    await bed.forward(5 * MINUTE);
    expect(status(bed)).toBe('FAILED');
    expect(bed.callsOf('wake-clock')).toHaveLength(96);
  });

  test.each([
    ['caseId', ''],
    ['clock', 'second-reply'],
    ['instance', 0],
    ['epoch', 0.5],
    ['at', 'tomorrow'],
  ])('is not started with a wrong %s', (field, value) => {
    const input = { ...inputAt(after(0)), [field]: value };
    expect(slaClockInput.safeParse(input).error?.issues.map(({ path }) => path)).toEqual([[field]]);
  });
});
