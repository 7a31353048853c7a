import fc from 'fast-check';
import { acknowledgeEscalation } from '../../../app/acknowledge-escalation.ts';
import { escalateCase } from '../../../app/escalate-case.ts';
import { markSpam } from '../../../app/mark-spam.ts';
import { rebaseCases } from '../../../app/rebase-case.ts';
import { setDue } from '../../../app/set-due.ts';
import type { Actor } from '../../../core/case/actor.ts';
import type { CaseFact } from '../../../core/case/case-event.ts';
import type { Priority } from '../../../core/case/priority.ts';
import type { Status } from '../../../core/case/status.ts';
import { isOpenClock } from '../../../core/sla/clock-state.ts';
import { toInstant } from '../../../core/time/instant.ts';
import { promises } from '../../fakes/promised-ports.ts';
import { caseId, type FaultyDesk } from './faulty-desk.ts';

export const customer: Actor = { kind: 'customer', address: 'kim@buyer.example' };
const mara: Actor = { kind: 'agent', userId: 'mara-lind' };
export const created: CaseFact = {
  type: 'case.created.v1',
  data: {
    subject: 'My parcel',
    requester: { address: 'kim@buyer.example', name: 'Kim Doe' },
    participants: [],
    channel: 'email',
    linkedCaseIds: [],
    linkedWhy: null,
  },
};
export const mail: CaseFact = {
  type: 'message.received.v1',
  data: {
    messageId: '01JDABCDEFGHJKMNPQRSTVWXYZ',
    from: { address: 'kim@buyer.example', name: 'Kim Doe' },
    automated: null,
    isPrivate: false,
    flags: [],
    why: 'new sender',
  },
};
const every = (minutes: number) =>
  Object.fromEntries(['emergency', 'urgent', 'high', 'normal', 'low'].map((name) => [name, minutes]));
const [crisis, standard] = promises.policies;
/** Promises of a case of any hour, with a ladder that reminds, climbs and repeats. */
export const parts = (firstReply: number) => ({
  ladders: {
    standard: {
      name: 'Standard',
      reminders: [
        { beforeMinutes: 20, targets: [{ user: 'mara-lind' }] },
        { beforeMinutes: 5, targets: [{ user: 'mara-lind' }] },
      ],
      levels: [
        { tier: 'agent', waitMinutes: 15, targets: [{ user: 'mara-lind' }] },
        { tier: 'lead', waitMinutes: 30, targets: [{ user: 'sven-holt' }] },
      ],
      repeatLastMinutes: 240,
    },
  },
  policies: [
    crisis,
    {
      ...standard,
      calendar: 'always',
      targets: {
        'first-reply': every(firstReply),
        'next-reply': every(90),
        'keep-informed': every(120),
        department: every(60),
        'agent-work': every(600),
        'total-resolution': every(1200),
      },
    },
  ],
});

const kinds = [
  'inbound',
  'inbound',
  'reply',
  'reply',
  'status',
  'status',
  'priority',
  'crisis',
  'ask',
  'answer',
  'spam',
  'override',
  'rebase',
  'escalate',
  'take-on',
  'take-on',
  'wait',
  'fault',
] as const;
export const act = fc.record({
  gapMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 45 }), fc.integer({ min: 46, max: 1500 })),
  kind: fc.constantFrom(...kinds),
  n: fc.nat({ max: 1000 }),
});
export type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** Does it where the case allows it; what a use case refuses is thrown. */
export async function perform(desk: FaultyDesk, { kind, n }: Act): Promise<void> {
  const current = await desk.ports.store.getCase(caseId);
  if (!current) throw new Error('no case');
  const status = (to: Status): CaseFact[] =>
    current.status === to
      ? []
      : [{ type: 'case.status-changed.v1', data: { from: current.status, to, reason: null } }];
  const commit = (actor: Actor, facts: readonly CaseFact[]) =>
    facts.length === 0 ? Promise.resolve() : desk.act(actor, facts);
  const isSpam = current.flags.includes('spam');
  const sla = await desk.sla();
  const open = sla.clocks.clocks.filter(isOpenClock);
  const some = <T>(list: readonly T[]): T | undefined => list[n % Math.max(1, list.length)];
  const reason = 'because';
  switch (kind) {
    case 'inbound':
      return isSpam
        ? undefined
        : commit(customer, [
            mail,
            ...(['pending', 'on-hold', 'solved'].includes(current.status) ? status('open') : []),
          ]);
    case 'reply':
      return commit(mara, [
        { type: 'message.sent.v1', data: { messageId: `r${n}`, to: [], automatic: false } },
        ...(n % 5 === 0 && !isSpam ? status('solved') : []),
      ]);
    case 'status':
      return isSpam
        ? undefined
        : commit(mara, status((['open', 'pending', 'on-hold', 'solved', 'open'] as const)[n % 5] ?? 'open'));
    case 'priority': {
      const to = (['urgent', 'high', 'normal', 'low'] as const)[n % 4] as Priority;
      return commit(
        mara,
        to === current.priority
          ? []
          : [{ type: 'case.priority-changed.v1', data: { from: current.priority, to, reason } }],
      );
    }
    case 'crisis': {
      const to = n % 2 === 0 ? 'self-harm' : 'other';
      return commit(
        mara,
        to === current.category
          ? []
          : [{ type: 'case.category-changed.v1', data: { from: current.category, to, reason } }],
      );
    }
    case 'ask':
      return commit(mara, [
        {
          type: 'consult.sent.v1',
          data: { consultId: `c${n}-${desk.now}`, department: 'legal', calendar: null, minutes: 60 },
        },
      ]);
    case 'answer': {
      const asked = some(open.filter(({ clock }) => clock === 'department'));
      return commit(
        mara,
        asked?.subject
          ? [{ type: 'consult.answered.v1', data: { consultId: asked.subject, automatic: false } }]
          : [],
      );
    }
    case 'spam':
      await markSpam({ caseId, userId: 'mara-lind', spam: !isSpam, reason }, desk.all);
      return desk.drain();
    case 'override': {
      const clock = some(open);
      if (!clock) return;
      const dueAt = n % 4 === 0 ? null : toInstant(desk.now + (1 + (n % 900)) * 60_000);
      await setDue(
        { caseId, clock: clock.clock, instance: clock.instance, dueAt, reason, userId: 'mara-lind' },
        desk.all,
      );
      return desk.drain();
    }
    case 'rebase': {
      const { version } = desk.ports.publishNext(parts(30 + (n % 3) * 200));
      await rebaseCases({ caseIds: [caseId], policyVersion: version, reason, userId: 'sven-holt' }, desk.all);
      return desk.drain();
    }
    case 'escalate':
      await escalateCase(
        {
          caseId,
          to: some([{ tier: 'lead' }, { user: 'ada-root' }, { department: 'legal' }] as const) ?? {
            tier: 'lead',
          },
          reason,
          userId: 'mara-lind',
        },
        desk.all,
      );
      return desk.drain();
    case 'take-on': {
      const climbing = some(sla.escalations.filter(({ state }) => state === 'open'));
      if (!climbing) return;
      await acknowledgeEscalation(
        { escalationId: climbing.id, userId: 'sven-holt', via: 'console' },
        desk.all,
      );
      return desk.drain();
    }
    case 'fault':
      return desk.actWithFault(mara, [
        { type: 'case.tagged.v1', data: { tags: [`t${n}`] } },
        ...(n % 3 === 0 && !isSpam ? status('pending') : []),
      ]);
    case 'wait':
      return;
  }
}
