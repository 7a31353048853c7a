import { en } from 'zod/locales';
import * as z from 'zod/mini';
import { DomainError } from '../../core/errors.ts';
import { detailLine, explainIssues } from '../../core/validation/explain-issues.ts';

/**
 * `value` as the schema reads it.
 * @throws DomainError `request.invalid`: every field at fault and its remedy in `details`, under `where`
 */
export function checked<Schema extends z.core.$ZodType>(
  schema: Schema,
  value: unknown,
  where: string,
): z.core.output<Schema> {
  // zod/mini ships without texts; given here and not globally, so that no import order matters.
  const result = z.safeParse(schema, value, { error: en().localeError });
  if (result.success) return result.data;
  const details = explainIssues(result.error.issues);
  throw new DomainError('invalid', 'request.invalid', `${where}: ${details.map(detailLine).join('; ')}`, {
    details,
  });
}
