import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shownOf } from '../../app/follow-clocks.ts';
import { applyEvent } from '../../core/case/apply-event.ts';
import type { Case } from '../../core/case/case.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import { replayClocks } from '../../core/sla/clock-history.ts';
import { clocksToKeep } from '../../core/sla/keep-clocks.ts';
import { isMetricEvent } from '../../core/sla/sla-record.ts';
import { type Agent, DeskBed, type Problem } from './desk-bed.ts';
import { withPromises } from './promises-config.ts';

let desk: DeskBed;
let ana: Agent;
let ben: Agent;
beforeAll(async () => {
  desk = await DeskBed.start(withPromises);
  ana = await desk.signIn('ana');
  ben = await desk.signIn('ben');
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
});

let count = 0;
async function newCase(text = 'My parcel is late.'): Promise<{ customer: string; current: Case }> {
  const customer = `customer-${++count}@customer.example`;
  await desk.mail({ from: customer, subject: 'Hello', text, messageId: `<c${count}-0@customer.example>` });
  return { customer, current: (await ana.caseOf(customer)).case };
}
const typesAfter = (events: readonly CaseEvent[], seq: number) =>
  events.filter((event) => event.seq > seq).map(({ type, actor, at, data }) => ({ type, actor, at, data }));

test('each change is an event with who, when, from what, to what and why', async () => {
  const { current } = await newCase();
  await desk.fastForward('10m');
  await ana.post(`/cases/${current.id}/notes`, { text: 'Called the carrier' });
  await desk.fastForward('1m');
  const patched = await ben.patch<{ case: Case }>(`/cases/${current.id}`, {
    expectedVersion: current.version + 1,
    status: 'on-hold',
    priority: 'high',
    category: 'shipping-damage',
    assignee: 'cleo',
    reason: 'waits for the carrier',
  });
  expect(patched).toMatchObject({ status: 200, body: { case: { version: current.version + 2 } } });
  const byBen = { actor: { kind: 'agent', userId: 'ben' }, at: '2026-11-20T18:11:00.000Z' };
  const reason = 'waits for the carrier';
  const { events, messages, case: now } = await ana.case(current.id);
  expect(typesAfter(events, current.eventCount)).toEqual([
    {
      type: 'note.added.v1',
      actor: { kind: 'agent', userId: 'ana' },
      at: '2026-11-20T18:10:00.000Z',
      data: { messageId: messages.find(({ kind }) => kind === 'note')?.id },
    },
    { type: 'case.priority-changed.v1', ...byBen, data: { from: current.priority, to: 'high', reason } },
    {
      type: 'case.category-changed.v1',
      ...byBen,
      data: { from: current.category, to: 'shipping-damage', reason },
    },
    { type: 'case.assigned.v1', ...byBen, data: { from: null, to: 'cleo', reason } },
    { type: 'case.status-changed.v1', ...byBen, data: { from: 'new', to: 'on-hold', reason } },
  ]);
  expect(now).toMatchObject({
    status: 'on-hold',
    priority: 'high',
    category: 'shipping-damage',
    assignee: 'cleo',
  });
  expect(
    (await desk.mailbox((await ana.case(current.id)).case.requester.address))
      .map(({ mail }) => mail.text)
      .join(),
  ).not.toContain('Called the carrier');
});

test('a change based on an older version is refused, in words that say who changed what', async () => {
  const { current } = await newCase();
  await ben.patch(`/cases/${current.id}`, { expectedVersion: current.version, priority: 'high' });
  const stale = await ana.patch<Problem>(`/cases/${current.id}`, {
    expectedVersion: current.version,
    priority: 'low',
  });
  expect(stale).toMatchObject({ status: 409, body: { code: 'case.version-conflict' } });
  expect(stale.body.detail).toContain('Ben Example');
  expect(stale.body.detail).toContain(`priority from ${current.priority} to high`);
  expect((await ana.case(current.id)).case.priority).toBe('high');
});

test('a reply is never sent over a message that the agent has not seen', async () => {
  const { customer, current } = await newCase();
  await desk.mail({
    from: customer,
    text: 'Please stop, I have found it',
    messageId: `<c${count}-1@customer.example>`,
    inReplyTo: `<c${count}-0@customer.example>`,
  });
  const before = (await desk.mailbox(customer)).length;
  const stale = await ana.post<Problem>(`/cases/${current.id}/replies`, {
    expectedVersion: current.version,
    text: 'We are searching',
  });
  expect(stale.status).toBe(409);
  expect(stale.body.detail).toContain('the customer wrote a new message');
  expect(await desk.mailbox(customer)).toHaveLength(before);
  expect((await ana.case(current.id)).messages.some(({ text }) => text.includes('searching'))).toBe(false);
});

test('of two replies sent at once on the same view, one leaves', async () => {
  const { customer, current } = await newCase();
  const before = (await desk.mailbox(customer)).length;
  const reply = (agent: Agent, text: string) =>
    agent.post(`/cases/${current.id}/replies`, { expectedVersion: current.version, text });
  const answers = await Promise.all([reply(ana, 'from ana'), reply(ben, 'from ben')]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  expect(await desk.mailbox(customer)).toHaveLength(before + 1);
});

type Step =
  | { readonly do: 'customer writes' | 'stranger writes' | 'note' | 'reply' | 'wait' }
  | { readonly do: 'change'; readonly fields: Record<string, string | null> };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom<Step>(
    { do: 'customer writes' },
    { do: 'stranger writes' },
    { do: 'note' },
    { do: 'reply' },
    { do: 'wait' },
  ),
  fc
    .record(
      {
        status: fc.constantFrom('open', 'pending', 'on-hold', 'solved', 'closed'),
        priority: fc.constantFrom('urgent', 'high', 'normal', 'low'),
        category: fc.constantFrom('harassment', 'counterfeit', 'other'),
        assignee: fc.constantFrom('ana', 'ben', null),
        reason: fc.constant('because'),
      },
      { requiredKeys: ['reason'] },
    )
    .filter((fields) => Object.keys(fields).length > 1)
    .map((fields): Step => ({ do: 'change', fields })),
);

async function take(taken: Step, about: { customer: string; caseId: string; first: string; token: string }) {
  const { version } = (await ana.case(about.caseId)).case;
  switch (taken.do) {
    case 'customer writes':
      return desk.mail({
        from: about.customer,
        text: `again ${++count}`,
        headers: { 'In-Reply-To': about.first },
      });
    case 'stranger writes':
      return desk.mail({ from: `stranger${++count}@elsewhere.example`, to: about.token, text: 'hm' });
    case 'note':
      return ana.post(`/cases/${about.caseId}/notes`, { text: 'noted' });
    case 'reply':
      return ana.post(`/cases/${about.caseId}/replies`, { expectedVersion: version, text: 'hello' });
    case 'change':
      return ben.patch(`/cases/${about.caseId}`, { expectedVersion: version, ...taken.fields });
    case 'wait':
      return desk.fastForward('5m');
  }
}

test('whatever is done to a case, it is the fold of its events, and events have no gaps', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 14 }), async (steps) => {
      const { customer, current } = await newCase();
      const first = `<c${count}-0@customer.example>`;
      const replyTo = (await desk.mailbox(customer))
        .at(-1)
        ?.headers.find(({ name }) => /^reply-to$/i.test(name));
      const token = /[^<\s]+@[^>\s]+/.exec(replyTo?.value ?? '')?.[0] ?? '';
      for (const one of steps) await take(one, { customer, caseId: current.id, first, token });
      const { events, case: stored, messages } = await ana.case(current.id);
      const ordered = events.toSorted((a, b) => a.seq - b.seq);
      expect(ordered.map(({ seq }) => seq)).toEqual(ordered.map((_, index) => index + 1));
      const folded = ordered.reduce<Case | null>(applyEvent, null);
      const { sla, slaLog } = await desk.desk.ports.store.getTimeline(current.id);
      if (!sla) throw new Error('the case has no clocks');
      const policies = await desk.desk.ports.config.policies(sla.policyVersion);
      if (!policies) throw new Error('its policies are gone');
      expect({ ...folded, version: stored.version, ...shownOf(sla, policies) }).toEqual(stored);
      const replayed = replayClocks({ history: ordered, policies, until: desk.now });
      expect(sla.clocks).toEqual({
        ...replayed.clocks,
        clocks: clocksToKeep(replayed.clocks.clocks),
      });
      const byClock = (a: { clock: string; instance: number; n: number }, b: typeof a) =>
        a.clock.localeCompare(b.clock) || a.instance - b.instance || a.n - b.n;
      expect(slaLog.filter(isMetricEvent).toSorted(byClock)).toEqual(replayed.events.toSorted(byClock));
      const named = ordered.flatMap(({ data }) =>
        'messageId' in data && data.messageId ? [data.messageId] : [],
      );
      expect(new Set(named)).toEqual(new Set(messages.map(({ id }) => id)));
    }),
    { numRuns: 4, seed: 20261122 },
  );
});
