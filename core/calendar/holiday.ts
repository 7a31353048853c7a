import * as z from 'zod';
import { strictObject } from '../validation/strict-object.ts';
import { openingsSchema } from './hours.ts';
import { localDateSchema } from './local-date.ts';

const name = z.string().min(1).max(200).optional();

/**
 * A day that is not as its weekday: `"2026-12-25"` and `{date, name}` are closed from midnight to midnight,
 * `{date, hours}` is open at those hours instead of the usual ones, `{from, to}` is closed in between: whole
 * days when both are dates (both included), else from the first time to the second (excluded).
 */
export const holidaySchema = z.union(
  [
    localDateSchema,
    strictObject({ date: localDateSchema, name, hours: openingsSchema.optional() }),
    strictObject({ from: z.string().max(60), to: z.string().max(60), name }),
  ],
  { error: explainUnion },
);

export type Holiday = z.infer<typeof holidaySchema>;
export type ClosedRange = Extract<Holiday, { from: string }>;

/** The union's own message is "Invalid input": say which of the three shapes was meant, and its problem. */
function explainUnion(issue: z.core.$ZodRawIssue): string {
  const { input } = issue;
  if (typeof input === 'string') return 'write a date as YYYY-MM-DD';
  if (typeof input === 'object' && input !== null) {
    const shape = 'from' in input || 'to' in input ? 2 : 1;
    const failed = issue.code === 'invalid_union' ? issue.errors?.[shape]?.[0] : undefined;
    if (failed !== undefined)
      return `${failed.path.length > 0 ? `${failed.path.join('.')}: ` : ''}${failed.message}`;
  }
  return 'write a date as YYYY-MM-DD, {date, name?, hours?} or {from, to, name?}';
}
