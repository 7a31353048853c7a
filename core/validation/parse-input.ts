import type { z } from 'zod';
import { DomainError } from '../errors.ts';
import { detailLine, explainIssues } from './explain-issues.ts';

/** `raw` as `schema` describes it. @throws DomainError `invalid` `input.invalid` with every problem in `details`. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const details = explainIssues(parsed.error.issues);
  throw new DomainError('invalid', 'input.invalid', details.map(detailLine).join('; '), { details });
}
