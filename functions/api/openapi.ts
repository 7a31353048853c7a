import * as z from 'zod/mini';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import { answerSchemas } from './schemas/answers.ts';
import { documentedAs } from './written-promises.ts';

type Json = Record<string, unknown>;

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  errors: z.optional(z.array(z.object({ field: z.string(), message: z.string() }))),
});

let document: (Json & { openapi: string }) | null = null;

/** The OpenAPI 3.1 document, made from the very schemas that check requests and type answers. */
export function openApiDocument(): Json & { openapi: string } {
  document ??= {
    openapi: '3.1.0',
    info: {
      title: 'Harborwatch',
      version: '1',
      description: 'Cases, messages and pages of a Trust & Safety desk. Problems are RFC 9457.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security: [{ bearer: [] }],
    paths: paths(),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        ...Object.fromEntries(
          Object.entries(answerSchemas).map(([name, schema]) => [name, toJson(schema, 'output')]),
        ),
        Problem: toJson(problemSchema, 'output'),
      },
      responses: {
        Problem: {
          description: 'Why not, which fields, and what to do about it',
          content: { 'application/problem+json': { schema: reference('schemas', 'Problem') } },
        },
      },
    },
  };
  return document;
}

function paths(): Json {
  const byPath: Record<string, Json> = {};
  for (const route of routes) {
    const item = (byPath[route.path] ??= {});
    item[route.method.toLowerCase()] = operation(route);
  }
  return byPath;
}

function operation(route: Route): Json {
  const problems = route.problems.length === 0 ? '' : ` Problem codes: ${route.problems.join(', ')}.`;
  return {
    operationId: route.id,
    summary: route.summary,
    description: `${accessText[route.access]}${problems}`,
    ...(route.access === 'public' ? { security: [] } : {}),
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(route.body === null
      ? {}
      : {
          requestBody: {
            required: !route.bodyOptional,
            content: {
              'application/json': {
                schema: toJson(route.body, 'input'),
                ...exampleOf(route.example.body),
              },
            },
          },
        }),
    responses: { ...answer(route), default: reference('responses', 'Problem') },
  };
}

const accessText: Record<Route['access'], string> = {
  public: 'Needs no token.',
  read: 'For every role.',
  work: 'For agents and above, not for auditors.',
  lead: 'For leads and admins.',
};

function exampleOf(example: unknown): Json {
  return example === undefined ? {} : { example };
}

function answer({ answer: what, example }: Route): Json {
  if ('nothing' in what) return { [what.status]: { description: 'Done; nothing to say' } };
  if ('schema' in what)
    return {
      [what.status]: {
        description: what.schema,
        content: {
          'application/json': { schema: reference('schemas', what.schema), ...exampleOf(example.answer) },
        },
      },
    };
  return { [what.status]: { description: what.mediaType, content: { [what.mediaType]: {} } } };
}

function parameters(schema: z.core.$ZodType, where: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = toJson(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: required.includes(name),
    schema: property,
  }));
}

function toJson(schema: z.core.$ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    override: ({ zodSchema, jsonSchema }) => {
      const whole = documentedAs.get(zodSchema);
      if (whole !== undefined) Object.assign(jsonSchema, toJson(whole, io));
      // `readonly` is about our types, not about who may send the field, which is what OpenAPI means by it.
      delete jsonSchema.readOnly;
      if (jsonSchema.type === 'integer') delete jsonSchema.pattern;
    },
  });
  return rest;
}

function reference(kind: 'schemas' | 'responses', name: string): Json {
  return { $ref: `#/components/${kind}/${name}` };
}
