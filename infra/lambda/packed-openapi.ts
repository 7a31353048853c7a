import type { Packed } from './packed-modules.ts';

/** The OpenAPI document as it is, instead of all that makes it: zod's way to JSON Schema, and every answer's schema. */
export function packedOpenApi({ openApiDocument }: Readonly<Record<string, unknown>>): Packed {
  return {
    data: (openApiDocument as () => unknown)(),
    code: `let document = null;
export const openApiDocument = () => (document ??= unpack());`,
  };
}
