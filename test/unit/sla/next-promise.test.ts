import { expect, test } from 'vitest';
import type { ClockState } from '../../../core/sla/clock-state.ts';
import { nextPromise } from '../../../core/sla/next-promise.ts';

function aClock(clock: ClockState['clock'], change: Partial<ClockState>): ClockState {
  return {
    caseId: 'HW-7K3M9QZX',
    clock,
    instance: 1,
    subject: null,
    state: 'running',
    startedAt: '2026-11-23T09:00:00.000Z',
    countedAt: '2026-11-23T09:00:00.000Z',
    pausedSince: null,
    pauses: [],
    breachedAt: null,
    endedAt: null,
    endedWhy: null,
    promise: {
      policyId: 'standard',
      policyVersion: 'v1',
      priority: 'normal',
      targetMinutes: 60,
      calendar: null,
      warnings: [],
    },
    terms: null,
    graceMs: 0,
    warned: [],
    eventCount: 1,
    lastSeq: 1,
    elapsedMs: 0,
    remainingMs: 3_600_000,
    dueAt: null,
    nextWarnings: [],
    override: null,
    ...change,
  };
}
const first = (clocks: readonly ClockState[]) => nextPromise(clocks)?.clock ?? null;

test('the next due of those that run comes first, whatever waits', () => {
  const reply = aClock('first-reply', { dueAt: '2026-11-23T13:00:00.000Z' });
  const work = aClock('agent-work', { dueAt: '2026-11-23T12:00:00.000Z' });
  const paused = aClock('total-resolution', { state: 'paused', remainingMs: 1 });
  expect(first([reply, work, paused])).toBe('agent-work');
  expect(first([paused])).toBe('total-resolution');
});

test('what is only measured, or is over, promises nothing', () => {
  const measured = aClock('agent-work', { remainingMs: null });
  const met = aClock('first-reply', { state: 'met', dueAt: null });
  expect(first([measured, met])).toBeNull();
});

test('a broken promise presses from its breach on, also without a target', () => {
  const broken = aClock('first-reply', { remainingMs: null, breachedAt: '2026-11-23T10:00:00.000Z' });
  const work = aClock('agent-work', { dueAt: '2026-11-23T12:00:00.000Z' });
  expect(first([work, broken])).toBe('first-reply');
});
