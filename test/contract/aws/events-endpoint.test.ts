import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { EventBridgeClient, ListRulesCommand, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { expect, test } from 'vitest';
import { EventBridgeBus } from '../../../adapters/eventbridge/event-bridge-bus.ts';
import { createEventsEndpoint } from '../../../local/aws/events-endpoint.ts';
import type { EventsContext, Refusal } from '../../../local/aws/put-events.ts';
import { EventFile } from '../../../local/events/event-file.ts';
import { sampleEvents } from '../../unit/events/sample-events.ts';
import { serve, silent, temporaryFolder } from './loopback.ts';

const now = Date.parse('2026-11-23T13:00:07.900Z');
const entry = { EventBusName: 'desk', Source: 'harborwatch', DetailType: 'x.v1', Detail: '{"a":1}' };

async function openEvents(options: Partial<EventsContext> = {}) {
  const folder = temporaryFolder();
  const file = options.file ?? (await EventFile.open(folder));
  const endpoint = createEventsEndpoint({
    file,
    busName: 'desk',
    region: 'us-east-1',
    account: '000000000000',
    clock: { now: () => now },
    log: silent,
    ...options,
  });
  const { client, port } = await serve(endpoint);
  const events = new EventBridgeClient(client);
  const put = (...Entries: Record<string, unknown>[]) => events.send(new PutEventsCommand({ Entries }));
  const lines = () => linesOf(file.path);
  return { events, put, lines, folder, file, port };
}

function linesOf(path: string): Record<string, unknown>[] {
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('writes an event of the desk as the target of a rule would get it', async () => {
  const { events, lines, file } = await openEvents();
  const event = sampleEvents['sla.breached.v1'];
  await new EventBridgeBus(events, 'desk').publish([event, sampleEvents['escalation.opened.v1']]);
  expect(lines()).toEqual([
    {
      version: '0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      'detail-type': 'sla.breached.v1',
      source: 'harborwatch',
      account: '000000000000',
      time: '2026-11-23T13:00:00Z',
      region: 'us-east-1',
      resources: [],
      detail: event,
    },
    expect.objectContaining({ 'detail-type': 'escalation.opened.v1', time: '2026-11-23T13:00:00Z' }),
  ]);
  expect(statSync(file.path).mode & 0o077).toBe(0);
});

test('knows its bus by name and by ARN, dates what has no date, and loses what is for another bus', async () => {
  const { put, lines } = await openEvents();
  const arn = 'arn:aws:events:us-east-1:000000000000:event-bus/desk';
  const answer = await put(
    entry,
    { ...entry, EventBusName: arn, Resources: ['HW-1'] },
    { ...entry, EventBusName: 'nowhere' },
    { ...entry, EventBusName: undefined },
  );
  expect(answer.FailedEntryCount).toBe(0);
  expect(answer.Entries?.every(({ EventId }) => EventId !== undefined)).toBe(true);
  expect(lines()).toMatchObject([{ time: '2026-11-23T13:00:07Z', resources: [] }, { resources: ['HW-1'] }]);
});

test('refuses entries one by one, under the codes of EventBridge, and takes the others', async () => {
  const { put, lines } = await openEvents();
  const answer = await put(
    { ...entry, Source: undefined },
    { ...entry, DetailType: '' },
    { ...entry, Detail: undefined },
    { ...entry, Detail: '{"a":' },
    { ...entry, Detail: '[1]' },
    { ...entry, Source: 'aws.ec2' },
    entry,
  );
  expect(answer.FailedEntryCount).toBe(6);
  expect(answer.Entries?.map(({ ErrorCode, ErrorMessage }) => [ErrorCode, ErrorMessage])).toEqual([
    ['InvalidArgument', 'Parameter Source is not valid. Reason: Source is a required argument.'],
    ['InvalidArgument', 'Parameter DetailType is not valid. Reason: DetailType is a required argument.'],
    ['InvalidArgument', 'Parameter Detail is not valid. Reason: Detail is a required argument.'],
    ['MalformedDetail', 'Detail is malformed.'],
    ['MalformedDetail', 'Detail is malformed.'],
    ['NotAuthorizedForSourceException', 'Not authorized for the source.'],
    [undefined, undefined],
  ]);
  expect(lines()).toHaveLength(1);
});

test('names a request that no entry of which is looked at', async () => {
  const { put, events, port } = await openEvents();
  const invalid = (message: RegExp) => ({
    name: 'ValidationException',
    message: expect.stringMatching(message),
    $metadata: { httpStatusCode: 400 },
  });
  await expect(put()).rejects.toMatchObject(invalid(/greater than or equal to 1/));
  await expect(put(...Array<typeof entry>(11).fill(entry))).rejects.toMatchObject(
    invalid(/less than or equal to 10/),
  );
  // 256 KB with what EventBridge counts beside the detail, and a byte more.
  const beside = Buffer.byteLength('harborwatchx.v1') + 14;
  const large = (bytes: number) => ({
    ...entry,
    Time: new Date(now),
    Detail: JSON.stringify({ text: 'x'.repeat(bytes - beside - '{"text":""}'.length) }),
  });
  await expect(put(large(256 * 1024))).resolves.toMatchObject({ FailedEntryCount: 0 });
  await expect(put(large(256 * 1024 + 1))).rejects.toMatchObject(
    invalid(/Total size of the entries in the request is over the limit/),
  );
  await expect(events.send(new ListRulesCommand({}))).rejects.toMatchObject({
    name: 'UnknownOperationException',
  });
  expect(await rawAnswer(port, '{"Entries":')).toMatchObject({ __type: 'SerializationException' });
  expect(await rawAnswer(port, '{"Entries":7}')).toMatchObject({ __type: 'ValidationException' });
});

test('has the adapter publish all again where one entry was refused', async () => {
  const refusals: (Refusal | null)[] = [
    null,
    { ErrorCode: 'ThrottlingException', ErrorMessage: 'slow down' },
  ];
  const { events, lines } = await openEvents({ nextRefusal: () => refusals.shift() ?? null });
  const bus = new EventBridgeBus(events, 'desk');
  const two = [sampleEvents['sla.warned.v1'], sampleEvents['sla.breached.v1']];
  await expect(bus.publish(two)).rejects.toMatchObject({
    code: 'events.unavailable',
    message: expect.stringContaining('sla.breached.v1 HW-7K3M9QZX-S3-0: ThrottlingException'),
  });
  await bus.publish(two);
  // The receiver knows the repeat by the id in the detail.
  expect(lines().map(({ detail }) => (detail as { id: string }).id)).toEqual([
    'HW-7K3M9QZX-S2-0',
    'HW-7K3M9QZX-S2-0',
    'HW-7K3M9QZX-S3-0',
  ]);
});

test('answers an internal fault when the file cannot be written, and the adapter calls that unavailable', async () => {
  const folder = temporaryFolder();
  const file = await EventFile.open(join(folder, 'gone'));
  const { events } = await openEvents({ file });
  await expect(
    new EventBridgeBus(events, 'desk').publish([sampleEvents['sla.warned.v1']]),
  ).rejects.toMatchObject({ kind: 'unavailable', message: expect.stringContaining('InternalException') });
});

test('begins a new file beyond its limit and keeps the one before it, and no more', async () => {
  const folder = temporaryFolder();
  const file = await EventFile.open(folder, 100);
  const event = (n: number) => ({ n, text: 'x'.repeat(30) });
  await Promise.all([1, 2, 3, 4, 5].map((n) => file.append([event(n)])));
  expect(linesOf(file.path).map(({ n }) => n)).toEqual([5]);
  expect(linesOf(join(folder, 'events.old.jsonl')).map(({ n }) => n)).toEqual([3, 4]);
});

test('goes on where a desk that was killed stopped, behind the line that it had not finished', async () => {
  const folder = temporaryFolder();
  const first = await EventFile.open(folder, 100);
  await first.append([{ n: 1 }]);
  appendFileSync(first.path, '{"n":2,"te');
  const again = await EventFile.open(folder, 100);
  await again.append([{ n: 3 }]);
  expect(readFileSync(again.path, 'utf8')).toBe('{"n":1}\n{"n":2,"te\n{"n":3}\n');
  const third = await EventFile.open(folder, 30);
  await third.append([{ n: 4 }]);
  expect(readFileSync(third.path, 'utf8')).toBe('{"n":4}\n');
});

/** A call as no SDK would make it. */
function rawAnswer(port: number, body: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = { 'x-amz-target': 'AWSEvents.PutEvents', 'content-type': 'application/x-amz-json-1.1' };
    const call = request(
      { port, host: '127.0.0.1', method: 'POST', path: '/aws/service/', headers },
      (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
        answer.on('end', () => resolve(JSON.parse(text)));
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}
