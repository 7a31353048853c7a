import {
  EventBridgeClient,
  EventBridgeServiceException,
  PutEventsCommand,
} from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { EventBridgeBus } from '../../../adapters/eventbridge/event-bridge-bus.ts';
import type { DeskEvent } from '../../../core/events/desk-event.ts';
import { sampleEvents } from '../../unit/events/sample-events.ts';

const mock = mockClient(EventBridgeClient);
const bus = new EventBridgeBus(new EventBridgeClient({ region: 'eu-west-1' }), 'desk');
const ok = { EventId: 'given' };
const refused = (ErrorCode: string) => ({ ErrorCode, ErrorMessage: 'no' });

const breaches = (count: number, subject: string | null = null): DeskEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    ...sampleEvents['sla.breached.v1'],
    id: `E${index}`,
    data: { ...sampleEvents['sla.breached.v1'].data, subject },
  }));
const calls = () => mock.commandCalls(PutEventsCommand).map(({ args }) => args[0].input.Entries ?? []);
const idsOf = (entries: readonly { Detail?: string | undefined }[]) =>
  entries.map(({ Detail = '' }) => (JSON.parse(Detail) as DeskEvent).id);

beforeEach(() => {
  mock.reset();
  mock.on(PutEventsCommand).callsFake(({ Entries }: { Entries: unknown[] }) => ({
    FailedEntryCount: 0,
    Entries: Entries.map(() => ok),
  }));
});

test('puts an event under its type, at its time, whole', async () => {
  const event = sampleEvents['escalation.notified.v1'];
  await bus.publish([event]);
  expect(calls()).toEqual([
    [
      {
        EventBusName: 'desk',
        Source: 'harborwatch',
        DetailType: 'escalation.notified.v1',
        Time: new Date('2026-11-23T13:00:00.160Z'),
        Detail: JSON.stringify(event),
      },
    ],
  ]);
});

test('puts nothing where there is nothing', async () => {
  await bus.publish([]);
  expect(calls()).toEqual([]);
});

test('puts at most ten a call, in order', async () => {
  await bus.publish(breaches(23));
  expect(calls().map((entries) => entries.length)).toEqual([10, 10, 3]);
  expect(calls().flatMap(idsOf)).toEqual(breaches(23).map(({ id }) => id));
});

test('keeps each call at 256 KB as EventBridge counts them, to the byte and in UTF-8', async () => {
  const plain =
    JSON.stringify(breaches(1, '')[0]).length + 'sla.breached.v1'.length + 'harborwatch'.length + 14;
  const half = '\u00e9'.repeat((128 * 1024 - plain) / 2);
  const padded = half + 'x'.repeat(128 * 1024 - plain - Buffer.byteLength(half));
  await bus.publish(breaches(4, padded));
  expect(calls().map((entries) => entries.length)).toEqual([2, 2]);
  mock.resetHistory();
  await bus.publish(breaches(4, `${padded}x`));
  expect(calls().map((entries) => entries.length)).toEqual([1, 1, 1, 1]);
});

test('looks at every entry: the others are taken, and those that are not are named with the reason', async () => {
  mock
    .on(PutEventsCommand)
    .resolvesOnce({
      FailedEntryCount: 2,
      Entries: [ok, refused('ThrottlingException'), ...Array(7).fill(ok), refused('InternalFailure')],
    })
    .resolvesOnce({ FailedEntryCount: 0, Entries: [ok, ok] });
  await expect(bus.publish(breaches(12))).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'events.unavailable',
    message:
      'EventBridge did not take sla.breached.v1 E1: ThrottlingException, sla.breached.v1 E9: InternalFailure; publish them again',
  });
  expect(calls()).toHaveLength(2);
});

test('takes an entry without an answer for one that was not taken', async () => {
  mock.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [ok] });
  await expect(bus.publish(breaches(2))).rejects.toMatchObject({
    message: expect.stringContaining('E1: no answer'),
  });
});

test.each([
  ['ThrottlingException', 'unavailable', 'events.unavailable', /E0, .*E1 \(ThrottlingException\)/],
  ['InternalException', 'unavailable', 'events.unavailable', /publish them again/],
  ['TimeoutError', 'unavailable', 'events.unavailable', /TimeoutError/],
  ['AccessDeniedException', 'forbidden', 'events.denied', /grant events:PutEvents/],
])('turns %s of a whole call into %s %s', async (name, kind, code, message) => {
  const cause = new EventBridgeServiceException({ $metadata: {}, name, $fault: 'client' });
  mock.on(PutEventsCommand).rejects(cause);
  await expect(bus.publish(breaches(2))).rejects.toMatchObject({
    kind,
    code,
    cause,
    message: expect.stringMatching(message),
  });
});

test('names an event that is too large for any call, after it has put the others', async () => {
  const [first, , third] = breaches(3);
  const [, large] = breaches(2, 'x'.repeat(256 * 1024));
  await expect(bus.publish([first, large, third] as DeskEvent[])).rejects.toMatchObject({
    kind: 'invalid',
    code: 'events.too-large',
    message: 'sla.breached.v1 E1: over 262144 bytes, which EventBridge takes of no event',
  });
  expect(calls().map(idsOf)).toEqual([['E0', 'E2']]);
});
