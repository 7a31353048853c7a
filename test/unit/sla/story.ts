import type { Category } from '../../../core/case/category.ts';
import type { Priority } from '../../../core/case/priority.ts';
import type { Status } from '../../../core/case/status.ts';
import { type ReplayInput, replayClocks } from '../../../core/sla/clock-history.ts';
import type { ClockName } from '../../../core/sla/clock-name.ts';
import type { ClockState } from '../../../core/sla/clock-state.ts';
import type { PolicySet } from '../../../core/sla/policy-set.ts';
import { policySetSchema } from '../../../core/sla/policy-set.ts';
import type { SlaEvent } from '../../../core/sla/sla-fact.ts';

type Fact = SlaEvent extends infer Event
  ? Event extends SlaEvent
    ? Pick<Event, 'type' | 'data'>
    : never
  : never;
type Who = 'agent' | 'customer' | 'system';

const week = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]]),
);

/** Office hours in UTC; Wednesday 2026-12-23 is an ordinary day, 24 December a morning, 25 December closed. */
export const policySet = (version: string, policies: object[]): PolicySet => ({
  version,
  ...policySetSchema.parse({
    calendars: {
      office: {
        timezone: 'UTC',
        hours: week,
        holidays: [{ date: '2026-12-24', name: 'Christmas Eve', hours: [['09:00', '12:00']] }, '2026-12-25'],
      },
      legal: { timezone: 'UTC', hours: { mon: [['10:00', '12:00']], tue: [['10:00', '12:00']] } },
    },
    policies,
  }),
});

const every = (minutes: number) =>
  Object.fromEntries(['emergency', 'urgent', 'high', 'normal', 'low'].map((priority) => [priority, minutes]));

export const standard = {
  id: 'standard',
  name: 'Standard',
  calendar: 'office',
  targets: {
    'emergency-ack': { emergency: 5 },
    'first-reply': { ...every(240), emergency: 60, urgent: 60, high: 120 },
    'next-reply': every(120),
    'keep-informed': every(480),
    department: every(60),
    'agent-work': every(600),
    'first-resolution': every(2880),
    'total-resolution': every(2880),
  },
};

/** A case's history, an event a call. Times are UTC on a day of December 2026: `21T09:00` is a Monday. */
export class Story {
  readonly events: SlaEvent[] = [];
  #status: Status = 'new';
  #priority: Priority = 'normal';

  constructor(at: string) {
    const requester = { address: 'ana@example.com', name: 'Ana' };
    const data = {
      subject: 's',
      requester,
      participants: [],
      channel: 'email',
      linkedCaseIds: [],
      linkedWhy: null,
    } as const;
    this.add(at, 'system', { type: 'case.created.v1', data });
  }

  add(at: string, who: Who, fact: Fact): this {
    const actor =
      who === 'agent'
        ? ({ kind: 'agent', userId: 'mara' } as const)
        : who === 'customer'
          ? ({ kind: 'customer', address: 'ana@example.com' } as const)
          : ({ kind: 'system', name: 'desk' } as const);
    const instant = new Date(`2026-12-${at}Z`).toISOString();
    this.events.push({
      ...fact,
      caseId: 'HW-00000001',
      seq: this.events.length + 1,
      at: instant,
      actor,
    } as SlaEvent);
    return this;
  }

  inbound(at: string, automated: string | null = null): this {
    const from = { address: 'ana@example.com', name: '' };
    return this.add(at, 'customer', {
      type: 'message.received.v1',
      data: { messageId: 'm', from, automated, isPrivate: false, flags: [], why: '' },
    });
  }

  triage(at: string, casePriority: Priority, caseCategory: Category = 'other'): this {
    this.#priority = casePriority;
    const emergency = casePriority === 'emergency';
    return this.add(at, 'system', {
      type: 'triage.assessed.v1',
      data: {
        messageId: 'm',
        priority: casePriority,
        category: caseCategory,
        emergency,
        rules: [],
        why: '',
        casePriority,
        caseCategory,
        caseEmergency: emergency,
        failed: false,
      },
    });
  }

  reply(at: string, who: Who = 'agent'): this {
    const automatic = who === 'system';
    return this.add(at, who, { type: 'message.sent.v1', data: { messageId: 'r', to: [], automatic } });
  }

  status(at: string, to: Status, who: Who = 'agent'): this {
    const from = this.#status;
    this.#status = to;
    return this.add(at, who, { type: 'case.status-changed.v1', data: { from, to, reason: null } });
  }

  priority(at: string, to: Priority): this {
    const from = this.#priority;
    this.#priority = to;
    return this.add(at, 'agent', { type: 'case.priority-changed.v1', data: { from, to, reason: null } });
  }

  /** The clocks at the end, or at `until`. */
  clocks(until: string | null = null, input: Partial<ReplayInput> = {}): readonly ClockState[] {
    const policies = policySet('v1', [standard]);
    const at = until === null ? null : new Date(`2026-12-${until}Z`).toISOString();
    return replayClocks({ history: this.events, policies, until: at, ...input }).clocks.clocks;
  }

  clock(
    name: ClockName,
    until: string | null = null,
    instance = 1,
    input: Partial<ReplayInput> = {},
  ): Partial<ClockState> {
    return (
      this.clocks(until, input).find((state) => state.clock === name && state.instance === instance) ?? {}
    );
  }
}

export const december = (at: string) => new Date(`2026-12-${at}Z`).toISOString();
