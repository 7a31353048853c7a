import type { ServerResponse } from 'node:http';
import { categories } from '../../../core/case/category.ts';
import { priorities } from '../../../core/case/priority.ts';
import { statuses } from '../../../core/case/status.ts';
import { DomainError } from '../../../core/errors.ts';
import { answerCases } from './answer-cases.ts';
import { answerEscalations } from './answer-escalations.ts';
import { answerPages } from './answer-pages.ts';
import { answerPromises, promisesOf } from './answer-promises.ts';
import type { ApiRequest, FakeDesk } from './fake-desk.ts';
import { FakeProblem } from './fake-problem.ts';
import { password, people } from './people.ts';
import { promises } from './promises.ts';

/** Bytes go out as they are, anything else as JSON. */
export function answerApi(desk: FakeDesk, request: ApiRequest, response: ServerResponse): void {
  try {
    const answer = route(desk, request);
    if (Buffer.isBuffer(answer)) {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(answer);
      return;
    }
    const status =
      request.method === 'POST' && /\/(replies|notes|consults|answer)$/.test(request.url.pathname)
        ? 201
        : 200;
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(answer));
  } catch (error) {
    const { status, code, message: detail } = problemOf(error);
    response.writeHead(status, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify({ type: `urn:harborwatch:${code}`, title: code, status, detail, code }));
  }
}

/** What the product's own rules refuse is refused as the desk would. */
function problemOf(error: unknown): FakeProblem {
  if (error instanceof FakeProblem) return error;
  if (error instanceof DomainError) return new FakeProblem(400, error.code, error.message);
  throw error;
}

function route(desk: FakeDesk, request: ApiRequest): unknown {
  const { method, url, userId, body } = request;
  const call = `${method} ${url.pathname}`;
  if (call === 'GET /auth/users') return people.map(({ id, name, roles }) => ({ id, name, roles }));
  if (call === 'POST /auth/token') {
    const known = people.some(({ id }) => id === body['user']);
    if (!known || body['password'] !== password)
      throw new FakeProblem(401, 'auth.refused', 'Wrong password.');
    return desk.issueToken(String(body['user']));
  }
  const user = people.find(({ id }) => id === userId);
  if (!user) throw new FakeProblem(401, 'auth.token', 'The token is unknown or over; sign in again.');
  if (call === 'GET /api/session') return session(desk, user);
  if (desk.mode === 'failing')
    throw new FakeProblem(500, 'unexpected', 'The store did not answer within 10 s.');
  if (call === 'GET /api/on-call') return onCall();
  const promised = answerPromises(desk, request, user);
  if (promised !== undefined) return promised;
  desk.stored.passTime(desk.now());
  if (url.pathname === `/api/sla/policies/${promises.version}`) return promises;
  if (call === 'GET /api/sla/handovers') return desk.handoversOf(user.id);
  if (url.pathname.startsWith('/api/escalations'))
    return answerEscalations(desk, { ...request, userId: user.id });
  if (url.pathname.startsWith('/api/cases')) return answerCases(desk, { ...request, userId: user.id });
  if (url.pathname.startsWith('/api/pages')) return answerPages(desk, { ...request, userId: user.id });
  return answerRest(desk, call, body);
}

function answerRest(desk: FakeDesk, call: string, body: Record<string, unknown>): unknown {
  const { stored } = desk;
  if (call === 'GET /api/intake/failed') return { items: stored.failed, cursor: null };
  if (call === 'POST /api/intake/failed/retry') {
    stored.failed = stored.failed.filter(({ rawKey }) => rawKey !== body['rawKey']);
    return {};
  }
  if (call === 'GET /api/outbox') return { items: stored.outbox };
  const mail = stored.outbox.find(({ id }) => call === `GET /api/outbox/${id}`);
  if (!mail) throw new FakeProblem(404, 'missing', 'Nothing is here.');
  const { text, html, ...summary } = mail;
  const headers = [
    { name: 'From', value: mail.from },
    { name: 'To', value: mail.to.join(', ') },
    { name: 'Subject', value: mail.subject },
    { name: 'Message-ID', value: `<${mail.id}@desk.test>` },
  ];
  const raw = `${headers.map(({ name, value }) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${text}`;
  return { summary, headers, text, html, raw };
}

function session(desk: FakeDesk, user: (typeof people)[number]): unknown {
  return {
    user,
    desk: { name: 'Harbor Auctions', mailDomain: 'desk.test', supportAddress: 'help@desk.test' },
    users: people.map(({ id, name }) => ({ id, name })),
    departments: Object.entries(promisesOf(desk).current.promises.departments).map(([id, { name }]) => ({
      id,
      name,
    })),
    features: { outbox: true },
    vocabulary: { statuses, priorities, categories },
  };
}

function onCall(): unknown {
  const [first, second] = people;
  return {
    policy: { id: 'safety', name: 'Safety on-call' },
    steps: [
      {
        users: [{ id: first?.id, name: first?.name }],
        why: 'schedule primary: layer Nights',
        waitSeconds: 120,
      },
      { users: [{ id: second?.id, name: second?.name }], why: 'schedule backup', waitSeconds: 120 },
    ],
  };
}
