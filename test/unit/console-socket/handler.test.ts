import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../core/errors.ts';
import { createConsoleSocketHandler } from '../../../functions/console-socket/handler.ts';
import { namedTokens } from '../../fakes/api-client.ts';
import { fakePorts } from '../../fakes/fake-ports.ts';
import { addSampleCase, sampleAttempt, samplePageId } from '../../fakes/sample-case.ts';

function console() {
  const ports = fakePorts();
  const handler = createConsoleSocketHandler(ports, { tokens: namedTokens });
  const event = (routeKey: string, body?: string) => ({
    requestContext: { routeKey, connectionId: 'c1', requestId: 'r1', eventType: 'MESSAGE', apiId: 'x' },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded: false,
  });
  const frame = async (content: unknown) => {
    const body = typeof content === 'string' ? content : JSON.stringify(content);
    const { statusCode } = await handler(event('$default', body));
    return { statusCode, answer: ports.pushed.pop()?.message as Record<string, unknown> | undefined };
  };
  return { ports, handler, event, frame };
}

describe('a console’s socket', () => {
  it('connects, says hello, is welcomed, pings, and leaves', async () => {
    const { ports, handler, event, frame } = console();
    expect(await handler(event('$connect'))).toEqual({ statusCode: 200 });
    expect(ports.connected.size).toBe(0);
    expect(await frame({ action: 'hello', token: 'token-mara-lind' })).toEqual({
      statusCode: 200,
      answer: { type: 'welcome', userId: 'mara-lind' },
    });
    expect(ports.connected.get('c1')).toEqual({
      connectionId: 'c1',
      userId: 'mara-lind',
      connectedAt: '2026-11-22T10:24:00.000Z',
    });
    expect((await frame({ action: 'ping' })).answer).toEqual({ type: 'pong' });
    await handler(event('$disconnect'));
    expect(ports.connected.size).toBe(0);
  });

  it('marks only pages seen that were for this person', async () => {
    const { ports, frame } = console();
    await addSampleCase(ports);
    await frame({ action: 'hello', token: 'token-mara-lind' });
    const { key } = sampleAttempt('mara-lind');
    expect(await frame({ action: 'seen', attemptKey: key })).toEqual({ statusCode: 200, answer: undefined });
    expect(ports.store.attempts.get(key)?.seenAt).toBe('2026-11-22T10:24:00.000Z');
    expect(ports.store.pages.get(samplePageId)?.state).toBe('open');
    await ports.store.beginAttempt(sampleAttempt('sven-holt', 1));
    expect(await frame({ action: 'seen', attemptKey: sampleAttempt('sven-holt', 1).key })).toMatchObject({
      statusCode: 404,
      answer: { type: 'error', code: 'attempt.missing' },
    });
  });

  it.each([
    [{ action: 'ping' }, 401, 'auth.token-missing'],
    [{ action: 'seen', attemptKey: 'x' }, 401, 'auth.token-missing'],
    [{ action: 'hello', token: 'forged' }, 401, 'auth.token-invalid'],
    [{ action: 'hello', token: 'token-nobody' }, 401, 'auth.unknown-user'],
    [{ action: 'hello' }, 400, 'request.invalid'],
    [{ action: 'hello', token: 'token-mara-lind', extra: 1 }, 400, 'request.invalid'],
    [{ action: 'shout' }, 400, 'frame.unknown-action'],
    [{ action: 'constructor' }, 400, 'frame.unknown-action'],
    [{}, 400, 'frame.unknown-action'],
    ['{', 400, 'frame.malformed'],
    ['', 400, 'frame.malformed'],
    ['[]', 400, 'request.invalid'],
    ['null', 400, 'request.invalid'],
    [{ action: 'ping', pad: 'x'.repeat(33_000) }, 413, 'frame.too-large'],
  ])('%# is answered with a clear error frame', async (content, statusCode, code) => {
    const { ports, frame } = console();
    expect(await frame(content)).toMatchObject({
      statusCode,
      answer: { type: 'error', code, message: expect.stringMatching(/\w{3}/) },
    });
    expect(ports.connected.size).toBe(0);
  });

  it('hides what nobody foresaw, and logs it', async () => {
    const { ports, frame } = console();
    await frame({ action: 'hello', token: 'token-mara-lind' });
    ports.store.listAttempts = () => Promise.reject(new Error('secret table'));
    const { statusCode, answer } = await frame({ action: 'seen', attemptKey: 'x' });
    expect(statusCode).toBe(500);
    expect(answer).toMatchObject({ type: 'error', code: 'internal', message: expect.stringContaining('r1') });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(ports.logged.at(-1)).toMatchObject({ level: 'error', fields: { requestId: 'r1' } });
  });

  it('is not sent away when only the keys cannot be read', async () => {
    const ports = fakePorts();
    const tokens = {
      verify: () => Promise.reject(new DomainError('unavailable', 'auth.keys-unavailable', 'try again')),
    };
    const handler = createConsoleSocketHandler(ports, { tokens });
    const body = JSON.stringify({ action: 'hello', token: 't' });
    const requestContext = { routeKey: '$default', connectionId: 'c1', requestId: 'r1' };
    expect(await handler({ requestContext, body })).toEqual({ statusCode: 503 });
  });

  it('is forgotten when it is gone', async () => {
    const { ports, frame } = console();
    ports.gone.add('c1');
    await frame({ action: 'hello', token: 'token-mara-lind' });
    expect(ports.connected.size).toBe(0);
  });

  it('reads a frame in base64', async () => {
    const { ports, handler, event } = console();
    const body = Buffer.from(JSON.stringify({ action: 'hello', token: 'token-mara-lind' })).toString(
      'base64',
    );
    await handler({ ...event('$default', body), isBase64Encoded: true });
    expect(ports.connected.size).toBe(1);
  });
});
