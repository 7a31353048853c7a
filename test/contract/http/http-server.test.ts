import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HttpServer, type HttpServerOptions, startHttpServer } from '../../../local/http/http-server.ts';
import { fakePorts } from '../../fakes/fake-ports.ts';

let folder: string;
let server: HttpServer;
let events: APIGatewayProxyEventV2[];
let result: () => Promise<APIGatewayProxyStructuredResultV2>;
let ports: ReturnType<typeof fakePorts>;

const script = `console.log("${'x'.repeat(3000)}")`;

async function start(options: Partial<HttpServerOptions> = {}): Promise<HttpServer> {
  return startHttpServer({
    host: '127.0.0.1',
    port: 0,
    publicHosts: ['desk.example'],
    api: async (event) => {
      events.push(event);
      return result();
    },
    auth: new Hono()
      .get('/auth/users', (c) => c.json([]))
      .post('/auth/echo', async (c) => c.text(await c.req.text())),
    consoleFolder: join(folder, 'dist'),
    onSocketUpgrade: (_request, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'),
    clock: ports.clock,
    ids: ports.ids,
    log: ports.log,
    ...options,
  });
}

beforeEach(async () => {
  events = [];
  ports = fakePorts();
  result = async () => ({
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"ok":true}',
  });
  folder = await mkdtemp(join(tmpdir(), 'http-'));
  await mkdir(join(folder, 'dist', 'assets'), { recursive: true });
  await writeFile(join(folder, 'dist', 'index.html'), '<!doctype html><title>desk</title>');
  await writeFile(join(folder, 'dist', 'assets', 'index-DbV3x9_a.js'), script);
  await writeFile(join(folder, 'dist', '.secret'), 'hidden');
  await writeFile(join(folder, 'operator-token'), 'TOP SECRET');
  await symlink(join(folder, 'operator-token'), join(folder, 'dist', 'link.txt'));
  server = await start();
});

afterEach(async () => {
  await server.close(100);
  await rm(folder, { recursive: true, force: true });
});

/** The bytes of a whole exchange: fetch would tidy paths and headers before it sends them. */
function raw(text: string, port = server.port): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('close', () => resolve(answer));
    socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)));
  });
}

function get(path: string, host = '127.0.0.1', more = ''): Promise<string> {
  return raw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`);
}

describe('a request to the API', () => {
  it('becomes the event that API Gateway sends', async () => {
    await raw(
      'POST /api/x%20y?a=1&a=2&b=%C3%A9 HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nContent-Type: application/json\r\n' +
        'X-Twice: one\r\nX-Twice: two\r\nCookie: a=1; b=2\r\nUser-Agent: test\r\nContent-Length: 12\r\nConnection: close\r\n\r\n{"ä":"b"}\n\n',
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      version: '2.0',
      rawPath: '/api/x%20y',
      rawQueryString: 'a=1&a=2&b=%C3%A9',
      queryStringParameters: { a: '1,2', b: 'é' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-twice': 'one, two', 'content-type': 'application/json', host: '127.0.0.1:8080' },
      body: '{"ä":"b"}\n\n',
      isBase64Encoded: false,
      requestContext: {
        domainName: '127.0.0.1',
        stage: '$default',
        http: {
          method: 'POST',
          path: '/api/x%20y',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
        timeEpoch: ports.time.now,
      },
    });
    expect(events[0]?.headers['cookie']).toBeUndefined();
  });

  it('carries bytes that are no text in base64, and none as nothing', async () => {
    const bytes = Buffer.from([0, 255, 1, 254]);
    await fetch(`${server.url}/api/x`, {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': 'application/octet-stream' },
    });
    await fetch(`${server.url}/api/x`, {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': 'application/json' },
    });
    await fetch(`${server.url}/api/x`, { method: 'POST' });
    for (const event of events.slice(0, 2)) {
      expect(event.isBase64Encoded).toBe(true);
      expect(Buffer.from(event.body ?? '', 'base64').equals(bytes)).toBe(true);
    }
    expect(events[2]?.body).toBeUndefined();
  });

  it('gets its answer back: status, bytes, headers, cookies', async () => {
    const bytes = Buffer.from([0, 255, 128, 10]);
    result = async () => ({
      statusCode: 201,
      headers: { 'content-type': 'image/png', 'content-length': '999', 'x-one': 'a' },
      cookies: ['a=1; HttpOnly', 'b=2'],
      body: bytes.toString('base64'),
      isBase64Encoded: true,
    });
    const answer = await fetch(`${server.url}/healthz`);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-one')).toBe('a');
    expect(answer.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
    expect(answer.headers.get('content-length')).toBe('4');
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('by HEAD gets no body; 204 gets none either', async () => {
    expect(await raw('HEAD /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')).toMatch(
      /200 OK[^{]*$/s,
    );
    result = async () => ({ statusCode: 204, headers: {}, body: '' });
    expect((await fetch(`${server.url}/api/x`)).status).toBe(204);
  });

  it('whose handler fails is an opaque 500, and the next one is served', async () => {
    result = () => Promise.reject(new Error('secret'));
    const answer = await fetch(`${server.url}/api/x`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
    expect(
      ports.logged.some(({ level, fields }) => level === 'error' && fields['error'] instanceof Error),
    ).toBe(true);
    result = async () => ({ statusCode: 200, body: '' });
    expect((await fetch(`${server.url}/api/x`)).status).toBe(200);
  });

  it.each(['/api', '/api/cases', '/ack/token', '/healthz'])('%s goes to the API', async (path) => {
    await fetch(`${server.url}${path}`);
    expect(events.map(({ rawPath }) => rawPath)).toEqual([path]);
  });

  it.each(['/apiary', '/healthzz', '/ack', '/authority'])('%s does not', async (path) => {
    await fetch(`${server.url}${path}`);
    expect(events).toEqual([]);
  });
});

describe('a body that is too large', () => {
  it('is refused by its announced length before any of it is read', async () => {
    const answer = await raw('POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000000\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toContain('request.too-large');
    expect(answer.toLowerCase()).toContain('connection: close');
  });

  it('is not asked for', async () => {
    const answer = await raw(
      'POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000000\r\nExpect: 100-continue\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    const small = await raw(
      'POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n{}',
    );
    expect(small).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 /);
  });

  it('is refused while it streams in without a length', async () => {
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(
        {
          port: server.port,
          host: '127.0.0.1',
          method: 'POST',
          path: '/api/x',
          headers: { 'transfer-encoding': 'chunked' },
        },
        (response) => resolve(response.statusCode),
      );
      request.on('error', reject);
      for (let i = 0; i < 20; i++) request.write(Buffer.alloc(60_000));
    });
    expect(status).toBe(413);
    expect(events).toEqual([]);
  });
});

describe('the host', () => {
  it.each([
    '127.0.0.1',
    '127.0.0.1:8080',
    'localhost:1',
    'LOCALHOST',
    '[::1]:8080',
    '127.8.9.1',
    'desk.example',
    'a.localhost',
  ])('%s may speak to us', async (host) => {
    expect(await get('/healthz', host)).toMatch(/^HTTP\/1.1 200 /);
  });

  it.each([
    'evil.example',
    'desk.example.evil.example',
    '127.0.0.1.evil.example',
    '10.0.0.1',
    'evil.example:8080',
    '',
    '[::ffff:1]',
    'a@127.0.0.1',
  ])('%s is misdirected', async (host) => {
    for (const path of ['/healthz', '/auth/users', '/', '/assets/index-DbV3x9_a.js'])
      expect(await get(path, host)).toMatch(/^HTTP\/1.1 421 /);
    expect(events).toEqual([]);
  });

  it('is needed', async () => {
    expect(await raw('GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
  });
});

describe('a WebSocket handshake', () => {
  const handshake = (path: string, host: string, origin?: string) =>
    raw(
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${origin ? `Origin: ${origin}\r\n` : ''}\r\n`,
    );

  it('at /socket is handed on', async () => {
    expect(await handshake('/socket', 'localhost', 'http://localhost:8080')).toMatch(/^HTTP\/1.1 101 /);
    expect(await handshake('/socket?x=1', 'desk.example', 'https://desk.example')).toMatch(/^HTTP\/1.1 101 /);
    expect(await handshake('/socket', '127.0.0.1')).toMatch(/^HTTP\/1.1 101 /);
  });

  it.each([
    ['/socket', 'evil.example', undefined, 421],
    ['/socket', '127.0.0.1', 'http://evil.example', 421],
    ['/socket', '127.0.0.1', 'null', 421],
    ['/elsewhere', '127.0.0.1', undefined, 404],
    ['http://127.0.0.1/socket', '127.0.0.1', undefined, 400],
  ])('%s of %s from %s is refused', async (path, host, origin, status) => {
    expect(await handshake(path, host, origin)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });
});

describe('the console', () => {
  it('is served with a strict policy that names its own socket', async () => {
    const answer = await fetch(`${server.url}/`);
    expect(await answer.text()).toContain('<title>desk</title>');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${server.port}`);
    expect(policy).not.toMatch(/script-src|unsafe-eval|\*/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('gives hashed files for ever, compressed as asked', async () => {
    const path = '/assets/index-DbV3x9_a.js';
    const bytes = (encoding: string) =>
      new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
        httpRequest(
          { port: server.port, host: '127.0.0.1', path, headers: { 'accept-encoding': encoding } },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
          },
        )
          .on('error', reject)
          .end();
      });
    const brotli = await bytes('gzip, deflate, br');
    expect(brotli.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'accept-encoding',
    });
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script);
    const zipped = await bytes('gzip, br;q=0');
    expect(gunzipSync(zipped.body).toString()).toBe(script);
    const plain = await bytes('identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(script);
  });

  it('answers 304 to who has it, and HEAD without a body', async () => {
    const tag = (await fetch(`${server.url}/`)).headers.get('etag') ?? '';
    expect(
      (await fetch(`${server.url}/`, { headers: { 'if-none-match': `"other", W/${tag}` } })).status,
    ).toBe(304);
    expect(await raw('HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')).not.toContain(
      '<title>',
    );
  });

  it('sees a new build without a restart', async () => {
    await (await fetch(`${server.url}/`)).text();
    await writeFile(join(folder, 'dist', 'index.html'), '<title>new</title>');
    expect(await (await fetch(`${server.url}/`)).text()).toContain('new');
  });

  it('answers navigations to its routes with itself, and nothing else', async () => {
    const html = { headers: { accept: 'text/html,*/*;q=0.8' } };
    expect(await (await fetch(`${server.url}/cases/HW-7K3M9QZX`, html)).text()).toContain(
      '<title>desk</title>',
    );
    expect((await fetch(`${server.url}/cases/HW-7K3M9QZX`)).status).toBe(404);
    expect((await fetch(`${server.url}/assets/old-aaaaaaaa.js`, html)).status).toBe(404);
    const posted = await fetch(`${server.url}/`, { method: 'POST' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it.each([
    '/../operator-token',
    '/..%2foperator-token',
    '/%2e%2e/operator-token',
    '/%2e%2e%2foperator-token',
    '/assets/../../operator-token',
    '/assets/..%5c..%5coperator-token',
    '/....//operator-token',
    '/link.txt',
    '/.secret',
    '/%00operator-token',
    '/%ff',
    '/%',
    '//etc/passwd',
    '/index.html/x',
    `/${'a'.repeat(5000)}`,
  ])('never leaves its folder: %s', async (path) => {
    const answer = await get(path);
    expect(answer).toMatch(/^HTTP\/1.1 404 /);
    expect(answer).not.toMatch(/TOP SECRET|hidden|root:/);
  });

  it('that is not built yet says how to build it', async () => {
    await rm(join(folder, 'dist'), { recursive: true });
    const answer = await fetch(`${server.url}/`, { headers: { accept: 'text/html' } });
    expect(await answer.json()).toMatchObject({
      code: 'console.not-built',
      detail: expect.stringContaining('npm run build:console'),
    });
  });
});

describe('the server', () => {
  it('mounts sign-in', async () => {
    expect(await (await fetch(`${server.url}/auth/users`)).json()).toEqual([]);
    expect(await (await fetch(`${server.url}/auth/echo`, { method: 'POST', body: 'é' })).text()).toBe('é');
  });

  it.each([
    ['GET * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 400],
    ['GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 400],
    ['nonsense\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: localhost\r\nX: a\u0000b\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
  ])('refuses %#', async (text, status) => {
    expect(await raw(text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(events).toEqual([]);
  });

  it('says which variable to change when its port is taken', async () => {
    await expect(start({ port: server.port })).rejects.toMatchObject({
      code: 'http.port-taken',
      message: expect.stringMatching(/^HARBORWATCH_HTTP_PORT: port \d+ on 127.0.0.1 is taken/),
    });
  });

  it('lets a running request end when it closes', async () => {
    const gate = Promise.withResolvers<APIGatewayProxyStructuredResultV2>();
    const arrived = Promise.withResolvers<void>();
    const other = await start({
      api: () => {
        arrived.resolve();
        return gate.promise;
      },
    });
    const answer = fetch(`${other.url}/api/slow`);
    await arrived.promise;
    const closed = other.close();
    gate.resolve({ statusCode: 200, body: 'done' });
    expect(await (await answer).text()).toBe('done');
    await closed;
    await expect(fetch(`${other.url}/healthz`)).rejects.toThrow('fetch failed');
  });

  it('cuts off what does not end, sockets too', async () => {
    const arrived = Promise.withResolvers<void>();
    const other = await start({
      api: () => new Promise(() => arrived.resolve()),
      onSocketUpgrade: (_request, socket) => void socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n'),
    });
    const answer = fetch(`${other.url}/api/never`);
    const socket = raw(
      'GET /socket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
      other.port,
    );
    await arrived.promise;
    const outcome = answer.then(
      () => 'answered',
      () => 'cut off',
    );
    await other.close(50);
    expect(await outcome).toBe('cut off');
    expect(await socket).toMatch(/^HTTP\/1.1 101/);
  });

  it('outlives a client that leaves in the middle of its body', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => {
        socket.write('POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf');
        setImmediate(() => socket.destroy());
      });
      socket.on('close', () => resolve());
    });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(ports.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
