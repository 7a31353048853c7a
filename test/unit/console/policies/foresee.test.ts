import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareForeseen } from '../../../../console/src/policies/tester/compare-foreseen.ts';
import { foresee, type Question } from '../../../../console/src/policies/tester/foresee.ts';
import { nextFriday, readQuestion } from '../../../../console/src/policies/tester/tester-question.ts';
import { categories } from '../../../../core/case/category.ts';
import { priorities } from '../../../../core/case/priority.ts';
import { replayClocks } from '../../../../core/sla/clock-history.ts';
import { channels } from '../../../../core/sla/policy.ts';
import type { SlaEvent } from '../../../../core/sla/sla-fact.ts';
import { toEpochMs, toInstant } from '../../../../core/time/instant.ts';
import { writtenPromises } from '../../../browser/fake-desk/written-promises.ts';

const { calendars, ladders, policies } = writtenPromises();
const set = { version: 'draft', calendars, ladders, policies, crisisCategories: ['violence'] as const };

const friday = {
  created: '2026-11-20T16:50',
  timezone: 'Europe/London',
  channel: 'email',
  category: 'other',
  priority: 'high',
  language: '',
  tags: '',
} as const;

function ask(fields: object): Question {
  const question = readQuestion({ ...friday, ...fields });
  if (typeof question === 'string') throw new Error(question);
  return question;
}

/** What the engine makes of a mail at that time. */
function created({ facts, at }: Question): SlaEvent[] {
  const from = { address: 'jo@mail.test', name: 'Jo' };
  const customer = { kind: 'customer', address: from.address } as const;
  const base = { caseId: 'HW-00000001', at: toInstant(at) };
  const { channel, category, priority } = facts;
  return [
    {
      ...base,
      seq: 1,
      actor: customer,
      type: 'case.created.v1',
      data: {
        subject: 'Lot 12',
        requester: from,
        participants: [],
        channel,
        linkedCaseIds: [],
        linkedWhy: null,
      },
    },
    {
      ...base,
      seq: 2,
      actor: { kind: 'system', name: 'triage' },
      type: 'triage.assessed.v1',
      data: {
        messageId: 'm',
        priority,
        category,
        emergency: priority === 'emergency',
        rules: [],
        why: '',
        casePriority: priority,
        caseCategory: category,
        caseEmergency: priority === 'emergency',
        failed: false,
      },
    },
    {
      ...base,
      seq: 3,
      actor: customer,
      type: 'message.received.v1',
      data: { messageId: 'm', from, automated: null, isPrivate: false, flags: [], why: '' },
    },
  ];
}

describe('the tester', () => {
  test('a case of Friday 16:50 with priority high is due on Monday, each stretch told', () => {
    const { choice, clocks } = foresee(set, ask({}), []);
    expect(choice.why).toBe('everyday is the first of 2 that matches; not crisis (category other)');
    const reply = clocks.find(({ clock }) => clock === 'first-reply');
    expect(toInstant(reply?.due ?? 0)).toBe('2026-11-23T12:50:00.000Z');
    expect(reply?.stretches.stretches.map(({ why, from, to }) => [why, (to - from) / 60_000])).toEqual([
      ['open', 10],
      ['closed', 64 * 60],
      ['open', 230],
    ]);
    expect(clocks.map(({ clock }) => clock)).toEqual(['first-reply', 'next-reply', 'total-resolution']);
  });

  test('a crisis is informed around the clock, and an emergency has an acknowledgement', () => {
    const { clocks } = foresee(set, ask({ category: 'violence', priority: 'emergency' }), []);
    const due = Object.fromEntries(clocks.map(({ key, due: at }) => [key, toInstant(at)]));
    expect(due).toEqual({
      'emergency-ack': '2026-11-20T16:55:00.000Z',
      'first-reply': '2026-11-20T17:05:00.000Z',
      'next-reply': '2026-11-20T17:05:00.000Z',
      'keep-informed': '2026-11-20T17:50:00.000Z',
    });
  });

  test('a department counts in its own hours, for its own time', () => {
    const terms = { calendar: 'office', minutes: 480 };
    const { clocks } = foresee(set, ask({}), [{ id: 'payments', name: 'Payments', terms }]);
    const payments = clocks.find(({ department }) => department === 'Payments');
    expect(toInstant(payments?.due ?? 0)).toBe('2026-11-23T16:50:00.000Z');
  });

  test('it says what the engine would do, for any case at any time', () => {
    const questions = fc.record({
      at: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) }),
      facts: fc.record({
        channel: fc.constantFrom(...channels),
        category: fc.constantFrom(...categories),
        priority: fc.constantFrom(...priorities),
        language: fc.constant(null),
        tags: fc.constant([]),
      }),
    });
    fc.assert(
      fc.property(questions, (question) => {
        const history = created(question);
        const { clocks } = replayClocks({ history, policies: set, until: null }).clocks;
        const foreseen = foresee(set, question, []);
        const started = clocks.filter(({ dueAt }) => dueAt !== null);
        expect(started.length).toBeGreaterThan(0);
        for (const { clock, dueAt } of started)
          expect([clock, foreseen.clocks.find(({ key }) => key === clock)?.due]).toEqual([
            clock,
            toEpochMs(dueAt ?? ''),
          ]);
      }),
      { numRuns: 300 },
    );
  });

  test('a question without a time, or of a zone that is none, says what is missing', () => {
    expect(readQuestion({ ...friday, created: '' })).toMatch(/date and a time/);
    expect(readQuestion({ ...friday, timezone: 'Mars/Base' })).toMatch(/no time zone/);
  });

  test('the next Friday is today on a Friday, in the zone that is asked for', () => {
    expect(nextFriday('Europe/London', Date.UTC(2026, 10, 20, 3))).toBe('2026-11-20T16:50');
    expect(nextFriday('Europe/London', Date.UTC(2026, 10, 21, 3))).toBe('2026-11-27T16:50');
    expect(nextFriday('America/New_York', Date.UTC(2026, 10, 21, 3))).toBe('2026-11-20T16:50');
  });

  test('both sides stand beside each other, also where only one promises something', () => {
    const now = foresee(set, ask({}), []);
    const draft = { ...now, clocks: now.clocks.filter(({ clock }) => clock !== 'next-reply') };
    expect(compareForeseen(now, draft).map(({ key, draft: side }) => [key, side !== null])).toEqual([
      ['first-reply', true],
      ['next-reply', false],
      ['total-resolution', true],
    ]);
  });
});
