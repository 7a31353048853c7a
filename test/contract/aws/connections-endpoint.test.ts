import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { ApiGatewayPush } from '../../../adapters/apigateway/api-gateway-push.ts';
import { RandomIds } from '../../../adapters/random-ids.ts';
import { createConnectionsEndpoint } from '../../../local/aws/connections-endpoint.ts';
import { SystemClock } from '../../../local/clock/system-clock.ts';
import { SocketHub, type SocketHubOptions } from '../../../local/http/socket-hub.ts';
import type { WebSocketEvent } from '../../../local/http/web-socket-event.ts';
import { serve, silent } from './loopback.ts';

async function openHub(options: Partial<SocketHubOptions> = {}) {
  const clock = new SystemClock();
  const events: WebSocketEvent[] = [];
  const hub = new SocketHub({
    handler: (event) => {
      events.push(event);
      return Promise.resolve({ statusCode: 200 });
    },
    clock,
    timers: clock,
    ids: new RandomIds(clock),
    log: silent,
    ...options,
  });
  const { server, port, client } = await serve(createConnectionsEndpoint(hub));
  server.on('upgrade', (request, socket, head) => void hub.upgrade(request, socket, head));
  onTestFinished(() => hub.close());
  const open = async (path = '/ws') => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: { 'X-Test': 'yes' } });
    const texts: string[] = [];
    socket.on('message', (data: Buffer) => texts.push(data.toString()));
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    const status = await new Promise<number>((resolve, reject) => {
      socket.on('open', () => resolve(101));
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
      socket.on('error', reject);
    });
    return { socket, texts, closed, status };
  };
  const api = new ApiGatewayManagementApiClient(client);
  return { hub, events, open, api };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

test('turns the life of a socket into $connect, $default and $disconnect events', async () => {
  const { events, open } = await openHub();
  const { socket, closed } = await open('/ws?token=a&token=b');
  socket.send('{"action":"hello"}');
  await until(() => events.length === 2);
  socket.close(4_000, 'bye');
  await closed;
  await until(() => events.length === 3);
  expect(events.map(({ requestContext }) => [requestContext.routeKey, requestContext.eventType])).toEqual([
    ['$connect', 'CONNECT'],
    ['$default', 'MESSAGE'],
    ['$disconnect', 'DISCONNECT'],
  ]);
  expect(events[0]).toMatchObject({
    headers: { 'X-Test': 'yes' },
    queryStringParameters: { token: 'b' },
    multiValueQueryStringParameters: { token: ['a', 'b'] },
    isBase64Encoded: false,
  });
  expect(events[1]).toMatchObject({ body: '{"action":"hello"}' });
  expect(events[2]?.requestContext).toMatchObject({ disconnectStatusCode: 4_000, disconnectReason: 'bye' });
  expect(new Set(events.map(({ requestContext }) => requestContext.connectionId)).size).toBe(1);
  expect(events[0]?.requestContext.requestTime).toMatch(/^\d{2}\/\w{3}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
});

test.each([
  ['its status', () => Promise.resolve({ statusCode: 401 }), 401],
  ['502 when the handler fails', () => Promise.reject(new Error('boom')), 502],
])('refuses the upgrade with %s', async (_, handler, status) => {
  const { hub, open } = await openHub({ handler });
  expect((await open()).status).toBe(status);
  expect(hub.connectionIds).toEqual([]);
});

test('posts to a connection, describes it and ends it', async () => {
  const { hub, open, api, events } = await openHub();
  const { texts, closed } = await open();
  await until(() => hub.connectionIds.length === 1);
  const ConnectionId = hub.connectionIds[0];
  await api.send(new PostToConnectionCommand({ ConnectionId, Data: Buffer.from('grüße') }));
  await until(() => texts.length === 1);
  expect(texts).toEqual(['grüße']);
  const info = await api.send(new GetConnectionCommand({ ConnectionId }));
  expect(info).toMatchObject({ Identity: { SourceIp: '127.0.0.1' } });
  expect(info.ConnectedAt?.getTime()).toBe(events[0]?.requestContext.connectedAt);
  await api.send(new DeleteConnectionCommand({ ConnectionId }));
  expect(await closed).toBe(1001);
});

test('answers Gone for who is not there and PayloadTooLarge over 128 KB', async () => {
  const { hub, open, api } = await openHub();
  await expect(
    api.send(new PostToConnectionCommand({ ConnectionId: 'abc=', Data: Buffer.from('x') })),
  ).rejects.toMatchObject({
    name: 'GoneException',
    $metadata: { httpStatusCode: 410 },
  });
  const { texts } = await open();
  await until(() => hub.connectionIds.length === 1);
  const ConnectionId = hub.connectionIds[0];
  const post = (bytes: number) =>
    api.send(new PostToConnectionCommand({ ConnectionId, Data: Buffer.alloc(bytes, 'x') }));
  await expect(post(128 * 1024 + 1)).rejects.toMatchObject({
    name: 'PayloadTooLargeException',
    $metadata: { httpStatusCode: 413 },
  });
  await post(128 * 1024);
  await until(() => texts.length === 1);
  expect(texts[0]).toHaveLength(128 * 1024);
});

test('refuses binary frames, frames over 32 KB and messages over 128 KB', async () => {
  const { open, events } = await openHub();
  const binary = await open();
  binary.socket.send(Buffer.from([1, 2, 3]));
  expect(await binary.closed).toBe(1003);
  const long = await open();
  long.socket.send('x'.repeat(32 * 1024 + 1));
  expect(await long.closed).toBe(1009);
  const split = await open();
  const part = 'x'.repeat(32 * 1024);
  split.socket.send(part, { fin: false });
  split.socket.send(part, { fin: true });
  await until(() => events.some(({ body }) => body === part + part));
  for (let count = 0; count < 4; count += 1) split.socket.send(part, { fin: false });
  split.socket.send('x', { fin: true });
  expect(await split.closed).toBe(1009);
});

test('tells the client when its message could not be handled', async () => {
  const { open } = await openHub({
    handler: (event) =>
      event.requestContext.eventType === 'MESSAGE'
        ? Promise.reject(new Error('boom'))
        : Promise.resolve({ statusCode: 200 }),
  });
  const { socket, texts } = await open();
  socket.send('x');
  await until(() => texts.length === 1);
  expect(JSON.parse(texts[0] ?? '')).toMatchObject({
    message: 'Internal server error',
    connectionId: expect.any(String),
  });
});

test('pings, ends what is idle for ten minutes, and drops the dead', async () => {
  const clock = { at: 0, now: () => clock.at };
  const due: { at: number; run: () => void }[] = [];
  const timers = {
    schedule(at: number, run: () => void) {
      due.push({ at, run });
      return { cancel: () => undefined };
    },
  };
  const tick = () => {
    clock.at += 30_000;
    for (const { run } of due.splice(0)) run();
  };
  const { hub, open } = await openHub({ clock, timers });
  const idle = await open();
  let pings = 0;
  idle.socket.on('ping', () => {
    pings += 1;
  });
  await until(() => due.length === 1);
  for (let count = 1; count < 20; count += 1) {
    tick();
    await until(() => pings === count);
    // The pong has to be back before the next check; a message would count as activity.
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
  tick();
  expect(await idle.closed).toBe(1001);

  const dead = await open();
  await until(() => hub.connectionIds.length === 1 && due.length === 1);
  dead.socket.pause();
  tick();
  tick();
  await until(() => hub.connectionIds.length === 0);
  expect(clock.at).toBe(22 * 30_000);
  dead.socket.terminate();
});

test('has the push adapter tell sent from gone', async () => {
  const { hub, open, api } = await openHub();
  const { texts } = await open();
  await until(() => hub.connectionIds.length === 1);
  const push = new ApiGatewayPush(api);
  expect(await push.push(hub.connectionIds[0] ?? '', { type: 'hello' })).toBe('sent');
  await until(() => texts.length === 1);
  expect(texts).toEqual(['{"type":"hello"}']);
  expect(await push.push('nobody', {})).toBe('gone');
  await expect(push.push(hub.connectionIds[0] ?? '', 'x'.repeat(130 * 1024))).rejects.toMatchObject({
    code: 'push.too-large',
  });
});
