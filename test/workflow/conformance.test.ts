import { describe, expect, test } from 'vitest';
import { isDomainError } from '../../core/errors.ts';
import { loadWorkflow } from '../../local/workflow/load-workflow.ts';
import { type ConformanceCase, conformanceCases, runCase } from './conformance-case.ts';

describe.each(conformanceCases())('$file', ({ cases }) => {
  test.each(cases.filter((one) => one.expect))('$title', async (given) => {
    const { expect: wanted } = given;
    const run = await runCase(given, { restarts: false });
    const seen = {
      ...run,
      payloads: pick(run.payloads, wanted?.payloads),
      callSeconds: pick(run.callSeconds, wanted?.callSeconds),
    };
    const { cause, ...rest } = wanted ?? {};
    expect(seen).toMatchObject(rest);
    if (wanted && 'output' in wanted) expect(run.output).toEqual(wanted.output);
    if (cause !== undefined) expect(run.cause).toContain(cause);
  });

  test.each(cases.filter((one) => one.refused))('$title', ({ definition, refused }) => {
    const problem = refusalOf(definition);
    expect(problem.message).toContain(`field ${refused?.field}: `);
    expect(problem.message).toContain(refused?.message);
    if (refused?.state !== undefined) expect(problem.message).toContain(`state "${refused.state}"`);
  });
});

test('every case says what it expects, and there are at least 60', () => {
  const cases = conformanceCases().flatMap((file) => file.cases);
  expect(cases.filter((one) => (one.expect === undefined) === (one.refused === undefined))).toEqual([]);
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(new Set(cases.map((one) => one.title)).size).toBe(cases.length);
});

describe('an engine that is restarted whenever it is idle', () => {
  const running = conformanceCases()
    .flatMap((file) => file.cases)
    .filter((one) => one.expect && !hangs(one));

  test.each(running)('runs alike: $title', async (given) => {
    const straight = await runCase(given, { restarts: false });
    expect(await runCase(given, { restarts: true })).toEqual(straight);
  });
});

function hangs({ tasks = {} }: ConformanceCase): boolean {
  return Object.values(tasks).some((answers) => answers.some((answer) => answer.hangs));
}

function pick<Value>(
  from: Record<string, Value>,
  keys: Record<string, unknown> | undefined,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys && key in keys));
}

function refusalOf(definition: unknown): Error {
  try {
    loadWorkflow({ name: 'subject', text: JSON.stringify(definition) });
  } catch (error) {
    if (isDomainError(error, 'workflow.definition-refused')) return error;
    throw error;
  }
  throw new Error('the definition was loaded');
}
