import * as z from 'zod/mini';
import { categories } from '../../../core/case/category.ts';
import { priorities } from '../../../core/case/priority.ts';
import { statuses } from '../../../core/case/status.ts';

function text(remedy: string, pattern: RegExp) {
  return z.string({ error: remedy }).check(z.regex(pattern, { error: remedy }));
}

export const caseIdInput = text('write a case id such as HW-7K3M9QZX', /^HW-[0-9A-HJKMNP-TV-Z]{8}$/);
export const pageIdInput = text(
  'write a page id such as HW-7K3M9QZX-P1',
  /^HW-[0-9A-HJKMNP-TV-Z]{8}-P[1-9]\d{0,5}$/,
);
export const messageIdInput = text(
  'write a message id: 26 letters and digits, as the case lists it',
  /^[0-9A-HJKMNP-TV-Z]{26}$/,
);
export const attachmentIdInput = text(
  'write an attachment id such as 0, as the message lists it',
  /^\d{1,4}$/,
);
export const userIdInput = text('write a user id such as mara-lind', /^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/);

export const statusInput = z.enum(statuses, { error: `choose from ${statuses.join(', ')}` });
export const priorityInput = z.enum(priorities, { error: `choose from ${priorities.join(', ')}` });
export const categoryInput = z.enum(categories, { error: `choose from ${categories.join(', ')}` });

export const expectedVersionInput = z
  .int({ error: 'give the version of the case that you looked at, a whole number from 1' })
  .check(z.minimum(1, { error: 'give the version of the case that you looked at, a whole number from 1' }));

/** NUL and other control characters have no place in a mail; line feeds and tabs do. */
// oxlint-disable-next-line no-control-regex
const controls = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/;

export function proseInput(longest: number, remedy: string) {
  return z
    .string({ error: remedy })
    .check(
      z.regex(/\S/, { error: remedy }),
      z.maxLength(longest, { error: `write at most ${longest} characters` }),
      z.regex(controls, { error: 'leave out control characters' }),
    );
}

const limitRemedy = 'a whole number from 1 to 200';

/** How many items a list gives at once. */
export function limitInput(otherwise: number) {
  const digits = z.string().check(z.regex(/^(?:[1-9]|[1-9]\d|1\d\d|200)$/, { error: limitRemedy }));
  const number = z.pipe(digits, z.transform(Number));
  return z._default(number, otherwise).register(z.globalRegistry, {
    type: 'integer',
    minimum: 1,
    maximum: 200,
    default: otherwise,
  });
}

/** Where the last list ended, as it said itself. */
export const cursorInput = z.optional(
  z
    .string()
    .check(
      z.minLength(1, { error: 'leave cursor out to begin at the start' }),
      z.maxLength(4096, { error: 'give the cursor of the last answer, unchanged' }),
    ),
);

/** What a store wants: no key for what is not there. */
export function paging(query: { limit: number; cursor?: string | undefined }): {
  limit: number;
  cursor?: string;
} {
  return query.cursor === undefined ? { limit: query.limit } : { limit: query.limit, cursor: query.cursor };
}
