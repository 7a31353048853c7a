import { describe, expect, test } from 'vitest';
import { lintWorkflow } from '../../../local/workflow/lint-workflow.ts';

const lint = (states: object, startAt = 'A') =>
  lintWorkflow(JSON.stringify({ QueryLanguage: 'JSONata', StartAt: startAt, States: states })).map(
    ({ state, field, message }) => `${state} ${field}: ${message}`,
  );
const invoke = (more: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'f' },
  End: true,
  ...more,
});
const pass = (more: object = {}) => ({ Type: 'Pass', End: true, ...more });
const token = '{% $states.context.Task.Token %}';
const waiting = 'arn:aws:states:::lambda:invoke.waitForTaskToken';

describe('lintWorkflow', () => {
  test.each([
    [
      'a sound machine',
      { A: { Type: 'Pass', Assign: { x: 1 }, Next: 'B' }, B: pass({ Output: '{% $x %}' }) },
      [],
    ],
    [
      'an unreachable state',
      { A: pass(), B: pass() },
      ['B States: no state leads here: remove it or lead to it'],
    ],
    [
      'States.ALL before the last rule',
      { A: invoke({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['X'] }] }) },
      ['A Retry[0].ErrorEquals: States.ALL must be in the last rule'],
    ],
    [
      'a heartbeat as long as the timeout',
      { A: invoke({ HeartbeatSeconds: 10, TimeoutSeconds: 10 }) },
      ['A HeartbeatSeconds: must be less than TimeoutSeconds (10)'],
    ],
    [
      'a token task that passes no token on',
      { A: invoke({ Resource: waiting, TimeoutSeconds: 9 }) },
      [
        'A Arguments.Payload: waits for a task token that it does not pass on; add {% $states.context.Task.Token %}',
      ],
    ],
    [
      'a token task without a timeout',
      { A: invoke({ Resource: waiting, Arguments: { FunctionName: 'f', Payload: { token } } }) },
      ['A TimeoutSeconds: missing: a lost token would be waited for without end'],
    ],
    [
      'a token where there is none',
      { A: invoke({ Arguments: { FunctionName: 'f', Payload: { deep: [token] } } }) },
      ['A Arguments.Payload.deep[0]: only a .waitForTaskToken task has a task token'],
    ],
    [
      'a variable that nothing assigns',
      { A: pass({ Output: '{% $x %}' }) },
      ['A Output: $x is not assigned on every path to this state'],
    ],
    [
      'a variable that one of two paths leaves out',
      {
        A: {
          Type: 'Choice',
          Choices: [{ Condition: '{% true %}', Next: 'C', Assign: { x: 1 } }],
          Default: 'C',
        },
        C: pass({ Output: '{% $x %}' }),
      },
      ['C Output: $x is not assigned on every path to this state'],
    ],
    [
      'a variable that the Catch leaves out',
      {
        A: invoke({
          Assign: { x: 1 },
          End: undefined,
          Next: 'C',
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'C' }],
        }),
        C: pass({ Output: '{% $x %}' }),
      },
      ['C Output: $x is not assigned on every path to this state'],
    ],
    [
      'a variable of a branch read outside it',
      {
        A: {
          Type: 'Parallel',
          Branches: [{ StartAt: 'B', States: { B: pass({ Assign: { x: 1 } }) } }],
          Next: 'C',
        },
        C: pass({ Output: '{% $x %}' }),
      },
      ['C Output: $x is not assigned on every path to this state'],
    ],
    [
      'an outer variable assigned in a branch',
      {
        A: { Type: 'Pass', Assign: { x: 1 }, Next: 'P' },
        P: {
          Type: 'Parallel',
          Branches: [{ StartAt: 'B', States: { B: pass({ Assign: { x: 2 } }) } }],
          End: true,
        },
      },
      ['B Assign: $x belongs to the outer scope, which is read-only here'],
    ],
    [
      'a loop that keeps its variable',
      {
        A: { Type: 'Pass', Assign: { x: 1 }, Next: 'B' },
        B: { Type: 'Pass', Assign: { x: '{% $x + 1 %}' }, Next: 'C' },
        C: { Type: 'Choice', Choices: [{ Condition: '{% $x < 3 %}', Next: 'B' }], Default: 'D' },
        D: { Type: 'Succeed' },
      },
      [],
    ],
    [
      'names that the expression binds itself',
      { A: pass({ Output: '{% ($y := 1; $map([1], function($v) { $v + $y + $sum([1]) })) %}' }) },
      [],
    ],
    [
      'a parameter read outside its function',
      { A: pass({ Output: '{% $map([1], function($v) { $v }) & $v %}' }) },
      ['A Output: $v is not assigned on every path to this state'],
    ],
    [
      '$states.result before there is one',
      { A: invoke({ Arguments: { FunctionName: 'f', Payload: '{% $states.result %}' } }) },
      ['A Arguments.Payload: $states.result exists only in Output and Assign of a Task, Parallel or Map'],
    ],
    [
      '$states.errorOutput outside a Catch',
      { A: invoke({ Output: '{% $states.errorOutput.Error %}' }) },
      ['A Output: $states.errorOutput exists only in a Catch'],
    ],
    [
      'a part of $states that does not exist',
      { A: pass({ Output: '{% $states.inputs %}' }) },
      ['A Output: $states.inputs does not exist; there are input, context, result and errorOutput'],
    ],
  ])('finds %s', (_what, states, problems) => {
    expect(lint(states)).toEqual(problems);
  });

  test('reports what the loader refuses as well', () => {
    expect(lint({ A: { Type: 'Pass' } })).toEqual(['A Next: missing: give Next, or End: true']);
  });
});
