import fc from 'fast-check';
import { priorities } from '../../../core/case/priority.ts';
import { statuses } from '../../../core/case/status.ts';
import { isOpenClock } from '../../../core/sla/clock-state.ts';
import type { SlaEvent } from '../../../core/sla/sla-fact.ts';
import { toInstant } from '../../../core/time/instant.ts';
import { policySet, Story, standard } from './story.ts';

/** A crisis policy, one for all others, and none for what is an emergency by priority alone. */
export const policies = policySet('v1', [
  { ...standard, id: 'crisis', match: { categories: ['self-harm'] }, calendar: 'office' },
  { ...standard, match: { priorities: ['urgent', 'high', 'normal', 'low'] } },
]);
/** Other targets, hours and warnings under the same names. */
export const laterPolicies = policySet('v2', [
  {
    ...standard,
    calendar: 'legal',
    warnings: [25, 90],
    reopenGraceMinutes: 15,
    targets: {
      ...standard.targets,
      'first-reply': { normal: 30, high: 300 },
      'agent-work': { normal: 2000 },
    },
  },
]);
export const until = '2026-12-31T00:00:00.000Z';

const step = fc.record({
  /** Minutes since the step before; below 0 is a machine whose clock is behind. */
  gap: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 600 }), fc.integer({ min: -30, max: -1 })),
  kind: fc.constantFrom(
    // What begins and ends clocks comes more often, so that there are third and fourth instances.
    'inbound',
    'inbound',
    'inbound',
    'reply',
    'reply',
    'reply',
    'ask',
    'answer',
    'page',
    'ack',
    'auto-reply',
    'status',
    'priority',
    'crisis',
    'ask',
    'answer',
    'withdraw',
    'page',
    'ack',
    'call-off',
    'spam',
    'merge',
    'merge-away',
    'override',
    'rebase',
  ),
  pick: fc.nat(1000),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Histories of up to thirty-two events within two weeks from Monday 2026-12-21. */
export const anyHistory = fc
  .array(step, { minLength: 1, maxLength: 30, size: 'max' })
  .map((steps): SlaEvent[] => {
    const story = new Story('21T08:30').inbound('21T08:30');
    let at = Date.UTC(2026, 11, 21, 8, 30);
    for (const next of steps) {
      at += next.gap * 60_000;
      take(story, next, at);
    }
    return story.events;
  });

function take(story: Story, { kind, pick }: Step, at: number): void {
  const when = toInstant(at).slice(8, 23);
  const consultId = `c${pick % 3}`;
  const page = { pageId: 'p', userId: 'mara' };
  switch (kind) {
    case 'inbound':
      story.inbound(when, pick % 6 === 0 ? 'auto-reply' : null);
      break;
    case 'reply':
      story.reply(when);
      break;
    case 'auto-reply':
      story.reply(when, 'system');
      break;
    case 'status':
      story.status(when, statuses[pick % statuses.length] ?? 'open', pick % 5 === 0 ? 'system' : 'agent');
      break;
    case 'priority':
      story.priority(when, priorities[pick % priorities.length] ?? 'low');
      break;
    case 'crisis':
      story.triage(when, 'emergency', 'self-harm');
      break;
    case 'ask':
      story.add(when, 'agent', {
        type: 'consult.sent.v1',
        data: {
          consultId,
          department: 'legal',
          calendar: pick % 2 === 0 ? 'legal' : null,
          minutes: pick % 5 === 0 ? 45 : null,
        },
      });
      break;
    case 'answer':
      story.add(when, 'system', {
        type: 'consult.answered.v1',
        data: { consultId, automatic: pick % 2 === 0 },
      });
      break;
    case 'withdraw':
      story.add(when, 'agent', { type: 'consult.withdrawn.v1', data: { consultId, reason: 'x' } });
      break;
    case 'page':
      story.add(when, 'system', { type: 'page.opened.v1', data: { pageId: 'p', why: 'risk' } });
      break;
    case 'ack':
      story.add(when, 'system', { type: 'page.acknowledged.v1', data: { ...page, via: 'link' } });
      break;
    case 'call-off':
      story.add(when, 'agent', { type: 'page.cancelled.v1', data: { ...page, reason: 'drill' } });
      break;
    case 'spam':
      story.add(when, 'agent', {
        type: pick % 2 === 0 ? 'case.marked-spam.v1' : 'case.unmarked-spam.v1',
        data: { reason: 'x' },
      });
      break;
    case 'merge':
      story.add(when, 'agent', {
        type: 'case.merged-from.v1',
        data: { fromCaseId: 'HW-2', unansweredSince: toInstant(at - pick * 60_000), participants: [] },
      });
      break;
    case 'merge-away':
      if (pick % 4 === 0)
        story.add(when, 'agent', { type: 'case.merged-into.v1', data: { intoCaseId: 'HW-3' } });
      break;
    case 'override':
      override(story, when, pick, at);
      break;
    case 'rebase':
      story.add(when, 'agent', {
        type: 'case.rebased.v1',
        data: { policyVersion: pick % 2 === 0 ? 'v2' : 'v1', reason: 'new year' },
      });
  }
}

/** Only an open clock takes a date. */
function override(story: Story, when: string, pick: number, at: number): void {
  const open = story.clocks(null, { policies }).filter(isOpenClock);
  const chosen = open[pick % Math.max(1, open.length)];
  if (chosen === undefined) return;
  const dueAt = pick % 7 === 0 ? null : toInstant(at + (pick - 100) * 60_000);
  const { clock, instance } = chosen;
  story.add(when, 'agent', {
    type: 'clock.due-overridden.v1',
    data: { clock, instance, dueAt, reason: 'r' },
  });
}
