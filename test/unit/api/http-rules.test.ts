import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../core/errors.ts';
import { apiClient } from '../../fakes/api-client.ts';
import { addSampleCase, sampleCaseId } from '../../fakes/sample-case.ts';

const note = `/api/cases/${sampleCaseId}/notes`;

async function desk() {
  const client = apiClient();
  await addSampleCase(client.ports);
  return client;
}

describe('bodies', () => {
  it.each([
    ['{"text":"x"', 400, 'request.malformed-json'],
    ['\ufeff{"text":"x"}', 400, 'request.malformed-json'],
    ["{'text':'x'}", 400, 'request.malformed-json'],
    ['{"text":"x",}', 400, 'request.malformed-json'],
    [Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400, 'request.malformed-json'],
    ['', 400, 'request.body-missing'],
    ['{"text":"x","__proto__":{"polluted":1}}', 400, 'request.invalid'],
    [JSON.stringify({ text: 'x'.repeat(1_000_000) }), 413, 'request.too-large'],
    [JSON.stringify({ text: 'x'.repeat(200_001) }), 400, 'request.invalid'],
    [JSON.stringify({ text: 'a\u0000b' }), 400, 'request.invalid'],
  ])('%# are refused', async (rawBody, status, code) => {
    const { call, ports } = await desk();
    const before = ports.store.messages.size;
    const answer = await call('POST', note, { rawBody });
    expect(answer.json).toMatchObject({ status, code });
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.text).not.toContain("'text'");
    expect(ports.store.messages.size).toBe(before);
  });

  it('of another media type are 415', async () => {
    const { call } = await desk();
    const headers = { 'content-type': 'text/plain' };
    expect((await call('POST', note, { body: { text: 'x' }, headers })).json).toMatchObject({
      status: 415,
      code: 'request.not-json',
    });
  });
});

describe('methods and paths', () => {
  it('HEAD is GET without the body', async () => {
    const { call } = await desk();
    const head = await call('HEAD', `/api/cases/${sampleCaseId}`);
    const get = await call('GET', `/api/cases/${sampleCaseId}`);
    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers['content-type']).toBe(get.headers['content-type']);
    expect((await call('HEAD', '/api/cases/HW-00000000')).status).toBe(404);
  });

  it('OPTIONS names the methods and allows no other site', async () => {
    const { call } = await desk();
    const answer = await call('OPTIONS', `/api/cases/${sampleCaseId}`, {
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'PATCH' },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers['allow']).toBe('GET, HEAD, PATCH, OPTIONS');
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('other methods are 405 with Allow, other paths 404', async () => {
    const { call } = await desk();
    const deleted = await call('DELETE', `/api/cases/${sampleCaseId}`);
    expect(deleted.json).toMatchObject({ status: 405, code: 'request.method-not-allowed' });
    expect(deleted.headers['allow']).toBe('GET, HEAD, PATCH, OPTIONS');
    expect((await call('GET', note)).headers['allow']).toBe('POST, OPTIONS');
    for (const path of ['/api/nothing', '/api/cases/', '/api', '/api/cases/x/y/z', '/api//cases'])
      expect((await call('GET', path)).json).toMatchObject({
        status: 404,
        code: 'request.unknown-path',
      });
  });

  it('a method or header that HTTP does not know is refused, not thrown', async () => {
    const { call } = await desk();
    expect((await call('TRACE', '/api/session')).status).toBe(400);
    expect((await call('GET', '/api/session', { headers: { 'x-odd': 'a\u0100' } })).status).toBe(400);
    expect((await call('GET', '/api/session', { headers: { 'x-odd': 'a\r\nb: c' } })).status).toBe(400);
  });
});

describe('headers', () => {
  it('of each answer forbid sniffing, caching and framing, and name the request', async () => {
    const { call } = await desk();
    for (const path of ['/api/session', '/api/nothing', '/healthz', '/ack/x'])
      expect((await call('GET', path, { headers: { 'x-request-id': 'forged' } })).headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'x-request-id': expect.stringMatching(/^request-\d+$/),
      });
  });
});

describe('failures', () => {
  it('that nobody foresaw are opaque outside and whole in the log', async () => {
    const { call, ports } = await desk();
    ports.store.outage = new Error('secret table name');
    const answer = await call('GET', `/api/cases/${sampleCaseId}`);
    expect(answer.json).toMatchObject({ status: 500, code: 'internal', requestId: 'request-1' });
    expect(answer.text).not.toContain('secret table');
    expect(ports.logged.find(({ level }) => level === 'error')?.fields).toMatchObject({
      requestId: 'request-1',
      error: ports.store.outage,
    });
  });

  it('of the store are 503 with a time to try again', async () => {
    const { call, ports } = await desk();
    ports.store.outage = new DomainError(
      'unavailable',
      'store.unavailable',
      'The store does not answer: try again.',
    );
    const answer = await call('GET', `/api/cases/${sampleCaseId}`);
    expect(answer.json).toMatchObject({ status: 503, code: 'store.unavailable' });
    expect(answer.headers['retry-after']).toBe('5');
  });
});

describe('the log', () => {
  it('knows routes and users, but no secret link and no address', async () => {
    const { call, ports } = await desk();
    await call('GET', '/ack/very-secret');
    await call('GET', '/api/cases?customer=kim@buyer.example');
    const text = JSON.stringify(ports.logged);
    expect(text).toContain('"route":"/ack/{token}"');
    expect(text).toContain('"userId":"mara-lind"');
    expect(text).not.toContain('very-secret');
    expect(text).not.toContain('kim@');
  });
});

describe('who asks', () => {
  it.each([
    [{ authorization: 'Basic dGVzdA==' }, 401, 'auth.token-missing'],
    [{ authorization: 'Bearer' }, 401, 'auth.token-missing'],
    [{ authorization: 'Bearer a b' }, 401, 'auth.token-missing'],
    [{ authorization: 'Bearer forged' }, 401, 'auth.token-invalid'],
    [{ authorization: 'Bearer token-nobody' }, 403, 'auth.unknown-user'],
  ])('%j is %i %s', async (headers, status, code) => {
    const { call } = await desk();
    expect((await call('GET', '/api/session', { as: null, headers })).json).toMatchObject({ status, code });
  });

  it('is told who they are', async () => {
    const { call } = await desk();
    expect((await call('GET', '/api/session')).json).toMatchObject({
      user: { id: 'mara-lind', name: 'Mara Lind', email: 'mara-lind@harborwatch.example', roles: ['agent'] },
      desk: { name: 'Test desk', supportAddress: 'help@harborwatch.example' },
    });
    expect((await call('GET', '/api/session', { as: 'operator' })).json).toMatchObject({
      user: { id: 'operator', roles: ['admin'], email: null },
    });
  });
});
