import { Hono } from 'hono';
import * as z from 'zod/mini';
import { DomainError } from '../../core/errors.ts';
import { readJson } from '../../functions/api/read-json.ts';
import { checked } from '../../functions/http/checked.ts';
import { problemOf, problemResponse } from '../../functions/http/problem.ts';
import { addSecurityHeaders } from '../../functions/http/security-headers.ts';
import { strictShape } from '../../functions/http/strict-shape.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Log } from '../../ports/log.ts';
import type { LocalIssuer } from './local-issuer.ts';

const signInBody = strictShape({
  user: z.string({ error: 'write the id of a user; /auth/users lists them' }).check(z.maxLength(64)),
  password: z.string({ error: 'write the password that "npm start" prints' }).check(z.maxLength(200)),
});

/** `/auth/*` of a single machine; on AWS Cognito does this. */
export function createAuthApp(issuer: LocalIssuer, ports: { log: Log; ids: Pick<Ids, 'ulid'> }): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    addSecurityHeaders(c.res.headers, { isHttps: false });
  });
  app.get('/auth/users', async (c) =>
    c.json((await issuer.users()).map(({ id, name, roles }) => ({ id, name, roles }))),
  );
  app.get('/auth/jwks.json', (c) => c.json(issuer.jwks()));
  app.post('/auth/token', async (c) => {
    const json = await readJson(c.req.raw);
    const { user, password } = checked(signInBody, json?.value, 'body');
    return c.json(await issuer.token(user, password));
  });
  app.notFound(() =>
    problem(
      new DomainError(
        'missing',
        'request.unknown-path',
        'There is GET /auth/users, POST /auth/token and GET /auth/jwks.json.',
      ),
    ),
  );
  app.onError((error) => problem(error));
  return app;

  function problem(error: Error): Response {
    const found = problemOf(error, ports.ids.ulid());
    const fields = { requestId: found.requestId, code: found.code };
    if (found.status >= 500) ports.log.error('sign-in failed', { ...fields, error });
    else ports.log.warn('sign-in refused', fields);
    return problemResponse(found, { 'x-request-id': found.requestId });
  }
}
