import { type Context, Hono } from 'hono';
import { DomainError } from '../../core/errors.ts';
import { problemOf, problemResponse } from '../http/problem.ts';
import { addSecurityHeaders } from '../http/security-headers.ts';
import type { ApiContext } from './api-context.ts';
import type { DeskUser } from './desk-user.ts';
import type { Method, Route } from './route.ts';
import { routes } from './routes.ts';
import { serveRoute } from './serve-route.ts';

export interface ApiBindings {
  Bindings: { readonly requestId: string };
}

/** The HTTP API as a web-standard application: `fetch(request, {requestId})`. */
export function createApi(context: ApiContext): Hono<ApiBindings> {
  const app = new Hono<ApiBindings>();
  for (const route of routes)
    app.on(route.method, honoPath(route.path), (c) =>
      answered(c, route, context, () => serveRoute(route, c, context)),
    );
  app.all('*', (c) =>
    answered(c, null, context, async () => ({ response: otherMethod(c.req.method, c.req.path), user: null })),
  );
  return app;
}

/** `/api/cases/{caseId}` as hono writes it: `/api/cases/:caseId`. */
export function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/** Runs one request: every error becomes a problem, every request a line in the log. */
async function answered(
  c: Context<ApiBindings>,
  route: Route | null,
  { ports }: ApiContext,
  serve: () => Promise<{ response: Response; user: DeskUser | null }>,
): Promise<Response> {
  const { requestId } = c.env;
  const startedAt = ports.clock.now();
  // The pattern and never the path: an ack link is a secret, a query may hold a customer's address.
  const fields = { requestId, method: c.req.method, route: route?.path ?? 'none' };
  const { response, user } = await serve().catch((error: unknown) => {
    const problem = problemOf(error, requestId);
    if (problem.status >= 500) ports.log.error('request failed', { ...fields, error });
    return { response: problemResponse(problem, allowHeader(error)), user: null };
  });
  // Consoles read all the time; what changes something or goes wrong must stand out.
  const isPlainRead = response.status < 400 && (c.req.method === 'GET' || c.req.method === 'HEAD');
  ports.log[isPlainRead ? 'debug' : 'info']('request', {
    ...fields,
    status: response.status,
    ms: ports.clock.now() - startedAt,
    userId: user?.id ?? null,
  });
  response.headers.set('x-request-id', requestId);
  addSecurityHeaders(response.headers, { isHttps: ports.publicUrl.startsWith('https:') });
  return response;
}

const patterns = routes.map((route) => ({
  method: route.method,
  pattern: new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`),
}));

class MethodNotAllowed extends DomainError {
  readonly allow: string;
  constructor(method: string, allow: string) {
    super('invalid', 'request.method-not-allowed', `${method} is not known here; use ${allow}.`);
    this.allow = allow;
  }
}

function otherMethod(method: string, path: string): Response {
  const known = patterns.filter(({ pattern }) => pattern.test(path)).map((route) => route.method);
  if (known.length === 0)
    throw new DomainError(
      'missing',
      'request.unknown-path',
      'There is nothing at this path; /api/openapi.json lists what there is.',
    );
  const allow = allowed(known);
  if (method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } });
  throw new MethodNotAllowed(method, allow);
}

function allowed(methods: readonly Method[]): string {
  const all = methods.includes('GET') ? ['GET', 'HEAD', ...methods.filter((m) => m !== 'GET')] : methods;
  return [...all, 'OPTIONS'].join(', ');
}

function allowHeader(error: unknown): Record<string, string> {
  return error instanceof MethodNotAllowed ? { allow: error.allow } : {};
}
