import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAuthApp } from '../../../local/issuer/auth-app.ts';
import { createLocalIssuer } from '../../../local/issuer/local-issuer.ts';
import { fakePorts, startOfTests, testConfig } from '../../fakes/fake-ports.ts';

let dataFolder: string;
const time = { now: startOfTests };

beforeEach(async () => {
  time.now = startOfTests;
  dataFolder = await mkdtemp(join(tmpdir(), 'issuer-'));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

function issuer(folder = dataFolder) {
  return createLocalIssuer({
    dataFolder: folder,
    clock: { now: () => time.now },
    randomBytes,
    users: async () => testConfig.users,
  });
}

describe('the local issuer', () => {
  it('makes a password and a key at the first start, for their owner only, and keeps them', async () => {
    const first = await issuer();
    expect(first.password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    for (const file of ['issuer-key.json', 'desk-password', 'desk-password.scrypt'])
      expect((await stat(join(dataFolder, file))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(dataFolder, 'desk-password.scrypt'), 'utf8')).not.toContain(first.password);
    const { accessToken } = await first.token('mara-lind', first.password ?? '');
    const second = await issuer();
    expect(second.password).toBe(first.password);
    expect(await second.verifier.verify(accessToken)).toEqual({ userId: 'mara-lind', roles: ['agent'] });
    expect(second.jwks()).toEqual(first.jwks());
    expect(JSON.stringify(second.jwks())).not.toContain('"d"');
  });

  it('signs people in after the readable password was deleted', async () => {
    const { password } = await issuer();
    await rm(join(dataFolder, 'desk-password'));
    const later = await issuer();
    expect(later.password).toBeNull();
    expect(await later.token('sven-holt', password ?? '')).toMatchObject({
      expiresAt: '2026-11-22T22:24:00.000Z',
    });
  });

  it('gives tokens of twelve hours', async () => {
    const desk = await issuer();
    const { accessToken, expiresAt } = await desk.token('mara-lind', ` ${desk.password}\n`);
    expect(decodeProtectedHeader(accessToken)).toMatchObject({ alg: 'ES256', kid: desk.jwks().keys[0]?.kid });
    expect(decodeJwt(accessToken)).toMatchObject({
      sub: 'mara-lind',
      iss: 'urn:harborwatch:local',
      aud: 'harborwatch',
    });
    time.now = Date.parse(expiresAt) + 29_000;
    await expect(desk.verifier.verify(accessToken)).resolves.toMatchObject({ userId: 'mara-lind' });
    time.now = Date.parse(expiresAt) + 31_000;
    await expect(desk.verifier.verify(accessToken)).rejects.toMatchObject({ code: 'auth.token-expired' });
  });

  it('refuses tokens of another machine', async () => {
    const other = await mkdtemp(join(tmpdir(), 'issuer-'));
    const foreign = await (await issuer(other)).operatorToken();
    await rm(other, { recursive: true });
    await expect((await issuer()).verifier.verify(foreign)).rejects.toMatchObject({
      code: 'auth.token-invalid',
    });
  });

  it('leaves the operator a token that outlives years', async () => {
    const desk = await issuer();
    const token = await desk.operatorToken();
    const path = join(dataFolder, 'operator-token');
    expect((await readFile(path, 'utf8')).trim()).toBe(token);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    time.now += 5 * 365 * 86_400_000;
    expect(await desk.verifier.verify(token)).toEqual({ userId: 'operator', roles: ['admin'] });
  });

  it('allows ten wrong guesses a minute, even side by side, and then nobody', async () => {
    const desk = await issuer();
    const right = desk.password ?? '';
    const outcomes = await Promise.allSettled(
      Array.from({ length: 14 }, () => desk.token('mara-lind', 'wrong')),
    );
    const codes = outcomes.map((outcome) =>
      outcome.status === 'rejected' ? (outcome.reason as { code: string }).code : 'in',
    );
    expect(codes.filter((code) => code === 'auth.refused')).toHaveLength(10);
    expect(codes.filter((code) => code === 'auth.too-many-attempts')).toHaveLength(4);
    await expect(desk.token('mara-lind', right)).rejects.toMatchObject({ code: 'auth.too-many-attempts' });
    time.now += 60_001;
    for (let i = 0; i < 12; i++) await desk.token('mara-lind', right);
    await expect(desk.token('nobody', right)).rejects.toMatchObject({ code: 'auth.refused' });
  });

  it.each(['issuer-key.json', 'desk-password.scrypt'])('says what to do about a damaged %s', async (file) => {
    await issuer();
    await writeFile(join(dataFolder, file), '{"kty":"oct"}');
    await expect(issuer()).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringMatching(/delete it/),
    });
  });
});

describe('/auth', () => {
  async function app() {
    const desk = await issuer();
    const ports = fakePorts();
    const auth = createAuthApp(desk, ports);
    const post = (body: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
      auth.request('/auth/token', {
        method: 'POST',
        headers,
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
    return { desk, ports, auth, post };
  }

  it('lists users and keys, and signs in', async () => {
    const { desk, auth, post } = await app();
    const users = (await (await auth.request('/auth/users')).json()) as unknown[];
    expect(users[0]).toEqual({ id: 'mara-lind', name: 'Mara Lind', roles: ['agent'] });
    expect(await (await auth.request('/auth/jwks.json')).json()).toEqual(desk.jwks());
    const answer = await post({ user: 'mara-lind', password: desk.password });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { accessToken } = (await answer.json()) as { accessToken: string };
    expect(await desk.verifier.verify(accessToken)).toMatchObject({ userId: 'mara-lind' });
  });

  it.each([
    [{ user: 'mara-lind', password: 'wrong' }, 401, 'auth.refused'],
    [{ user: 'mara-lind' }, 400, 'request.invalid'],
    [{ user: 'mara-lind', password: 'x', admin: true }, 400, 'request.invalid'],
    ['{', 400, 'request.malformed-json'],
    ['x'.repeat(1_000_001), 413, 'request.too-large'],
  ])('%# is refused as a problem', async (body, status, code) => {
    const { post, ports } = await app();
    const answer = await post(body);
    expect(await answer.json()).toMatchObject({ status, code });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(ports.logged.some(({ fields }) => fields['code'] === code)).toBe(true);
  });

  it('says 429 and when to try again; a form of another site gets nowhere', async () => {
    const { post, auth } = await app();
    for (let i = 0; i < 10; i++) await post({ user: 'mara-lind', password: 'wrong' });
    const answer = await post({ user: 'mara-lind', password: 'wrong' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await post('user=a', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await auth.request('/auth/nothing')).status).toBe(404);
  });
});
