import type { Audience } from '../../../core/escalation/audience.ts';
import type { Escalation, EscalationCause } from '../../../core/escalation/escalation.ts';
import { ladderSchema } from '../../../core/escalation/ladder.ts';
import type { ClockState } from '../../../core/sla/clock-state.ts';
import { type Instant, toInstant } from '../../../core/time/instant.ts';

/** 10:00 on a Monday; the promise of `someClock` is due at 12:00. */
export const start = Date.UTC(2026, 10, 23, 10);
export const minutes = (count: number): Instant => toInstant(start + count * 60_000);

export const ladder = ladderSchema.parse({
  name: 'Standard',
  reminders: [{ beforeMinutes: 30, targets: [{ assignee: true }], channels: ['email'] }],
  levels: [
    { tier: 'agent', waitMinutes: 15, targets: [{ assignee: true }] },
    { tier: 'lead', waitMinutes: 20, targets: [{ role: 'lead' }, { schedule: 'leads' }] },
    { tier: 'head', waitMinutes: 30, targets: [{ user: 'ida' }], channels: ['email'] },
  ],
});

const person = (id: string, tier: 'agent' | 'lead' | 'head') => ({
  id,
  tier,
  contacts: [
    { id: 'mail', channel: 'email' },
    { id: 'desk', channel: 'console' },
    { id: 'pager', channel: 'webhook' },
  ],
});

export const audience: Audience = {
  users: [person('ana', 'agent'), person('cleo', 'lead'), person('ida', 'head')],
  assignee: 'ana',
  departments: ['legal'],
  onCall: (schedule) => ({ userIds: schedule === 'leads' ? ['cleo'] : [], why: 'layer Days' }),
};

export const nobody: Audience = { users: [], assignee: null, departments: [], onCall: audience.onCall };

export function someEscalation(change: Partial<Escalation> = {}): Escalation {
  return {
    id: 'HW-7K3M9QZX-E1',
    caseId: 'HW-7K3M9QZX',
    number: 1,
    cause: { kind: 'promise', clock: 'first-reply', instance: 1 },
    ladderId: 'standard',
    policyVersion: 'v1',
    state: 'open',
    openedAt: minutes(0),
    remindedMinutes: [],
    told: null,
    manual: null,
    round: 0,
    nextStepAt: minutes(0),
    taskToken: null,
    acknowledged: null,
    ended: null,
    ...change,
  };
}

export const byHand = (to: Extract<EscalationCause, { kind: 'manual' }>['to']): EscalationCause => ({
  kind: 'manual',
  by: 'ana',
  reason: 'she threatens to sue',
  to,
});

export function someClock(change: Partial<ClockState> = {}): ClockState {
  return {
    caseId: 'HW-7K3M9QZX',
    clock: 'first-reply',
    instance: 1,
    subject: null,
    state: 'running',
    startedAt: minutes(0),
    countedAt: minutes(0),
    pausedSince: null,
    pauses: [],
    breachedAt: null,
    endedAt: null,
    endedWhy: null,
    promise: {
      policyId: 'standard',
      policyVersion: 'v1',
      priority: 'normal',
      targetMinutes: 120,
      calendar: null,
      warnings: [],
    },
    terms: null,
    graceMs: 0,
    warned: [],
    eventCount: 1,
    lastSeq: 1,
    elapsedMs: 0,
    remainingMs: 7_200_000,
    dueAt: minutes(120),
    nextWarnings: [],
    override: null,
    ...change,
  };
}

export const lateClock = someClock({ breachedAt: minutes(120) });
