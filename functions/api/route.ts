import type * as z from 'zod/mini';
import { strictShape } from '../http/strict-shape.ts';
import type { Access } from './access.ts';
import type { ApiContext } from './api-context.ts';
import type { DeskUser } from './desk-user.ts';
import type { AnswerBodies, AnswerName } from './schemas/answers.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';
type Schema = z.core.$ZodType;

/** What a route answers when all is well: JSON of a named schema, or bytes or text of a media type. */
export type Answer =
  | {
      readonly status: 200 | 201;
      readonly schema: AnswerName;
      /** The same address gives the same answer for ever: browsers keep it. */
      readonly isImmutable?: true;
    }
  | { readonly status: 202; readonly nothing: true }
  | { readonly status: 200; readonly mediaType: string };

export interface RouteInput<Params extends Schema, Query extends Schema, Body extends Schema> {
  readonly params: z.core.output<Params>;
  readonly query: z.core.output<Query>;
  readonly body: z.core.output<Body>;
}

interface RouteFacts<Params extends Schema, Query extends Schema, Body extends Schema> {
  readonly method: Method;
  /** As OpenAPI writes it: `/api/cases/{caseId}`. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** The body may be left out. */
  readonly bodyOptional?: true;
  readonly answer: Answer;
  /** Codes of the problems that are this route's own, for the documentation. */
  readonly problems?: readonly string[];
  /** For the documentation; a test reads them as the schemas do. */
  readonly example?: RouteExample;
}

export interface RouteExample {
  readonly body?: unknown;
  readonly answer?: unknown;
}

type Result<A extends Answer> = A extends { schema: infer Name extends AnswerName }
  ? AnswerBodies[Name]
  : A extends { nothing: true }
    ? void
    : Response;

export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  /** `public`: no token. */
  readonly access: Access | 'public';
  readonly params: Schema;
  readonly query: Schema;
  readonly body: Schema | null;
  readonly bodyOptional: boolean;
  readonly answer: Answer;
  readonly problems: readonly string[];
  readonly example: RouteExample;
  readonly run: (
    input: RouteInput<Schema, Schema, Schema>,
    user: DeskUser | null,
    context: ApiContext,
  ) => Promise<unknown>;
}

const nothing = strictShape({});

/** A route for people who are signed in. What `run` returns must fit the answer's schema. */
export function route<
  const A extends Answer,
  Params extends Schema = typeof nothing,
  Query extends Schema = typeof nothing,
  Body extends Schema = typeof nothing,
>(
  facts: RouteFacts<Params, Query, Body> & {
    readonly access: Access;
    readonly answer: A;
    readonly run: (
      input: RouteInput<Params, Query, Body> & { readonly user: DeskUser },
      context: ApiContext,
    ) => Promise<Result<A>>;
  },
): Route {
  return {
    ...withDefaults(facts),
    access: facts.access,
    run: async (input, user, context) => {
      if (!user) throw new Error(`${facts.id} was run without a user`);
      return facts.run({ ...(input as RouteInput<Params, Query, Body>), user }, context);
    },
  };
}

/** A route for anyone. */
export function publicRoute<
  const A extends Answer,
  Params extends Schema = typeof nothing,
  Query extends Schema = typeof nothing,
>(
  facts: RouteFacts<Params, Query, typeof nothing> & {
    readonly answer: A;
    readonly run: (
      input: RouteInput<Params, Query, typeof nothing>,
      context: ApiContext,
    ) => Promise<Result<A>>;
  },
): Route {
  return {
    ...withDefaults(facts),
    access: 'public',
    run: async (input, _user, context) =>
      facts.run(input as RouteInput<Params, Query, typeof nothing>, context),
  };
}

function withDefaults<P extends Schema, Q extends Schema, B extends Schema>(facts: RouteFacts<P, Q, B>) {
  return {
    method: facts.method,
    path: facts.path,
    id: facts.id,
    summary: facts.summary,
    params: facts.params ?? nothing,
    query: facts.query ?? nothing,
    body: facts.body ?? null,
    bodyOptional: facts.bodyOptional ?? false,
    answer: facts.answer,
    problems: facts.problems ?? [],
    example: facts.example ?? {},
  };
}
