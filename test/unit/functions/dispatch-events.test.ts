import { expect, test } from 'vitest';
import type { OutboxItem } from '../../../core/outbox/outbox-item.ts';
import { readStreamEvent, streamEventOf } from '../../../functions/dispatch-events/event.ts';
import { sampleEvents } from '../events/sample-events.ts';

const item = (id: string, effect: OutboxItem['effect']): OutboxItem => ({
  id,
  at: '2026-11-22T10:00:00.000Z',
  caseId: 'HW-7K3M9QZX',
  effect,
});

type Effect = OutboxItem['effect'];
/** By type, so that a new effect does not compile until it is here. */
const everyEffect: { readonly [Type in Effect['type']]: Extract<Effect, { type: Type }> } = {
  'page.opened': { type: 'page.opened', pageId: 'HW-7K3M9QZX-P1' },
  'page.closed': { type: 'page.closed', pageId: 'HW-7K3M9QZX-P1', taskToken: null, outcome: 'acknowledged' },
  'mail.queued': { type: 'mail.queued', messageId: '01A' },
  'page-mail.queued': {
    type: 'page-mail.queued',
    to: 'a@b.example',
    subject: 's',
    text: 't',
    pageId: 'HW-7K3M9QZX-P1',
  },
  'clocks.armed': {
    type: 'clocks.armed',
    starts: [{ clock: 'first-reply', instance: 1, epoch: 2, at: '2026-11-22T11:00:00.000Z' }],
  },
  'clocks.behind': { type: 'clocks.behind' },
  'escalation.opened': { type: 'escalation.opened', escalationId: 'HW-7K3M9QZX-E1' },
  'escalation.closed': {
    type: 'escalation.closed',
    escalationId: 'HW-7K3M9QZX-E1',
    taskToken: 'token',
    outcome: 'ended',
  },
  'events.recorded': { type: 'events.recorded', events: Object.values(sampleEvents) },
  'case.changed': { type: 'case.changed', version: 2 },
  'escalation.moved': { type: 'escalation.moved', escalationId: 'HW-7K3M9QZX-E1', taskToken: 'token' },
};

test.each(Object.values(everyEffect))(
  'an effect $type comes through the stream as it was written',
  (effect) => {
    const [record] = readStreamEvent(streamEventOf([item('1', effect)]));
    expect(record?.item).toEqual(item('1', effect));
  },
);

test('one effect that cannot be read takes no other of its batch down', () => {
  const unknown = item('2', { type: 'of a later version' } as unknown as OutboxItem['effect']);
  const page = item('3', { type: 'page.opened', pageId: 'HW-7K3M9QZX-P1' });
  const records = readStreamEvent(streamEventOf([unknown, page]));
  expect(records.map((record) => record.item?.id ?? null)).toEqual([null, '3']);
  expect(records[0]?.error).toBeInstanceOf(Error);
});
