import { expect, test } from 'vitest';
import { timelineEntries } from '../../../console/src/case/timeline-entries.ts';
import { ackedCrisisId } from '../../browser/fake-desk/crisis-case.ts';
import { fullDesk } from '../../browser/fake-desk/full-desk.ts';

const nowMs = Date.parse('2026-11-22T03:12:00.000Z');

test('a case reads in time order, and no message is told twice', () => {
  const desk = fullDesk(nowMs);
  const entries = timelineEntries(desk.messagesOf(ackedCrisisId), desk.eventsOf(ackedCrisisId));
  const told = entries.map((entry) => {
    if (entry.kind === 'promise') return entry.record.type;
    return entry.kind === 'event' ? entry.event.type : entry.message.kind;
  });
  expect(told).toEqual([
    'case.created.v1',
    'inbound',
    'triage.assessed.v1',
    'page.opened.v1',
    'page.acknowledged.v1',
    'case.assigned.v1',
    'note',
    'outbound',
    'case.status-changed.v1',
  ]);
  expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted());
});

test('the opening of a case reads first, although its first mail was received an instant before', () => {
  const desk = fullDesk(nowMs);
  const messages = desk
    .messagesOf(ackedCrisisId)
    .map((message, index) =>
      index === 0 ? { ...message, at: new Date(Date.parse(message.at) - 120).toISOString() } : message,
    );
  const [first] = timelineEntries(messages, desk.eventsOf(ackedCrisisId));
  expect(first).toMatchObject({ event: { type: 'case.created.v1' } });
});

test('an event whose message is not there is told itself', () => {
  const desk = fullDesk(nowMs);
  const entries = timelineEntries([], desk.eventsOf(ackedCrisisId));
  expect(entries.map(({ key }) => key)).toHaveLength(desk.eventsOf(ackedCrisisId).length);
});

test('a message carries the reason why it is on the case', () => {
  const desk = fullDesk(nowMs);
  const [first] = timelineEntries(desk.messagesOf(ackedCrisisId), desk.eventsOf(ackedCrisisId)).filter(
    ({ kind }) => kind === 'message',
  );
  expect(first).toMatchObject({ why: 'No earlier message matches: a new case' });
});
