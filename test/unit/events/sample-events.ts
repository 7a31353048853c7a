import type { DeskEventOf, DeskEventType } from '../../../core/events/desk-event.ts';

const caseId = 'HW-7K3M9QZX';
const promise = {
  clock: 'first-reply',
  instance: 1,
  subject: null,
  priority: 'high',
  category: 'account-takeover',
  policyId: 'standard',
  policyVersion: '2f6c1b7a90d4e853',
  startedAt: '2026-11-20T18:00:00.000Z',
  targetMinutes: 240,
} as const;
const escalation = {
  escalationId: 'HW-7K3M9QZX-E1',
  cause: { kind: 'promise', clock: 'first-reply', instance: 1 },
  ladderId: 'standard',
  policyVersion: '2f6c1b7a90d4e853',
  priority: 'high',
  category: 'account-takeover',
} as const;

/** One of each, as docs/events.md shows them: a first reply that nobody gives until a lead takes it on. */
export const sampleEvents: { readonly [Type in DeskEventType]: DeskEventOf<Type> } = {
  'sla.warned.v1': {
    id: 'HW-7K3M9QZX-S2-0',
    type: 'sla.warned.v1',
    time: '2026-11-23T12:12:00.000Z',
    caseId,
    data: { ...promise, dueAt: '2026-11-23T13:00:00.000Z', percent: 80 },
  },
  'sla.breached.v1': {
    id: 'HW-7K3M9QZX-S3-0',
    type: 'sla.breached.v1',
    time: '2026-11-23T13:00:00.000Z',
    caseId,
    data: { ...promise, dueAt: '2026-11-23T13:00:00.000Z' },
  },
  'escalation.opened.v1': {
    id: 'HW-7K3M9QZX-S3-1',
    type: 'escalation.opened.v1',
    time: '2026-11-23T13:00:00.041Z',
    caseId,
    data: escalation,
  },
  'escalation.notified.v1': {
    id: 'HW-7K3M9QZX-S4-0',
    type: 'escalation.notified.v1',
    time: '2026-11-23T13:00:00.160Z',
    caseId,
    data: {
      ...escalation,
      level: 0,
      tier: 'lead',
      told: [
        { userId: 'sven-holt', department: null, channel: 'email' },
        { userId: 'sven-holt', department: null, channel: 'console' },
      ],
    },
  },
  'escalation.acknowledged.v1': {
    id: 'HW-7K3M9QZX-S6-0',
    type: 'escalation.acknowledged.v1',
    time: '2026-11-23T13:04:12.730Z',
    caseId,
    data: { ...escalation, by: 'sven-holt', via: 'console' },
  },
  'escalation.ended.v1': {
    id: 'HW-7K3M9QZX-S9-1',
    type: 'escalation.ended.v1',
    time: '2026-11-23T13:09:55.002Z',
    caseId,
    data: {
      ...escalation,
      escalationId: 'HW-7K3M9QZX-E2',
      cause: { kind: 'manual', by: 'mara-lind', to: { tier: 'manager' } },
    },
  },
};
