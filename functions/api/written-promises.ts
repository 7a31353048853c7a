import * as z from 'zod/mini';
import { strictShape } from '../http/strict-shape.ts';
import { promisesSchema } from './schemas/policy-set-schema.ts';

/** What is left out would be taken for nothing at all, and every promise be gone. */
function part(remedy: string) {
  return z.unknown().check(z.refine((written) => written !== undefined, { error: remedy }));
}

/**
 * Promises as somebody wrote them: read here only so far that all their parts are there, for the desk's own check
 * names each field and its remedy. The OpenAPI document tells the whole shape.
 */
export const writtenPromises = strictShape({
  calendars: part('is missing; send the calendars, {} for none'),
  ladders: part('is missing; send the ladders, {} for none'),
  policies: part('is missing; send the policies, [] for none'),
  departments: z.optional(z.unknown()),
});

/** What the OpenAPI document tells of a schema that reads less than is meant; it is worked out only there. */
export const documentedAs: ReadonlyMap<z.core.$ZodType, z.core.$ZodType> = new Map([
  [writtenPromises, promisesSchema],
]);
