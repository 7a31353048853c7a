import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lintWorkflow } from '../../local/workflow/lint-workflow.ts';
import { loadBoundWorkflows } from '../../local/workflow/load-bound-workflows.ts';
import { type WorkflowBinding, workflowBindings } from '../../workflows/bindings.ts';

// It has no types, and its export is the function itself.
const validate = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => {
  errors: unknown[];
};
const root = join(import.meta.dirname, '../..');
const files = globSync('workflows/**/*.asl.yaml', { cwd: root });
const table: Record<string, WorkflowBinding> = workflowBindings;

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8');

  test('is valid to asl-validator', () => {
    expect(validate(parse(text)).errors).toEqual([]);
  });

  test('has nothing that our own lint finds', () => {
    expect(lintWorkflow(text)).toEqual([]);
  });

  test('is bound under the name of its file, with every placeholder that it has and no other', () => {
    const binding = Object.entries(table).find(([, { file: bound }]) => bound === file);
    expect(binding?.[0]).toBe(file.split('/').at(-1)?.replace('.asl.yaml', ''));
    const placeholders = new Set([...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name));
    expect(new Set(Object.keys(binding?.[1].functions ?? {}))).toEqual(placeholders);
  });

  test('names errors in Retry and Catch that something gives', () => {
    const errors = new Set(
      [...text.matchAll(/ErrorEquals: \[(.+)\]/g)].flatMap(([, names]) => (names ?? '').split(/, */)),
    );
    const known =
      /^(States\.(ALL|Timeout|TaskFailed|DataLimitExceeded|HeartbeatTimeout|QueryEvaluationError)|StepFunctions\.ExecutionAlreadyExistsException)$/;
    expect([...errors].filter((name) => !known.test(name))).toEqual([]);
  });
});

test('every bound file exists and loads with its functions in place', () => {
  expect(files.toSorted()).toEqual(
    Object.values(table)
      .map(({ file }) => file)
      .toSorted(),
  );
  const loaded = loadBoundWorkflows(root);
  expect([...loaded.keys()]).toEqual(Object.keys(workflowBindings));
  expect(loaded.get('emergency-page')?.definition).toContain('"FunctionName":"plan-page"');
});
