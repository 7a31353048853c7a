import type { Context } from 'hono';
import { DomainError } from '../../core/errors.ts';
import { checked } from '../http/checked.ts';
import { requireAccess } from './access.ts';
import type { ApiContext } from './api-context.ts';
import { type DeskUser, deskUserOf } from './desk-user.ts';
import { readBody, readJson } from './read-json.ts';
import type { Route } from './route.ts';

/** One request: who asks, may they, is it well formed; then the route, then its answer. */
export async function serveRoute(
  route: Route,
  c: Context,
  context: ApiContext,
): Promise<{ response: Response; user: DeskUser | null }> {
  const user = route.access === 'public' ? null : await authenticate(c.req.raw.headers, context);
  if (user && route.access !== 'public') requireAccess(user, route.access);
  const input = {
    params: checked(route.params, c.req.param(), 'path'),
    query: checked(route.query, singleQuery(c), 'query'),
    body: await readInput(route, c.req.raw),
  };
  return { response: respond(route, await route.run(input, user, context)), user };
}

async function authenticate(headers: Headers, { ports, options }: ApiContext): Promise<DeskUser> {
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (token === undefined)
    throw new DomainError(
      'forbidden',
      'auth.token-missing',
      'authorization: sign in, and send the token as "Authorization: Bearer …".',
    );
  const verified = await options.tokens.verify(token);
  return deskUserOf(verified, (await ports.config.current()).config);
}

/** @throws DomainError `request.invalid` for a parameter that is given twice */
function singleQuery(c: Context): Record<string, string> {
  const entries = Object.entries(c.req.queries());
  const twice = entries.filter(([, values]) => values.length > 1);
  if (twice.length > 0)
    throw new DomainError('invalid', 'request.invalid', `query: give ${twice[0]?.[0]} only once`, {
      details: twice.map(([field]) => ({ field, message: 'give it only once' })),
    });
  return Object.fromEntries(entries.map(([name, values]) => [name, values[0] ?? '']));
}

async function readInput(route: Route, request: Request): Promise<unknown> {
  if (route.body === null) {
    await readBody(request);
    return {};
  }
  const json = await readJson(request);
  if (json === null && !route.bodyOptional)
    throw new DomainError('invalid', 'request.body-missing', 'body: send a JSON object.');
  return checked(route.body, json === null ? {} : json.value, 'body');
}

function respond(route: Route, result: unknown): Response {
  if (result instanceof Response) return result;
  if ('nothing' in route.answer) return new Response(null, { status: route.answer.status });
  const isImmutable = 'schema' in route.answer && route.answer.isImmutable === true;
  const headers = isImmutable ? { 'cache-control': 'private, max-age=31536000, immutable' } : {};
  return Response.json(result, { status: route.answer.status, headers });
}
