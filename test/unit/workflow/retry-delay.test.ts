import { expect, test } from 'vitest';
import { retryDelayMs } from '../../../local/workflow/retry-delay.ts';
import { errorMatches } from '../../../local/workflow/state-error.ts';

const draw = () => 0.25;

test.each([
  [{}, 0, 1_000],
  [{}, 3, 8_000],
  [{ IntervalSeconds: 3, BackoffRate: 1.5 }, 2, 6_750],
  [{ MaxDelaySeconds: 30 }, 20, 30_000],
  [{ BackoffRate: 10, MaxDelaySeconds: 30 }, 99_999_998, 30_000],
  [{ IntervalSeconds: 8, JitterStrategy: 'FULL' as const }, 0, 2_000],
  [{ JitterStrategy: 'FULL' as const, MaxDelaySeconds: 4 }, 9, 1_000],
])('%o waits before retry %i for %i ms', (fields, attempt, ms) => {
  expect(retryDelayMs({ ErrorEquals: ['States.ALL'], ...fields }, attempt, draw)).toBe(ms);
});

test('without jitter nothing random is drawn', () => {
  const never = () => {
    throw new Error('drawn');
  };
  expect(retryDelayMs({ ErrorEquals: ['X'] }, 0, never)).toBe(1_000);
});

test.each([
  ['States.ALL', 'Anything', true],
  ['States.ALL', 'States.Timeout', true],
  ['States.ALL', 'States.QueryEvaluationError', true],
  ['States.ALL', 'States.DataLimitExceeded', false],
  ['States.ALL', 'States.Runtime', false],
  ['States.Runtime', 'States.Runtime', true],
  ['States.DataLimitExceeded', 'States.DataLimitExceeded', true],
  ['States.TaskFailed', 'Anything', true],
  ['States.TaskFailed', 'States.Timeout', false],
  ['States.TaskFailed', 'States.HeartbeatTimeout', false],
  ['States.Timeout', 'States.HeartbeatTimeout', true],
  ['States.HeartbeatTimeout', 'States.Timeout', false],
  ['anything', 'Anything', false],
])('%s matches %s: %s', (name, error, matches) => {
  expect(errorMatches([name], error)).toBe(matches);
  expect(errorMatches(['Other', name], error)).toBe(matches);
});
