import { expect, test } from 'vitest';
import { explain, isProblem, Problem, toProblem } from '../../../console/src/api/problem.ts';
import { backOffMs } from '../../../console/src/live/back-off.ts';

const json = { 'content-type': 'application/problem+json' };

test('problem details become a typed error with the fields named', async () => {
  const body = {
    detail: 'Not so.',
    code: 'case.version-conflict',
    errors: [{ field: 'text', message: 'is empty' }],
  };
  const problem = await toProblem(new Response(JSON.stringify(body), { status: 409, headers: json }));
  expect(isProblem(problem, 'case.version-conflict')).toBe(true);
  expect(isProblem(problem, 'other')).toBe(false);
  expect(explain(problem)).toBe('Not so. text: is empty');
});

test.each([
  ['<html>bad gateway</html>', { 'content-type': 'text/html' }],
  ['{', json],
  ['null', json],
])('an answer that is no problem document (%s) still says what to do', async (body, headers) => {
  const problem = await toProblem(new Response(body, { status: 502, headers }));
  expect(problem.code).toBe('http.502');
  expect(problem.message).not.toBe('');
});

test('reconnecting waits longer each time, up to 15 s, never in step with others', () => {
  expect(backOffMs(0, 0)).toBe(250);
  expect(backOffMs(0, 1)).toBe(500);
  expect(backOffMs(3, 1)).toBe(4000);
  expect(backOffMs(99, 1)).toBe(15_000);
  expect(backOffMs(99, 0)).toBe(7500);
});

test('a fault that the detail tells already is not told twice', () => {
  const message = 'dueAt: is past; give a time that is to come';
  const errors = [
    { field: 'dueAt', message: 'is past; give a time that is to come' },
    { field: 'reason', message: 'write why' },
  ];
  expect(explain(new Problem(400, 'sla.due-date', message, errors))).toBe(`${message} reason: write why`);
});
